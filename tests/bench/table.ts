import type { CaseReport, Runs } from './measure';
import { toMb } from './report';
import { barOf, ratioOf } from './statistics';

const HEADER = ['work', 'peer', 'bar', 'Node', 'with loading', 'Chromium', 'with loading'];
const MEMORY = ['memory: Node', 'Chromium', 'peer'];

function placeOf(runs: readonly Runs[], place: string): Runs | undefined {
  return runs.find(({ name }) => name.startsWith(`Fenqun, ${place}`));
}

function cellsOf(report: CaseReport, peer: Runs): string[] {
  const ours = ['Node', 'Chromium'].map((place) => placeOf(report.runs, place));
  const ratios = ours.flatMap((own) =>
    (['work', 'with loading'] as const).map((what) =>
      own ? `${ratioOf(peer, own, what).toFixed(1)} ×` : '–',
    ),
  );
  const memory = [...ours, peer].map((one) =>
    one?.peakBytes === undefined ? '–' : toMb(one.peakBytes),
  );
  const bar = barOf(report, peer);
  return [
    report.asked.name,
    peer.isCutShort ? `${peer.name}, an iteration` : peer.name,
    bar === undefined ? '–' : `${bar} ×`,
    ...ratios,
    ...memory,
  ];
}

/** The ratios and the memory of all cases as a Markdown table, columns aligned. */
export function tableOf(reports: readonly CaseReport[]): readonly string[] {
  const rows = reports.flatMap((report) =>
    report.runs.filter(({ isOurs }) => !isOurs).map((peer) => cellsOf(report, peer)),
  );
  const all = [[...HEADER, ...MEMORY], ...rows];
  const widths = all[0]!.map((_, i) => Math.max(...all.map((row) => row[i]!.length), 3));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(all[0]!), rule, ...rows.map(line)];
}
