import type { ColumnType } from '../../core/values';
import type { Fault } from './normalize';
import type { Role } from './params';

export interface Preview {
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  /** Values as the file has them; null: missing. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** The label of each row: a segment's index, −1 noise, −2 left out by the features. */
  readonly labels: readonly number[];
}

export interface FaultCount {
  /** Null: whole rows. */
  readonly role: Role | null;
  readonly fault: Fault | 'no-key';
  readonly count: number;
  /** The first rows, counted from 1. */
  readonly rows: readonly number[];
}

export interface ListDisplay {
  readonly fields: readonly {
    readonly role: Role;
    readonly column: string | null;
    readonly isGuess: boolean;
  }[];
  /** Columns that may be chosen for a field. */
  readonly candidates: readonly string[];
  readonly leftOut: number;
  readonly faults: readonly FaultCount[];
}

export interface AudienceDisplay {
  /** Rows that the file has. */
  readonly rows: number;
  /** Rows of the table in each segment, in none, and left out before the clustering. */
  readonly sizes: readonly number[];
  readonly noise: number;
  readonly dropped: number;
  /** Columns of the file that say who somebody is, with how many values they have. */
  readonly identifying: readonly { readonly column: string; readonly values: number }[];
  /** Every column that could be written. */
  readonly columns: readonly string[];
  /** Units that were taken off the values; files hold numbers alone. */
  readonly units: readonly { readonly column: string; readonly unit: string }[];
  readonly preview: Preview;
  /** Null: the file is the whole table. */
  readonly list: ListDisplay | null;
}
