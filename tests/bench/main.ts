import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { serveShards } from '../../src/engine/serve-shards';
import { linkToParent } from '../../src/headless/thread-link';
import { measure, type CaseReport } from './measure';
import { serveOurs } from './participants/ours-in-node';
import { servePackage } from './participants/packages';
import type { Participant } from './participants/participant';
import { findBrowser, startAll } from './participants/start-all';
import { prepare } from './prepare';
import { proveFloat64 } from './proofs/float64';
import { proveCancel, proveSame } from './proofs/run-proofs';
import { proveSteps } from './proofs/steps';
import { linesOf } from './report';
import { benchScatter } from './scatter';
import { servePage } from './serve-page';
import { tableOf } from './table';
import { benchTables, serveTables } from './tables/bench-tables';
import { WORKS } from './works';

const ARRAYS = 'build/bench-page/data';

const typed = parseArgs({
  options: {
    /** Cases whose name holds one of these, by commas. */
    only: { type: 'string', default: '' },
    reps: { type: 'string', default: '' },
    /** Where to keep everything measured. */
    json: { type: 'string' },
    /** Prints the table of a file kept by `--json`, and measures nothing. */
    table: { type: 'string' },
    /** Proves instead of measuring: the same bits everywhere, and cancels in time. */
    prove: { type: 'boolean', default: false },
    /** What a process of the bench is; not for people. */
    as: { type: 'string' },
  },
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function isWanted(name: string): boolean {
  return typed.values.only.split(',').some((part) => name.includes(part));
}

function chosenCases() {
  return WORKS.flatMap((work) => work.cases.map((asked) => ({ work, asked }))).filter(({ asked }) =>
    isWanted(asked.name),
  );
}

async function sayLimits(everybody: readonly Participant[]): Promise<void> {
  for (const participant of everybody) {
    const limits = await participant.limits?.();
    if (!limits) continue;
    const [flops, bytes] = [limits.gigaflops.toFixed(1), limits.gigabytes.toFixed(1)];
    say(`${participant.name}: Wasm SIMD in one thread ${flops} Gflop/s, ${bytes} GB/s read`);
    for (const { columns, clusters, gigaflops } of limits.dense) {
      const share = Math.round((100 * gigaflops) / limits.gigaflops);
      say(
        `  dense assignment, d = ${columns}, k = ${clusters}: ${gigaflops.toFixed(1)} = ${share} %`,
      );
    }
  }
}

async function bench(): Promise<void> {
  const repetitions = Math.max(1, Number.parseInt(typed.values.reps, 10) || 5);
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown'} × ${cpus().length}`;
  say(`${machine}, Node ${process.versions.node}; medians of ${repetitions}, interleaved`);
  const site = await servePage();
  const browser = await findBrowser(site.address);
  const reports: CaseReport[] = [];
  for (const { work, asked } of chosenCases()) {
    const prepared = await prepare(work, asked, ARRAYS);
    const started = await startAll(asked, browser);
    const everybody = started.flatMap((one) => ('missing' in one ? [] : [one]));
    try {
      const report = await measure(prepared, started, repetitions);
      if (reports.length === 0) await sayLimits(everybody);
      report.missing.forEach((reason) => say(`Not compared: ${reason}`));
      reports.push(report);
      linesOf(report).forEach(say);
      if (typed.values.json) {
        writeFileSync(typed.values.json, JSON.stringify({ machine, reports }, null, 1));
      }
    } finally {
      for (const participant of everybody) await participant.close();
    }
  }
  if (typed.values.only.split(',').some((part) => 'scatter'.includes(part))) {
    await benchScatter(browser, say);
  }
  await benchTables({ isWanted, browser, repetitions }, say);
  site.close();
  say('');
  tableOf(reports).forEach(say);
}

async function prove(): Promise<void> {
  const site = await servePage();
  const browser = await findBrowser(site.address);
  const runs = Math.max(1, Number.parseInt(typed.values.reps, 10) || 20);
  const options = { browser, folder: ARRAYS, runs, say };
  const failed: string[] = [];
  say(`The same bits in ${runs} runs on 1, 2, 4 and 8 workers:`);
  for (const chosen of chosenCases()) {
    if (!(await proveSame(chosen, options))) failed.push(`${chosen.asked.name}: bits`);
  }
  say('\nFrom a cancel to the answer, and until the workers did something else:');
  for (const chosen of chosenCases()) {
    if (!(await proveCancel(chosen, options))) failed.push(`${chosen.asked.name}: cancel`);
  }
  say('\nThe longest step of work in one thread, in processor time:');
  for (const name of await proveSteps(isWanted, say)) failed.push(name);
  say('\nK-means beside scikit-learn in float64:');
  for (const chosen of chosenCases().filter(({ work }) => work.name === 'fit')) {
    if (!(await proveFloat64(chosen, options))) failed.push(`${chosen.asked.name}: float64`);
  }
  site.close();
  say(failed.length === 0 ? '\nAll proven.' : `\nNot so: ${failed.join('; ')}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

function printTable(path: string): void {
  // Written by this program.
  const { machine, reports } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly machine: string;
    readonly reports: readonly CaseReport[];
  };
  [machine, '', ...tableOf(reports)].forEach(say);
}

if (!isMainThread) serveShards(linkToParent());
else if (typed.values.as === 'ours') await serveOurs();
else if (typed.values.as === 'tables') await serveTables();
else if (typed.values.as !== undefined) await servePackage(typed.values.as);
else if (typed.values.table !== undefined) printTable(typed.values.table);
else if (typed.values.prove) await prove();
else await bench();
