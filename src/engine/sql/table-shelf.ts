import type { QueryTable } from '../../core/query';
import type { TableValue } from '../../core/values';
import type { NamedTable } from './database';
import { columnNames } from './column-names';

/** What the tables of no present query may hold on to. */
const IDLE_VALUES = 2e7;

interface Kept {
  readonly id: string;
  readonly value: TableValue;
}

export interface Taken {
  /** The tables of the query, in order. */
  readonly named: readonly NamedTable[];
  /** Those that the database does not have yet. */
  readonly added: readonly Kept[];
  /** Those that it need not keep any longer. */
  readonly dropped: readonly string[];
}

const valuesIn = ({ rows, columns }: TableValue): number => rows * columns.length;

/**
 * Which tables a database has: each value once, however often it is asked about; those not asked
 * about for the longest time go when they are many.
 */
export class TableShelf {
  /** In the order of last use. */
  #kept: readonly Kept[] = [];
  #lastId = 0;

  take(tables: readonly QueryTable[]): Taken {
    const wanted = [...new Set(tables.map(({ value }) => value))];
    const added = wanted
      .filter((value) => !this.#kept.some((kept) => kept.value === value))
      .map((value) => ({ id: `t${++this.#lastId}`, value }));
    const present = [...this.#kept, ...added];
    const used = present.filter(({ value }) => wanted.includes(value));
    const idle = this.#kept.filter(({ value }) => !wanted.includes(value));
    let room = IDLE_VALUES;
    const staying = idle.toReversed().filter(({ value }) => (room -= valuesIn(value)) >= 0);
    const dropped = idle.filter((kept) => !staying.includes(kept)).map(({ id }) => id);
    this.#kept = [...staying.toReversed(), ...used];
    const named = tables.map(({ name, value }) => {
      const { id } = used.find((kept) => kept.value === value)!;
      return { id, name, columns: columnNames(value.columns) };
    });
    return { named, added, dropped };
  }

  /** The database did not get them, or is gone. */
  forget(ids?: readonly string[]): void {
    this.#kept = ids ? this.#kept.filter(({ id }) => !ids.includes(id)) : [];
  }
}
