import type { ColumnMeta, ColumnType } from '../../core/values';
import type { EventOutcome } from '../../table/sequence/outcomes';
import type { EventRoles } from '../../table/sequence/roles';

/** A session of the picture: its events, in ms on the users' clocks. */
export interface ShownSession {
  /** Thinned where there are very many. */
  readonly times: readonly number[];
  readonly events: number;
}

/** One user of the picture. */
export interface Strip {
  readonly name: string;
  readonly events: number;
  readonly sessions: number;
  /** In time order; the latest, where there are very many. */
  readonly shown: readonly ShownSession[];
}

/** A column of numbers that comes out: quartiles of the values that are there. */
export interface FigureSummary {
  readonly name: string;
  readonly missing: number;
  /** First quartile, median and third quartile; null where every value is missing. */
  readonly quartiles: readonly [number, number, number] | null;
  /** Least and largest; null where there is none, or they are kept back. */
  readonly range: readonly [number, number] | null;
}

export interface SequenceDisplay {
  /** Rows and columns of what comes out. */
  readonly rows: number;
  readonly columns: readonly ColumnMeta[];
  readonly source: {
    readonly rows: number;
    /** Different users in all rows, those too that are left out. */
    readonly users: number;
    readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  };
  readonly roles: EventRoles;
  /** Rows by what became of them; they add up to the rows of the source. */
  readonly counts: Readonly<Record<EventOutcome, number>>;
  /** Milliseconds on the users' clocks. */
  readonly reference: number;
  readonly firstEvent: number;
  readonly lastEvent: number;
  /** The log knows times of the day. */
  readonly hasClock: boolean;
  readonly users: number;
  readonly sessions: number;
  /** Users with an event in the last days before the reference. */
  readonly active: readonly { readonly days: number; readonly users: number }[];
  /** The most frequent events first; `others` are those of the kinds that are not named. */
  readonly events: {
    readonly kinds: number;
    readonly named: readonly {
      readonly name: string;
      readonly count: number;
      readonly users: number;
    }[];
  };
  /** Names that were chosen and do not occur. */
  readonly unknown: readonly string[];
  /** From one event to the next within a session; null: there is one kind at most, or no step. */
  readonly transitions: {
    readonly names: readonly string[];
    /** Row-major: from × to. */
    readonly counts: readonly number[];
    readonly steps: number;
  } | null;
  /** How much time lies between events of a user, by the classes of `GAP_EDGES`. */
  readonly gaps: readonly number[];
  /** A few users, from the most to the least active. */
  readonly strips: readonly Strip[];
  readonly figures: readonly FigureSummary[];
}
