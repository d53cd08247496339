import type { ColumnMeta, Cycle, Feature, Partner } from '../../core/values';
import type { Transform } from './choose-transform';

export const SCALES = ['standard', 'robust', 'min-max', 'none'] as const;
export type Scale = (typeof SCALES)[number];

/** `drop` leaves out rows without a value; `median-flag` fills and adds a 0/1 feature that says so. */
export const MISSING_RULES = ['median', 'mean', 'mode', 'drop', 'median-flag'] as const;
/** Of categories: a level of its own, the most frequent level, or the row is left out. */
export const LEVEL_RULES = ['own', 'mode', 'drop'] as const;
export type MissingRule = (typeof MISSING_RULES)[number] | (typeof LEVEL_RULES)[number];

/** What texts can become. `frequency` is a share of rows, `count` their number. */
export const TEXT_ENCODES = ['one-hot', 'ordinal', 'frequency', 'count', 'hash', 'tags'] as const;
export type TextEncode = (typeof TEXT_ENCODES)[number];

/** What dates can become, beside their parts that go in cycles: `none` leaves these alone. */
export const DATE_ENCODES = ['number', 'age', 'until', 'none'] as const;
export type DateEncode = (typeof DATE_ENCODES)[number];

/** How one column is to become features. What is absent follows the usual rule of its encoding. */
export interface FeatureChoice {
  readonly column: ColumnMeta;
  readonly transform: Transform;
  readonly scale: Scale;
  readonly missing: MissingRule;
  /** Categories and tags: this many most frequent ones get a feature each, the rest one together. */
  readonly levels: number;
  readonly encode?: TextEncode | DateEncode;
  /** Below 1 a share of the rows with a value, from 1 on a number of rows: rarer levels go together. */
  readonly rareBelow?: number;
  /** `ordinal`: the levels from the lowest on; absent or empty: in their natural order. */
  readonly order?: readonly string[];
  /** `hash`: into how many features. */
  readonly slots?: number;
  /** `tags`: what stands between two; absent or empty: guessed. */
  readonly separator?: string;
  /** `age`, `until`: ms since 1970; absent: the latest date of the column. */
  readonly reference?: number;
  readonly cycles?: readonly Cycle[];
  /** What the column adds to squared distances is multiplied by this; absent: 1. */
  readonly weight?: number;
  readonly partner?: { readonly column: ColumnMeta; readonly operation: Partner['operation'] };
}

/** Why a column gave no feature. */
export type Unfit = 'all-missing' | 'constant';

/** What a column was learned to become; `unfit` says why it becomes nothing. */
export interface FittedColumn {
  readonly column: ColumnMeta;
  readonly choice: FeatureChoice;
  readonly features: readonly Feature[];
  /** Kept rows without a value. */
  readonly missing: number;
  readonly unfit: Unfit | null;
}

/** True for columns that become one feature each in their own order: numbers, dates, yes and no. */
export function isNumeric({ type }: ColumnMeta): boolean {
  return type === 'number' || type === 'date' || type === 'boolean';
}

/** True for what is counted by its levels: texts, and numbers that are codes (a region, a channel). */
export function isCategory({ column, encode, partner }: FeatureChoice): boolean {
  if (!isNumeric(column)) return true;
  const isCode = TEXT_ENCODES.some((encoding) => encoding === encode);
  return column.type === 'number' && partner === undefined && isCode;
}

/** What a choice is called: its column, or two of them with the sign between. */
export function nameOfChoice({ column, partner }: FeatureChoice): string {
  if (partner === undefined) return column.name;
  return `${column.name} ${partner.operation === 'product' ? '×' : '÷'} ${partner.column.name}`;
}

/** The feature that tells rows without a value apart. A dash needs no language. */
export function flagOf({ name, id }: ColumnMeta): Feature {
  return { name: `${name} = —`, columnId: id, steps: [{ kind: 'missing-flag' }] };
}

/** True where a fill goes together with a feature that says what was filled. */
export function isFlagged(missing: MissingRule): boolean {
  return missing === 'median-flag' || missing === 'own';
}
