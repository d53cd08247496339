import type { Tools } from '../core/cell-compute';
import type { Job } from '../core/job';
import type { JsonObject } from '../core/json';
import { Problem } from '../core/problem';
import type { ColumnMeta, TableValue } from '../core/values';
import type { RoleColumn } from '../table/rfm/roles';
import { computeOf } from './compute-of';
import { runCell } from './suggest-clusters';

/** The cells that make one row a person of a table with many rows of each. */
export const PEOPLE_KINDS = ['rfm', 'sequence'] as const;
export type PeopleKind = (typeof PEOPLE_KINDS)[number];

/** What people are grouped by: these stand right after the person's name. */
const MEASURES: Readonly<Record<PeopleKind, readonly string[]>> = {
  rfm: ['recency', 'frequency', 'monetary'],
  // How recent, how often and what a session is like; more would say the same again.
  sequence: ['recency', 'activeDays', 'sessionEvents', 'distinct'],
};

/** What the columns of the table are to the cell, by role. */
export type Roles = Readonly<Record<string, RoleColumn | undefined>>;

export interface FoundPeople {
  /** The columns of the table, written out. */
  readonly params: JsonObject;
  /** One row a person; null when no row counts. */
  readonly people: TableValue | null;
  readonly columns: readonly ColumnMeta[];
}

/** Runs the cell that the notebook will have, on the whole table. */
export async function* peopleOf(
  table: TableValue,
  { kind, roles }: { readonly kind: PeopleKind; readonly roles: Roles },
  tools: Tools,
): Job<FoundPeople, never> {
  const params = Object.fromEntries(
    Object.entries(roles).flatMap(([role, found]) =>
      found === undefined ? [] : [[role, found.column]],
    ),
  );
  try {
    const measured = { params: { ...params, figures: MEASURES[kind] }, inputs: { table }, tools };
    const people = yield* runCell(computeOf(kind), measured);
    if (people?.kind !== 'table') throw new Problem('input-missing', { input: 'table' });
    return { params, people, columns: people.columns.slice(1) };
  } catch (thrown) {
    if (thrown instanceof Problem) return { params, people: null, columns: [] };
    throw thrown;
  }
}
