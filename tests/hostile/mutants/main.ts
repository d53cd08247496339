import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { createFileReader } from '../../../src/engine/read-file';
import { serveReader } from '../../../src/engine/serve-reader';
import { linkToParent } from '../../../src/headless/thread-link';
import { attackWithGiants, attackWithMutants } from '../documents/attack-documents';
import { mutantMakers } from './bases';
import { readMutants, type MutantReport } from './read-mutants';

const { values: typed } = parseArgs({
  options: {
    /** Formats, by commas; all without it. */
    only: { type: 'string', default: '' },
    mutants: { type: 'string', default: '10000' },
    from: { type: 'string', default: '0' },
    /** Readers side by side: a hang holds up one of them only. */
    threads: { type: 'string', default: '2' },
    json: { type: 'string' },
    /** What a thread is; not for people. */
    as: { type: 'string' },
  },
});

function lineOf(report: MutantReport): string {
  const { format, mutants, accepted, refused, stopped, died, bugs, slowestMs, slowest } = report;
  const total = Object.values(refused).reduce((sum, n) => sum + n, 0);
  const codes = Object.entries(refused)
    .sort(([, a], [, b]) => b - a)
    .map(([code, n]) => `${code} ${n}`);
  const slow = `slowest ${Math.round(slowestMs)} ms (${slowest})`;
  const ends = `accepted ${accepted}, refused ${total}, stopped ${stopped.length}, died ${died.length}`;
  return `${format}: ${mutants} mutants; ${ends}, bugs ${bugs.length}; ${slow}\n  ${codes.join(', ')}`;
}

/** Damaged and endless notebooks, packages and links; false: one was slow or broke something. */
async function attackDocuments(count: number): Promise<boolean> {
  const mutants = await attackWithMutants(count, Number(typed.from));
  let isSound = true;
  for (const [name, report] of [
    ['documents', mutants] as const,
    ...(await attackWithGiants(true)),
  ]) {
    const { read, refused, bugs, slowestMs, slowest } = report;
    const codes = Object.entries(refused)
      .sort(([, a], [, b]) => b - a)
      .map(([code, n]) => `${code} ${n}`)
      .join(', ');
    process.stdout.write(
      `${name}: read ${read}, bugs ${bugs.length}; slowest ${Math.round(slowestMs)} ms (${slowest})\n  ${codes}\n`,
    );
    for (const bug of bugs.slice(0, 10)) process.stdout.write(`  ${bug}\n`);
    isSound &&= bugs.length === 0 && slowestMs <= 1000;
  }
  return isSound;
}

async function main(): Promise<void> {
  const only = typed.only.split(',');
  const isSafe =
    typed.only === '' || only.includes('documents')
      ? await attackDocuments(Number(typed.mutants))
      : true;
  const makers = await mutantMakers();
  const wanted = typed.only === '' ? [...makers.keys()] : only.filter((one) => one !== 'documents');
  const reports: MutantReport[] = [];
  for (const format of wanted) {
    const make = makers.get(format);
    if (make === undefined) throw new Error(`no such format: ${format}`);
    const report = await readMutants(format, make, {
      script: fileURLToPath(import.meta.url),
      mutants: Number(typed.mutants),
      from: Number(typed.from),
      limitMs: 10_000,
      threads: Number(typed.threads),
    });
    reports.push(report);
    process.stdout.write(`${lineOf(report)}\n`);
    for (const { mutant, reason } of [...report.died, ...report.bugs].slice(0, 10)) {
      process.stdout.write(`  mutant ${mutant}: ${reason}\n`);
    }
    if (report.stopped.length > 0) {
      process.stdout.write(`  stopped: ${report.stopped.slice(0, 20).join(', ')}\n`);
    }
  }
  if (typed.json) writeFileSync(typed.json, `${JSON.stringify(reports, null, 1)}\n`);
  // People are told after ten seconds, but a file that hangs a reader is a fault of ours.
  const isSound = reports.every(
    ({ stopped, died, bugs }) => stopped.length + died.length + bugs.length === 0,
  );
  process.exitCode = isSound && isSafe ? 0 : 1;
}

if (isMainThread) await main();
else serveReader(linkToParent(), createFileReader);
