import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { parseArgs } from 'node:util';
import { settle } from '../../src/core/shard-work';
import { serveShards } from '../../src/engine/serve-shards';
import { linkToParent } from '../../src/headless/thread-link';
import { createLocalShards } from '../../src/kernels/local-shards';
import { createWasmKernels } from '../../src/kernels/wasm';
import { CASES, type BenchCase } from './cases';
import { measureLimits } from './limits';
import { startOurs } from './ours';
import type { Given, Peer, Timing } from './peer';
import { pointsOf, startsOf } from './points';
import { startPython } from './python-peer';
import { linesOf, type CaseReport } from './report';

/** What the bench does not measure yet, said in every run. */
const NOT_MEASURED = [
  'our engine in Chromium, on the built site',
  'ml-kmeans and skmeans',
  'the k sweep, standardise and pack, DBSCAN',
];

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function givenOf(work: BenchCase, module: WebAssembly.Module): Promise<Given> {
  const matrix = pointsOf(work);
  const starts = startsOf(matrix, work.clusters);
  const shards = createLocalShards(matrix, createWasmKernels(module));
  await settle(shards.assign(starts));
  const labels = await settle(shards.labels());
  return { matrix, starts, labels };
}

/** Everybody does the work in turn, one round to get warm and then `repetitions` rounds. */
async function measure(
  work: BenchCase,
  everybody: readonly Peer[],
  options: { readonly repetitions: number; readonly module: WebAssembly.Module },
): Promise<CaseReport> {
  const given = await givenOf(work, options.module);
  for (const peer of everybody) await peer.load(given);
  const timings: Timing[][] = everybody.map(() => []);
  for (let round = 0; round <= options.repetitions; round++) {
    for (const [i, peer] of everybody.entries()) timings[i]!.push(await peer.run(work));
  }
  const [ours, ...peers] = everybody.map(({ name }, i) => {
    const [cold, ...warm] = timings[i]!;
    return { name, cold: cold!, warm };
  });
  const memoryMb = Math.round(process.memoryUsage().rss / 2 ** 20);
  return { work, ours: ours!, peers, memoryMb };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      reps: { type: 'string', default: '5' },
      json: { type: 'string' },
    },
  });
  const chosen = CASES.filter(({ name }) => name.includes(values.only));
  const repetitions = Math.max(1, Number.parseInt(values.reps, 10) || 5);
  const module = new WebAssembly.Module(readFileSync('build/kernels.wasm'));
  const python = await startPython();
  const everybody = [startOurs(module), ...(typeof python === 'string' ? [] : [python])];
  const limits = measureLimits();
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown'} × ${cpus().length}`;
  say(`${machine}, Node ${process.versions.node}, ${everybody.map(({ name }) => name).join(', ')}`);
  say(
    `Wasm SIMD in one thread at best: ${limits.gigaflops.toFixed(1)} Gflop/s, ` +
      `${limits.gigabytes.toFixed(1)} GB/s read`,
  );
  if (typeof python === 'string') say(`Not compared: ${python}`);
  say(`Not measured yet: ${NOT_MEASURED.join('; ')}.\n`);
  const reports: CaseReport[] = [];
  for (const work of chosen) {
    const report = await measure(work, everybody, { repetitions, module });
    reports.push(report);
    linesOf(report).forEach(say);
  }
  if (values.json)
    writeFileSync(values.json, JSON.stringify({ machine, limits, reports }, null, 1));
  everybody.forEach((peer) => peer.close());
}

if (isMainThread) await main();
else serveShards(linkToParent());
