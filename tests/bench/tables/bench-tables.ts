import { createInterface } from 'node:readline';
import { measure, type Runs } from '../measure';
import { startProcess, type Answer } from '../participants/line-process';
import type { Started } from '../participants/participant';
import type { Browsing } from '../participants/start-all';
import { toMb } from '../report';
import { spreadOf } from '../statistics';
import type { Proof } from '../work';
import { TABLE_CASES } from './cases';
import { pathOf } from './files';
import { readInChromium } from './read-in-chromium';
import type { TableCase } from './table-case';

/** What is to be measured, and where. */
interface Asking {
  readonly isWanted: (name: string) => boolean;
  readonly browser: Browsing;
  readonly repetitions: number;
}

/** A process that does the work of a case on its file, as `serveTables` and `pandas_peer.py` do. */
async function start(command: string, args: readonly string[], told: object): Promise<Started> {
  const started = await startProcess(command, args);
  if ('missing' in started) return started;
  const load = async () => !(await started.ask({ kind: 'load', ...told })).lacks;
  return { ...started, load };
}

function timesOf(runs: Runs): string {
  const { median, least, most } = spreadOf(runs, 'work');
  const memory = runs.peakBytes === undefined ? 'memory unknown' : `+${toMb(runs.peakBytes)}`;
  const proof = Object.entries(runs.warm.at(-1)!.proof).map(([name, value]) => `${name} ${value}`);
  const [m, l, h, cold] = [median, least, most, runs.cold.ms].map((ms) => ms.toFixed(0));
  return `${m} ms (${l}–${h}), cold ${cold} ms, ${memory}, ${proof.join(', ')}`;
}

async function benchCase(
  asked: TableCase,
  { browser, repetitions }: Asking,
): Promise<readonly string[]> {
  const path = await pathOf(asked.file);
  const told = { work: asked.work, name: asked.name, path };
  const python = process.env['FENQUN_PYTHON'] ?? 'python3';
  const started = [
    await start(process.execPath, [process.argv[1]!, '--as', 'tables'], told),
    ...(asked.isReading ? [await readInChromium(browser, path)] : []),
    await start(python, ['tests/bench/tables/pandas_peer.py'], told),
  ];
  const sizes = {
    rows: 0,
    columns: 0,
    clusters: 0,
    shape: 'blobs',
    bar: 0,
    name: asked.name,
  } as const;
  try {
    const report = await measure(
      { work: asked.work, asked: sizes, arrays: [] },
      started,
      repetitions,
    );
    const lines = report.runs.map((runs) => `  ${runs.name.padEnd(16)} ${timesOf(runs)}`);
    const aim = asked.most === null ? 'no bar' : `at most ${asked.most}`;
    const peer = report.runs.find(({ isOurs }) => !isOurs);
    for (const ours of report.runs.filter(({ isOurs }) => isOurs && peer)) {
      lines.push(`    ${ours.name}: ${ratiosOf(ours, peer!)} (${aim})`);
    }
    return [asked.name, ...report.missing.map((why) => `  Not compared: ${why}`), ...lines];
  } finally {
    for (const one of started) if (!('missing' in one)) await one.close();
  }
}

function ratiosOf(ours: Runs, peer: Runs): string {
  const [work, least, cpu] = [
    spreadOf(ours, 'work').median / spreadOf(peer, 'work').median,
    spreadOf(ours, 'work').least / spreadOf(peer, 'work').least,
    spreadOf(ours, 'cpu').median / spreadOf(peer, 'cpu').median,
  ].map((ratio) => ratio.toFixed(2));
  return `${work} × the time of pandas, at best ${least} ×, of CPU ${cpu} ×`;
}

/** Our readers and tables beside pandas: the same file, in turns, each in a process of its own. */
export async function benchTables(asking: Asking, say: (line: string) => void): Promise<void> {
  for (const asked of TABLE_CASES.filter(({ name }) => asking.isWanted(`tables: ${name}`))) {
    (await benchCase(asked, asking)).forEach(say);
  }
}

/** Our process: reads questions and writes answers, a line of JSON each. */
export async function serveTables(): Promise<void> {
  const peakBytes = (): number => process.resourceUsage().maxRSS * 1024;
  const say = (answer: Answer): void => void process.stdout.write(`${JSON.stringify(answer)}\n`);
  let before = peakBytes();
  let run: () => Promise<Proof> = () => Promise.reject(new Error('nothing is loaded'));
  say({ name: 'Fenqun, Node' });
  for await (const line of createInterface(process.stdin)) {
    const told = JSON.parse(line) as { kind: string; name: string; path: string };
    if (told.kind === 'load') {
      before = peakBytes();
      const asked = TABLE_CASES.find(({ name }) => name === told.name);
      if (asked) run = await asked.ready(told.path);
      say({ lacks: asked === undefined, peakBytes: 0 });
      continue;
    }
    const began = performance.now();
    const used = process.cpuUsage();
    const proof = await run();
    const ms = performance.now() - began;
    const { user, system } = process.cpuUsage(used);
    const cpuMs = (user + system) / 1000;
    say({ ms, loadMs: 0, cpuMs, proof, peakBytes: peakBytes() - before });
  }
}
