import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import compute from '../../src/cells/choose-k/compute';
import { decide } from '../../src/cells/choose-k/decide';
import { definition } from '../../src/cells/choose-k/definition';
import { INDICES, type Candidate, type ChooseKDisplay } from '../../src/cells/choose-k/display';
import { votesOf } from '../../src/cells/choose-k/votes';
import { finish } from '../../src/core/job';
import type { Matrix } from '../../src/core/matrix';
import { initialParams, type ParamsOf } from '../../src/core/params';
import { matrixOf } from './blobs';
import { realFile } from './real-data';
import { pointsOf, toolsOf } from './tools';

const FOLDER = 'clustering-give';
const RECORDED = 'tests/oracle/choose-k-sets.json';

/** What the cell measured on a benchmark set, whose true numbers of clusters are known. */
export interface Measured {
  readonly set: string;
  /** A set may have several true labellings. */
  readonly known: readonly number[];
  readonly totalInertia: number;
  readonly single: ChooseKDisplay['single'];
  readonly excess: number | null;
  readonly candidates: readonly Candidate[];
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

export async function measure(set: string, known: readonly number[]): Promise<Measured> {
  const lines = linesOf(textOf(`${set}.data.gz`), /\s+/);
  const display = await chooseK(matrixOf(lines.map((line) => line.map(Number))));
  const { totalInertia, single, excess, candidates } = display;
  const measured: Measured = { set, known, totalInertia, single, excess, candidates };
  return JSON.parse(JSON.stringify(measured, rounded)) as Measured;
}

/** Eight digits that matter: none of the decisions is as close as that. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(8)) : value;
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

/** What each index chooses alone, and what the cell recommends; null for no clear structure. */
export function choicesOf(measured: Measured): Record<string, number | null> {
  const votes = votesOf(measured);
  const verdict = decide({ ...measured, votes });
  const ours = verdict.kind === 'recommended' ? verdict.clusters : null;
  return { ...votes, ours };
}

export const COLUMNS = [...INDICES, 'ours'] as const;

/** The table of choices: a star where a choice is a true number of clusters. */
export function tableOf(sets: readonly Measured[]): string {
  const lines = sets.map((measured) => {
    const choices = choicesOf(measured);
    const cells = COLUMNS.map((column) => {
      const choice = choices[column] ?? null;
      const star = choice !== null && measured.known.includes(choice) ? '*' : '';
      return `${choice ?? 'none'}${star}`.padStart(8);
    });
    return `${measured.set.padEnd(24)}${measured.known.join(',').padStart(8)}${cells.join('')}`;
  });
  const names = ['knee', 'silh.', 'CH', 'DB', 'gap', 'stable', 'ours'];
  const head = `${'set'.padEnd(24)}${'true k'.padStart(8)}${names.map((name) => name.padStart(8)).join('')}`;
  const hits = COLUMNS.map((column) => String(hitsOf(sets, column)).padStart(8));
  return [head, ...lines, `${`${sets.length} sets`.padEnd(32)}${hits.join('')}`].join('\n');
}

/** On how many sets a choice is a true number of clusters. */
export function hitsOf(sets: readonly Measured[], column: (typeof COLUMNS)[number]): number {
  return sets.filter((measured) => {
    const choice = choicesOf(measured)[column] ?? null;
    return choice !== null && measured.known.includes(choice);
  }).length;
}
