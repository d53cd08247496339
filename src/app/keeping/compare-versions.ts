import { canonicalJson, ownValue, type Json } from '../../core/json';
import type { Cell, Notebook } from '../../core/notebook';

/** A parameter that differs; undefined where one side has none. */
export interface ParamChange {
  readonly param: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** A line of prose that only one side has, or both. */
export interface ProseLine {
  readonly text: string;
  readonly side: 'before' | 'after' | 'both';
}

export type CellChange =
  | { readonly kind: 'added' | 'removed' | 'moved'; readonly cell: Cell }
  | {
      readonly kind: 'changed';
      readonly cell: Cell;
      readonly params: readonly ParamChange[];
      readonly prose: readonly ProseLine[] | null;
      /** Title, inputs or folding differ. */
      readonly others: readonly ('title' | 'inputs' | 'look' | 'kind')[];
    };

export interface VersionChanges {
  readonly cells: readonly CellChange[];
  /** What of the notebook itself differs. */
  readonly frame: readonly ('title' | 'seed' | 'sources' | 'language')[];
}

/** What happened to a notebook from one version to another, cell by cell in the order of the later. */
export function compareVersions(before: Notebook, after: Notebook): VersionChanges {
  const old = new Map(before.cells.map((cell) => [cell.id, cell]));
  const staying = new Set(after.cells.map(({ id }) => id));
  const moved = movedIds(before, after);
  const cells = after.cells.flatMap((cell): CellChange[] => {
    const former = old.get(cell.id);
    if (!former) return [{ kind: 'added', cell }];
    const change = changeOf(former, cell);
    return [...(moved.has(cell.id) ? [{ kind: 'moved', cell } as const] : []), ...change];
  });
  const removed = before.cells.filter(({ id }) => !staying.has(id));
  const gone = removed.map((cell) => ({ kind: 'removed', cell }) as const);
  const parts = ['title', 'seed', 'sources', 'language'] as const;
  return {
    cells: [...cells, ...gone],
    frame: parts.filter((part) => !isSame(before[part], after[part])),
  };
}

function changeOf(before: Cell, after: Cell): CellChange[] {
  const names = new Set([...Object.keys(before.params), ...Object.keys(after.params)]);
  const params = [...names]
    .map((param) => ({
      param,
      before: ownValue(before.params, param),
      after: ownValue(after.params, param),
    }))
    .filter(({ before: was, after: becomes }) => !isSame(was, becomes));
  const text = params.find(({ param }) => param === 'text');
  const isProse = typeof text?.before === 'string' && typeof text.after === 'string';
  const prose = isProse ? compareLines(String(text.before), String(text.after)) : null;
  const others = [
    ...(before.kind === after.kind ? [] : (['kind'] as const)),
    ...(before.title === after.title ? [] : (['title'] as const)),
    ...(isSame(before.inputs, after.inputs) ? [] : (['inputs'] as const)),
    ...(isSame(lookOf(before), lookOf(after)) ? [] : (['look'] as const)),
  ];
  if (params.length === 0 && others.length === 0) return [];
  const rest = prose ? params.filter(({ param }) => param !== 'text') : params;
  return [{ kind: 'changed', cell: after, params: rest, prose, others }];
}

/** All of a cell but what the other comparisons look at. */
function lookOf(cell: Cell): object {
  return { ...cell, params: null, inputs: null, title: null, kind: null };
}

function isSame(one: unknown, other: unknown): boolean {
  // Documents hold nothing but data.
  return canonicalJson((one ?? null) as Json) === canonicalJson((other ?? null) as Json);
}

/** The fewest cells that have to move to turn one order into the other. */
function movedIds(before: Notebook, after: Notebook): Set<string> {
  const place = new Map(before.cells.map(({ id }, i) => [id, i]));
  const shared = after.cells.map(({ id }) => id).filter((id) => place.has(id));
  const stay = longestRising(shared.map((id) => place.get(id) ?? 0));
  return new Set(shared.filter((_, i) => !stay.has(i)));
}

/** Positions of a longest rising subsequence (patience sorting). */
function longestRising(values: readonly number[]): Set<number> {
  const tops: number[] = [];
  const previous = values.map((value, i) => {
    const found = tops.findIndex((top) => (values[top] ?? 0) >= value);
    const pile = found < 0 ? tops.length : found;
    tops[pile] = i;
    return tops[pile - 1] ?? -1;
  });
  const kept = new Set<number>();
  for (let i = tops.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) kept.add(i);
  return kept;
}

/** Lines of two texts beside each other, by their longest common subsequence. */
export function compareLines(before: string, after: string): ProseLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  // Beyond this the table of lengths costs more than the reader gains.
  if (a.length * b.length > 1_000_000) {
    return [
      ...a.map((text) => ({ text, side: 'before' }) as const),
      ...b.map((text) => ({ text, side: 'after' }) as const),
    ];
  }
  const lengths = commonLengths(a, b);
  const lines: ProseLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]];
    if (one !== undefined && one === other) {
      lines.push({ text: one, side: 'both' });
      i++;
      j++;
    } else if (
      one !== undefined &&
      (other === undefined || lengths[i + 1]![j]! >= lengths[i]![j + 1]!)
    ) {
      lines.push({ text: one, side: 'before' });
      i++;
    } else {
      lines.push({ text: other ?? '', side: 'after' });
      j++;
    }
  }
  return lines;
}

/** How many lines the ends of two texts, from line i and line j on, have in common. */
function commonLengths(a: readonly string[], b: readonly string[]): Int32Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Int32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [below, right] = [lengths[i + 1]![j]!, lengths[i]![j + 1]!];
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(below, right);
    }
  }
  return lengths;
}
