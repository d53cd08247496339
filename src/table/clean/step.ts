/**
 * One step of cleaning as the document keeps it: what is done to which columns, by name. An empty
 * list of columns means every column that the step is meant for (`columns-for.ts`). `isOff` keeps a step without doing it.
 */
export type CleanStep = Switch &
  (
    | DropDuplicates
    | NormalizeText
    | ConvertType
    | ConvertUnit
    | MapValues
    | SetMissing
    | FillMissing
    | DropMissing
    | Outliers
    | Validate
    | DropColumns
  );

export type CleanStepKind = CleanStep['kind'];

type Switch = {
  readonly isOff?: boolean;
};

/** Rows equal in these columns (none: in all); missing equals missing. */
type DropDuplicates = {
  readonly kind: 'drop-duplicates';
  readonly columns: readonly string[];
  readonly keep: 'first' | 'last' | 'most-complete';
};

/** Spaces at the ends and repeated ones, full-width letters and digits (NFKC), upper and lower case. */
type NormalizeText = {
  readonly kind: 'normalize-text';
  readonly columns: readonly string[];
  readonly spaces: boolean;
  readonly width: boolean;
  readonly case: 'keep' | 'lower' | 'upper' | 'title';
};

type ConvertType = {
  readonly kind: 'convert-type';
  readonly column: string;
  readonly to: 'number' | 'date' | 'boolean' | 'category' | 'text' | 'identifier';
  /** Of dates: day or month first where both are possible. */
  readonly dayFirst?: boolean;
};

/** value × factor + offset, with the new unit. */
type ConvertUnit = {
  readonly kind: 'convert-unit';
  readonly column: string;
  readonly factor: number;
  readonly offset: number;
  readonly unit: string;
};

/** Texts as `textOf` writes them; to null: missing. */
type MapValues = {
  readonly kind: 'map-values';
  readonly column: string;
  readonly values: readonly { readonly from: string; readonly to: string | null }[];
};

/** Values that stand for "not known", such as 999 or 1900-01-01, as `textOf` writes them. */
type SetMissing = {
  readonly kind: 'set-missing';
  readonly columns: readonly string[];
  readonly values: readonly string[];
};

type FillMissing = {
  readonly kind: 'fill-missing';
  readonly columns: readonly string[];
  readonly rule: 'mean' | 'median' | 'mode' | 'constant' | 'group-median';
  /** Of `constant`: as text. */
  readonly value?: string;
  /** Of `group-median`: the column that forms the groups. */
  readonly by?: string;
};

/** Leaves out rows that lack a value in one of these columns. */
type DropMissing = {
  readonly kind: 'drop-missing';
  readonly columns: readonly string[];
};

/**
 * Values beyond: `iqr`: quartiles ± limit × IQR; `z`: mean ± limit × standard deviation; `mad`: median ±
 * limit × 1.4826 × MAD; `percentile`: outside the limit-th and (100 − limit)-th percentile.
 */
type Outliers = {
  readonly kind: 'outliers';
  readonly columns: readonly string[];
  readonly rule: 'iqr' | 'z' | 'mad' | 'percentile';
  readonly limit: number;
  readonly action: 'clip' | 'drop' | 'set-aside';
};

/**
 * A rule that values must follow; breaches are listed with their rows, and changed by `action`. A
 * missing value breaks no rule but `present`; `unique` is broken by what an earlier row holds; a
 * `pattern` must fit the whole value; the ends of a `range` of dates are milliseconds since 1970.
 */
type Validate = {
  readonly kind: 'validate';
  readonly column: string;
  readonly check:
    | { readonly rule: 'present' }
    | { readonly rule: 'unique' }
    | { readonly rule: 'range'; readonly min: number | null; readonly max: number | null }
    | { readonly rule: 'pattern'; readonly pattern: string }
    | { readonly rule: 'allowed'; readonly values: readonly string[] };
  readonly action: 'report' | 'drop' | 'set-aside' | 'set-missing';
};

type DropColumns = {
  readonly kind: 'drop-columns';
  readonly columns: readonly string[];
};

/** The step of one kind. */
export type StepOf<K extends CleanStepKind> = Extract<CleanStep, { readonly kind: K }>;
