import type { Job } from './job';
import type { TableValue } from './values';

/** A table under the name by which a query speaks of it. */
export interface QueryTable {
  readonly name: string;
  readonly value: TableValue;
}

export interface QueryRequest {
  /** One statement that reads, without a semicolon at its end. */
  readonly sql: string;
  readonly tables: readonly QueryTable[];
}

export interface QueryResult {
  readonly value: TableValue;
  /** Numbers beyond all bounds or none at all (∞, NaN): they are missing values in the table. */
  readonly notFinite: number;
}

/**
 * Asks a database that knows these tables and nothing else: no files, no network, nothing kept.
 * The same request on the same tables gives the same rows in the same order. Throws `Problem`s.
 */
export type Query = (request: QueryRequest) => Job<QueryResult, never>;
