import type { ColumnType } from '../../core/values';

/** How soon something should be looked at: before anything else, before modelling, or only known. */
export type Severity = 'high' | 'medium' | 'low';

export type AlertKind =
  | 'all-missing'
  | 'mostly-missing'
  | 'missing'
  | 'constant'
  | 'almost-constant'
  | 'identifier'
  | 'almost-unique'
  | 'duplicate-identifiers'
  | 'skewed'
  | 'outliers'
  | 'outliers-on-log'
  | 'zero-inflated'
  | 'stand-in-numbers'
  | 'stand-in-zeros'
  | 'stand-in-dates'
  | 'impossible-ages'
  | 'impossible-birth-years'
  | 'future-dates'
  | 'date-gap'
  | 'placeholders'
  | 'mixed-types'
  | 'variants'
  | 'rare-levels'
  | 'duplicate-rows'
  | 'duplicate-but-identifier'
  | 'equal-columns'
  | 'correlated';

/** A value as `textOf` writes it (cut when long), and in how many rows it stands. */
export interface Example {
  readonly value: string;
  readonly count: number;
}

/** Spellings that differ in spaces, width or case only, and the one that most rows use. */
export interface Spellings {
  readonly to: string;
  readonly from: readonly Example[];
}

/** Something true of the table that people should know before they use it. */
export interface Alert {
  readonly kind: AlertKind;
  readonly severity: Severity;
  /** Names of the columns concerned; none: whole rows. */
  readonly columns: readonly string[];
  /** Type of the first column. */
  readonly type?: ColumnType;
  /** Values, rows or levels concerned, by the kind … */
  readonly count: number;
  /** … among so many. */
  readonly of: number;
  /** The measure that decided: skewness, r, days of a gap … */
  readonly figure?: number;
  /** Limits that were passed, or the ends of a gap: numbers or ms. */
  readonly range?: readonly [number | null, number | null];
  readonly examples: readonly Example[];
  readonly spellings?: readonly Spellings[];
}

const RANK: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2 };

/** The most severe first; equal ones stay in order. */
export function bySeverity(alerts: readonly Alert[]): readonly Alert[] {
  return [...alerts].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

const LONGEST = 40;

/** A value short enough for a report; cut values end with "…". */
export function cutValue(value: string): string {
  if (value.length <= LONGEST) return value;
  const characters = [...value];
  return characters.length <= LONGEST ? value : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
