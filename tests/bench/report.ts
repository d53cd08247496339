import type { CaseReport, Runs } from './measure';
import { barOf, coldRatioOf, ratioOf, spreadOf, type What } from './statistics';

const NAME_WIDTH = 34;

export const toMb = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

function timesOf(runs: Runs, what: What): string {
  const { median, least, most } = spreadOf(runs, what);
  const [m, l, h] = [median, least, most].map((ms) => (ms < 100 ? ms.toFixed(1) : ms.toFixed(0)));
  return `${m} ms (${l}–${h})`;
}

/** Iterations, inertia … side by side, so that nobody wins by doing less. */
function proofOf({ warm }: Runs): string {
  const entries = Object.entries(warm.at(-1)!.proof);
  return entries.map(([name, value]) => `${name} ${Number(value.toPrecision(9))}`).join(', ');
}

function lineOf(runs: Runs): string {
  const { cold, peakBytes } = runs;
  return [
    `  ${runs.name.padEnd(NAME_WIDTH)} ${timesOf(runs, 'work')}`,
    cold.loadMs > 0 ? `with loading ${timesOf(runs, 'with loading')}` : '',
    `cold ${(cold.ms + cold.loadMs).toFixed(0)} ms`,
    `CPU ${spreadOf(runs, 'cpu').median.toFixed(0)} ms`,
    peakBytes === undefined ? 'memory unknown' : `+${toMb(peakBytes)}`,
    runs.longestTaskMs === undefined ? '' : `longest page task ${runs.longestTaskMs.toFixed(0)} ms`,
    proofOf(runs),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function ratioLine(report: CaseReport, peer: Runs, ours: Runs): string {
  const bar = barOf(report, peer);
  const [work, loaded, cpu] = (['work', 'with loading', 'cpu'] as const).map((what) =>
    ratioOf(peer, ours, what).toFixed(1),
  );
  const cold = coldRatioOf(peer, ours).toFixed(1);
  const by = peer.isCutShort ? ' by the iteration' : '';
  const aim = bar === undefined ? '' : `, bar ${bar}`;
  return (
    `    ${ours.name} to ${peer.name}${by}: ${work} ×, with loading ${loaded} ×, ` +
    `cold ${cold} ×, of CPU ${cpu} ×${aim}`
  );
}

/** One case as lines of text: everybody, then each of ours beside each peer. */
export function linesOf(report: CaseReport): readonly string[] {
  const { asked, runs } = report;
  const ours = runs.filter(({ isOurs }) => isOurs);
  const peers = runs.filter(({ isOurs }) => !isOurs);
  return [
    `${asked.name}  ${asked.rows} × ${asked.columns}, k = ${asked.clusters}, ${asked.shape}`,
    ...runs.map(lineOf),
    ...ours.flatMap((own) => peers.map((peer) => ratioLine(report, peer, own))),
  ];
}
