import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import compute from '../../src/cells/choose-k/compute';
import { decide } from '../../src/cells/choose-k/decide';
import { definition } from '../../src/cells/choose-k/definition';
import {
  INDICES,
  type Candidate,
  type ChooseKDisplay,
  type IndexKey,
} from '../../src/cells/choose-k/display';
import { votesOf } from '../../src/cells/choose-k/votes';
import { finish } from '../../src/core/job';
import type { Matrix } from '../../src/core/matrix';
import { initialParams, type ParamsOf } from '../../src/core/params';
import { matrixOf } from './blobs';
import { realFile } from './real-data';
import { pointsOf, toolsOf } from './tools';

const FOLDER = 'clustering-give';
const RECORDED = 'tests/oracle/choose-k-sets.json';

/** The seeds that every benchmark set is measured with. */
export const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** What the cell measured on a benchmark set with one seed: what its recommendation rests on. */
interface Run {
  readonly totalInertia: number;
  readonly excess: number | null;
  /** What each index points to, in the order of `INDICES`. */
  readonly votes: readonly (number | null)[];
  /** From k = 2 on. */
  readonly inertia: readonly number[];
  readonly stability: readonly number[];
}

/** A benchmark set, whose true numbers of clusters are known: it may have several true labellings. */
export interface Measured {
  readonly set: string;
  readonly known: readonly number[];
  /** One a seed. */
  readonly runs: readonly Run[];
}

/** Runs the cell as a new notebook would, but for these changes. */
export async function chooseK(
  matrix: Matrix,
  changes: Partial<ParamsOf<typeof definition.params>> = {},
  seed = 1,
): Promise<ChooseKDisplay> {
  const params = { ...initialParams(definition.params), ...changes };
  const { display } = await finish(
    compute.run(params, { points: pointsOf(matrix) }, toolsOf(seed)),
  );
  // What this computation shows, by its definition.
  return display as ChooseKDisplay;
}

/** Every benchmark set with its true numbers of clusters. */
export function benchmarkSets(): Map<string, number[]> {
  const [header = [], ...lines] = linesOf(textOf('catalogue.csv'), ',');
  const sets = new Map<string, number[]>();
  for (const line of lines) {
    const at = (name: string): string => line[header.indexOf(name)] ?? '';
    const name = `${at('battery')}/${at('dataset')}`;
    const known = new Set([...(sets.get(name) ?? []), Number(at('k'))]);
    sets.set(
      name,
      [...known].sort((a, b) => a - b),
    );
  }
  return sets;
}

export async function measure(
  set: string,
  known: readonly number[],
  seeds: readonly number[] = SEEDS,
): Promise<Measured> {
  const lines = linesOf(textOf(`${set}.data.gz`), /\s+/);
  const matrix = matrixOf(lines.map((line) => line.map(Number)));
  const runs: Run[] = [];
  for (const seed of seeds) {
    const display = await chooseK(matrix, {}, seed);
    const { totalInertia, excess, candidates } = display;
    // Before ties are settled in favour of what the cell recommends.
    const votes = votesOf(display);
    runs.push({
      totalInertia: rounded(totalInertia, 6),
      excess: excess === null ? null : rounded(excess, 3),
      votes: INDICES.map((key) => votes[key]),
      inertia: candidates.map(({ inertia }) => rounded(inertia, 6)),
      stability: candidates.map(({ stability }) => rounded(stability ?? 0, 5)),
    });
  }
  // As it is written and read: what is not finite is null.
  return JSON.parse(JSON.stringify({ set, known, runs })) as Measured;
}

/** The digits that matter: none of the decisions is as close as that. */
function rounded(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

function textOf(path: string): string {
  return new TextDecoder().decode(realFile(`${FOLDER}/${path}`));
}

function linesOf(text: string, separator: string | RegExp): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(separator));
}

export function readMeasured(): readonly Measured[] {
  // We wrote it ourselves, below.
  return existsSync(RECORDED)
    ? (JSON.parse(readFileSync(RECORDED, 'utf8')) as readonly Measured[])
    : [];
}

