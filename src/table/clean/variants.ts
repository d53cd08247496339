import { levelsOf } from './column-values';
import { normalized } from './normalize-text';
import type { NewColumn } from '../create-table';
import { BLOCK, SLOW_BLOCK, type Paced } from './pace';
import type { Working } from './working';

/** Values that a list of choices shows, and groups of variants that it suggests to merge. */
const MOST_VALUES = 100;
const MOST_GROUPS = 20;

export interface CountedValue {
  readonly value: string;
  readonly count: number;
}

/** Spellings that are one value once spaces, width and case are the same; the most frequent first. */
export type VariantGroup = readonly CountedValue[];

export interface ColumnValues {
  readonly column: string;
  readonly distinct: number;
  /** The most frequent first, at most a hundred. */
  readonly values: readonly CountedValue[];
  readonly groups: readonly VariantGroup[];
}

const RULES = { spaces: true, width: true, case: 'lower' } as const;

/** The values of a column in the kept rows, and which of them are variants of one another. */
export function* columnValues(working: Working, column: NewColumn): Paced<ColumnValues> {
  const { codes, levels } = yield* levelsOf(column);
  const counts = new Float64Array(levels.length);
  for (let i = 0; i < working.kept.length; i++) {
    const code = codes[working.kept[i]!]!;
    if (code >= 0) counts[code]!++;
    if (i % (BLOCK * 8) === 0) yield;
  }
  const all: CountedValue[] = [];
  const byForm = new Map<string, CountedValue[]>();
  const isText =
    column.type === 'category' || column.type === 'text' || column.type === 'identifier';
  for (const [code, value] of levels.entries()) {
    if (code % SLOW_BLOCK === SLOW_BLOCK - 1) yield;
    if (counts[code] === 0) continue;
    const counted = { value, count: counts[code]! };
    all.push(counted);
    if (!isText) continue;
    const form = normalized(value, RULES);
    const group = byForm.get(form);
    if (group) group.push(counted);
    else byForm.set(form, [counted]);
  }
  yield;
  const groups = [...byForm.values()].filter((group) => group.length > 1).map(byCount);
  return {
    column: column.name,
    distinct: all.length,
    values: byCount(all).slice(0, MOST_VALUES),
    groups: groups.sort((a, b) => total(b) - total(a)).slice(0, MOST_GROUPS),
  };
}

function byCount(values: CountedValue[]): CountedValue[] {
  return values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function total(group: VariantGroup): number {
  return group.reduce((sum, { count }) => sum + count, 0);
}
