import { defineCompute } from '../../core/cell-compute';
import { paced, type Job } from '../../core/job';
import { createRandom } from '../../core/random';
import type { TableValue } from '../../core/values';
import { sampleIndexes } from '../../metrics/sample-rows';
import { adjustPValues } from '../../metrics/selection/adjust-p-values';
import { columnNamed } from '../../table/column';
import { createTable } from '../../table/create-table';
import { sameColumn } from '../../table/take-rows';
import { groupAlike, nearestOf, type Group } from './advise';
import { askTarget, type Bond } from './ask-target';
import { definition, type Params } from './definition';
import type { SelectDisplay, Target } from './display';
import { enterPath, type PathFound } from './enter-path';
import { findLinks } from './find-links';
import { judge, type Measured } from './judge';
import { isVarying, spreadOf, type Spread } from './measure-variance';
import { isJudged, readTarget, type TargetValues } from './read-columns';

/** Rows that nearest neighbours are looked for among. */
const NEIGHBOR_ROWS = 20_000;
const NO_PATH: PathFound = { path: null, entered: [], sample: null };

export default defineCompute(definition, async function* (params, { table }, { seed }) {
  const random = createRandom(seed, 'select');
  const target = params.target === '' ? null : columnNamed(table, params.target);
  const read = target && (yield* paced(readTarget(table, target), at(0)));
  const spreads = yield* paced(measureAll(table, params), at(0.02));
  const varying = spreads.filter((spread) => isVarying(spread, params.leastVariance));
  const numeric = varying.filter(({ moments }) => moments !== null);
  const how = { method: params.correlation, random };
  const found = yield* sharing(findLinks(table, numeric, how), 0.05, 0.4);
  const bonds = read ? yield* askAll(table, spreads, { target: read, random }) : new Map();
  const candidates = numeric.map(({ column: { name }, missing }) => ({
    name,
    missing,
    information: bonds.get(name)?.information ?? null,
    decided: decidedFor(params, name),
  }));
  const groups = groupAlike(candidates, found.links, params);
  const alone = varying.filter(({ column }) => !isSpokenFor(groups, column.name));
  const entry = read?.classes
    ? yield* sharing(enterPath(table, alone, { classes: read.classes, random }), 0.7, 1)
    : NO_PATH;
  const nearest = nearestOf(
    candidates.map(({ name }) => name),
    found.links,
  );
  const adjusted = adjust(bonds);
  const measured: Measured = { spreads, bonds, groups, nearest, entry, adjusted };
  const judged = judge(table, measured, params);
  const kept = judged.flatMap(({ isKept, name }) => (isKept ? [columnNamed(table, name)] : []));
  const value = createTable(
    kept.map((column) => sameColumn(table, column)),
    table.rows,
  );
  const display: SelectDisplay = {
    rows: value.rows,
    columns: value.columns,
    judged,
    groups: groups.map(({ names }) => names),
    target: read && describe(read),
    path: entry.path,
    samples: {
      correlation: found.sample,
      information: [...bonds.values()].some(({ isSampled }) => isSampled) ? NEIGHBOR_ROWS : null,
      path: entry.sample,
    },
  };
  return { value, display };
});

function at(done: number) {
  return { done, total: 1, phase: 'select' };
}

/** A part that yields its own share, as this stretch of the whole. */
async function* sharing<T>(
  work: Generator<number, T, void>,
  from: number,
  to: number,
): Job<T, never> {
  let share = 0;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    share = Math.max(share, step.value);
    yield at(from + (to - from) * share);
  }
}

function* measureAll(table: TableValue, { target, varianceScale }: Params) {
  const spreads: Spread[] = [];
  for (const column of table.columns) {
    if (column.name === target || !isJudged(table, column)) continue;
    yield;
    spreads.push(yield* spreadOf(table, column, varianceScale));
    yield;
  }
  return spreads;
}

function decidedFor({ decisions }: Params, name: string) {
  return decisions.findLast(({ column }) => column === name)?.verdict ?? null;
}

/** True for a column of a group that another one stays for. */
function isSpokenFor(groups: readonly Group[], name: string): boolean {
  return groups.some(({ names }) => names.includes(name) && names[0] !== name);
}

async function* askAll(
  table: TableValue,
  spreads: readonly Spread[],
  { target, random }: Omit<Parameters<typeof askTarget>[2], 'rows'>,
): Job<ReadonlyMap<string, Bond>, never> {
  const rows = sampleIndexes(table.rows, NEIGHBOR_ROWS, random);
  const bonds = new Map<string, Bond>();
  for (const [i, { column, isEmpty, constant }] of spreads.entries()) {
    if (isEmpty || constant !== null) continue;
    const share = 0.4 + (0.3 * i) / spreads.length;
    const bond = yield* paced(askTarget(table, column, { target, rows, random }), at(share));
    bonds.set(column.name, bond);
  }
  return bonds;
}

/** Adjusted p-values by name of column. */
function adjust(bonds: ReadonlyMap<string, Bond>): ReadonlyMap<string, number> {
  const tested = [...bonds].filter(([, { link }]) => link !== null);
  const adjusted = adjustPValues(tested.map(([, { link }]) => link!.p));
  return new Map(tested.map(([name], i) => [name, adjusted[i]!]));
}

function describe({ column, classes, missing }: TargetValues): Target {
  if (classes === null) return { name: column.name, classes: null, missing };
  const rows = new Float64Array(classes.size);
  classes.codes.forEach((code) => {
    if (code >= 0) rows[code]!++;
  });
  const named = classes.levels.map((name, code) => ({ name, rows: rows[code]! }));
  return { name: column.name, classes: named, missing };
}