export function writeMeasured(sets: readonly Measured[]): void {
  writeFileSync(RECORDED, `[\n${sets.map((set) => JSON.stringify(set)).join(',\n')}\n]\n`);
}

/** Six indices alone; the k that the cell names; the same, but none where it sees no structure. */
export const COLUMNS = [...INDICES, 'ours', 'strict'] as const;
export type Column = (typeof COLUMNS)[number];
const NAMES = ['knee', 'silh.', 'CH', 'DB', 'gap', 'stable', 'ours', 'strict'];

/** What each column chooses with one seed; null for no clear structure. */
export function choicesOf(run: Run): Record<Column, number | null> {
  const votes = votesIn(run);
  const { totalInertia, excess } = run;
  const verdict = decide({
    totalInertia,
    excess,
    votes,
    single: null,
    candidates: candidatesOf(run),
  });
  const ours = 'clusters' in verdict ? verdict.clusters : null;
  return { ...votes, ours, strict: verdict.kind === 'recommended' ? ours : null };
}

function votesIn({ votes }: Run): Record<IndexKey, number | null> {
  const at = (key: IndexKey) => votes[INDICES.indexOf(key)] ?? null;
  return {
    inertia: at('inertia'),
    silhouette: at('silhouette'),
    calinskiHarabasz: at('calinskiHarabasz'),
    daviesBouldin: at('daviesBouldin'),
    gap: at('gap'),
    stability: at('stability'),
  };
}

function candidatesOf({ inertia, stability }: Run): Candidate[] {
  const unused = {
    silhouette: null,
    silhouetteError: 0,
    calinskiHarabasz: null,
    daviesBouldin: null,
    gap: null,
    gapError: 0,
    stabilityError: 0,
    smallest: 1,
  };
  return inertia.map((own, i) => ({
    ...unused,
    clusters: i + 2,
    inertia: own,
    stability: stability[i]!,
  }));
}

/** Whether each column is right about each set, one a seed: everything else is counted from it. */
export type Hits = readonly Record<Column, readonly boolean[]>[];

export function hitsOf(sets: readonly Measured[]): Hits {
  return sets.map(({ known, runs }) => {
    const choices = runs.map(choicesOf);
    const hits = COLUMNS.map((column) => [
      column,
      choices.map(({ [column]: choice }) => choice !== null && known.includes(choice)),
    ]);
    // Every column has its entry.
    return Object.fromEntries(hits) as Record<Column, readonly boolean[]>;
  });
}

/** On how many sets a column is right, one a seed. */
export function countsOf(hits: Hits, column: Column): readonly number[] {
  return SEEDS.map((_, at) => hits.filter((set) => set[column][at]).length);
}

/**
 * The table of choices with the first seed, a star where a choice is a true number of clusters; below
 * it on how many sets each is right with each seed, the mean over seeds, and the least.
 */
export function tableOf(sets: readonly Measured[]): string {
  const lines = sets.map(({ set, known, runs }) => {
    const choices = choicesOf(runs[0]!);
    const cells = COLUMNS.map((column) => {
      const choice = choices[column];
      const star = choice !== null && known.includes(choice) ? '*' : '';
      return `${choice ?? 'none'}${star}`;
    });
    return lineOf(set, known.join(','), cells);
  });
  const hits = hitsOf(sets);
  const counts = COLUMNS.map((column) => countsOf(hits, column));
  const below = [
    ...SEEDS.map((seed, at) =>
      lineOf(
        `${sets.length} sets, seed ${seed}`,
        '',
        counts.map((count) => `${count[at]}`),
      ),
    ),
    lineOf(
      'mean over seeds',
      '',
      counts.map((count) => (count.reduce((a, b) => a + b, 0) / count.length).toFixed(2)),
    ),
    lineOf(
      'least',
      '',
      counts.map((count) => `${Math.min(...count)}`),
    ),
  ];
  return [lineOf('set', 'true k', NAMES), ...lines, ...below].join('\n');
}

function lineOf(name: string, known: string, cells: readonly string[]): string {
  return `${name.padEnd(24)}${known.padStart(8)}${cells.map((cell) => cell.padStart(8)).join('')}`;
}
