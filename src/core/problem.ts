/**
 * What can go wrong in a way that a user can understand and act on: a code and
 * facts. The words are in `locale/problems.ts`, chosen at the last moment.
 * Rows are 1-based line numbers of data rows as the user counts them (the
 * header is not a row); columns are named as in the file.
 */
export interface ProblemFacts {
  /** The file has no bytes. */
  'file-empty': { readonly name: string };
  /** The first bytes are those of another format, e.g. `PNG`. */
  /** A zero byte, which no text has; `offset` counts from 0. */
  'file-not-text': { readonly name: string; readonly offset: number };
  'file-not-a-table': { readonly name: string; readonly format: string };
  'file-header-only': { readonly name: string; readonly columns: number };
  'file-too-wide': { readonly name: string; readonly columns: number; readonly limit: number };
  /** No line of the file could be read as a row; `rows` is how many there are. */
  'file-no-rows': { readonly name: string; readonly rows: number };
  /** A gzip file breaks off or is not what its first bytes say, about `bytes` bytes into it. */
  'file-packed-damaged': { readonly name: string; readonly bytes: number };
  /** A gzip file would unpack to more than there is memory for. */
  'file-unpacks-too-large': { readonly name: string; readonly limitBytes: number };
  /** JSON that breaks its grammar at this line (1-based) and byte (0-based); `reason` is a code. */
  'json-invalid': {
    readonly name: string;
    readonly line: number;
    readonly byte: number;
    readonly reason: string;
  };
  'file-unreadable': { readonly name: string; readonly reason: string };
  /** The reader did not answer in time and was stopped. */
  'file-reader-stopped': { readonly name: string; readonly seconds: number };
  /**
   * The bytes of a file are not what its format wants; `offset` is the byte where that shows,
   * `column` is empty and `row` 0 where it concerns none. `reason` is for developers.
   */
  'file-damaged': {
    readonly name: string;
    readonly format: string;
    readonly offset: number;
    readonly column: string;
    readonly row: number;
    readonly reason: string;
  };
  /** The file wants a password or a key. */
  'file-locked': { readonly name: string; readonly format: string };
  /** The file is whole, but uses a part of its format that cannot be read. */
  'file-unsupported': {
    readonly name: string;
    readonly format: string;
    readonly column: string;
    readonly feature: string;
  };
  /** A table could not be fetched; `reason` is the status that the site answered, or an error. */
  'address-unread': { readonly url: string; readonly reason: string };
  /** A file beside the site that is larger than what is fetched. */
  'address-too-large': { readonly url: string; readonly limitBytes: number };
  /** An address that names something else than a notebook beside the site. */
  'address-refused': { readonly found: string };
  /** A link whose notebook cannot be read; `reason` has words in `locale/document-problems.ts`. */
  'link-invalid': { readonly reason: string };
  /** A zip that is no bundle of ours; `reason` has words in `locale/document-problems.ts`. */
  'bundle-invalid': { readonly reason: string; readonly member?: string };
  /** A file of the site that a copy of it needs is not to be had. */
  'site-not-kept': { readonly path: string };
  /** A workbook that would take too long to unpack and read; `bytes` is its size as it is. */
  'workbook-too-large': {
    readonly name: string;
    readonly bytes: number;
    readonly neededBytes: number;
    readonly limitBytes: number;
  };
  /** The workbook has no sheet of this name; `sheets` names those that it has. */
  'sheet-missing': { readonly name: string; readonly sheet: string; readonly sheets: string };
  /** Pseudonyms want a key, and this place keeps none, as outside a browser. */
  'secret-missing': { readonly name: string };
  'source-missing': { readonly name: string; readonly sha256: string };
  'table-too-large': {
    readonly rows: number;
    readonly features: number;
    readonly limitBytes: number;
  };
  /** Reading would need more memory than a tab has; `rows` is reckoned from what was read. */
  'file-needs-memory': {
    readonly name: string;
    readonly rows: number;
    readonly columns: number;
    readonly neededBytes: number;
    readonly limitBytes: number;
  };
  /** The features of these rows, and what follows from them, would need more than a tab has. */
  'features-need-memory': {
    readonly rows: number;
    readonly features: number;
    readonly neededBytes: number;
    readonly limitBytes: number;
  };
  /** Clusters are so many that comparing each row with each would need more than a tab has. */
  'clusters-need-memory': {
    readonly clusters: number;
    readonly rows: number;
    readonly neededBytes: number;
    readonly limitBytes: number;
  };
  /** Stored or received table bytes that are not what we wrote; `reason` is a code for developers. */
  'table-invalid': { readonly reason: string };
  'column-missing': { readonly column: string };
  'no-features': { readonly columns: number };
  /**
   * Nothing can be told about this column: `reason` is its type, or `one-class`, `many-classes`;
   * `count`: the classes found.
   */
  'target-unfit': { readonly column: string; readonly reason: string; readonly count: number };
  /** No feature has this name; a column of the table may. */
  'feature-missing': { readonly feature: string };
  'feature-all-missing': { readonly feature: string };
  'feature-constant': { readonly feature: string };
  'too-many-levels': { readonly feature: string; readonly levels: number; readonly limit: number };
  /** A product or a ratio of what is no number. */
  'interaction-not-numbers': { readonly column: string };
  'log-of-negative': { readonly feature: string; readonly row: number; readonly value: number };
  'value-not-usable': { readonly feature: string; readonly row: number };
  'no-rows-left': { readonly rows: number };
  /** A clustering was made from other rows than the matrix beside it. */
  'rows-differ': { readonly rows: number; readonly labelled: number };
  'too-few-rows': { readonly rows: number; readonly needed: number };
  /** No sizes from `least` to `most` rows add up to all rows. */
  'sizes-impossible': {
    readonly rows: number;
    readonly clusters: number;
    readonly least: number;
    readonly most: number;
  };
  'too-many-clusters': {
    readonly clusters: number;
    readonly rows: number;
    readonly distinct: number;
  };
  /** A change made by hand to a clustering was made on another result; `edit` is 1-based. */
  'edits-outdated': { readonly edit: number; readonly edits: number };
  /** The segment that was to be clustered again is not there any more, by number. */
  'segment-gone': { readonly segment: number };
  /** All rows of a cluster that was to be split are equal. */
  'split-impossible': { readonly rows: number };
  'param-invalid': {
    readonly param: string;
    readonly value: string;
    readonly expected: string;
  };
  /**
   * A formula that cannot be computed; `column` is the one that it would give, empty for a filter.
   * `reason` has words in `locale/formula-problems.ts`; `near` holds names, parted by line breaks.
   */
  'formula-invalid': {
    readonly column: string;
    readonly formula: string;
    readonly position: number;
    readonly length: number;
    readonly reason: string;
    readonly found: string;
    readonly expected: string;
    readonly near: string;
  };
  /** Nothing says by which columns two tables belong together. */
  'join-keys-missing': Record<string, never>;
  /** Two key columns hold different types, e.g. text "001" and the number 1. */
  'join-types-differ': {
    readonly left: string;
    readonly leftType: string;
    readonly right: string;
    readonly rightType: string;
  };
  /** Keys that occur several times on both sides would multiply rows beyond a tab's memory. */
  'join-too-large': {
    readonly rows: number;
    readonly leftRows: number;
    readonly rightRows: number;
    readonly limit: number;
  };
  'input-missing': { readonly input: string };
  /** A clustering inside one segment cannot sort everybody; `segment` is the number it is inside of. */
  'passport-inside': { readonly segment: number };
  /** A passport of segments that is damaged or not one; `at` is the place in it, `reason` for developers. */
  'passport-invalid': { readonly at: string; readonly reason: string };
  /** A table lacks columns that a passport needs; `columns` names the first of them. */
  'score-columns-missing': {
    readonly columns: string;
    readonly count: number;
    readonly of: number;
  };
  /** A column holds something else than what was learnt from; row and value are the first such. */
  'score-column-type': {
    readonly column: string;
    readonly expected: string;
    readonly found: string;
    readonly row: number;
    readonly value: string;
  };
  /** Nothing here can run SQL. */
  'sql-not-here': Record<string, never>;
  /** The database could not be fetched or started; `reason` is for developers. */
  'sql-not-loaded': { readonly reason: string };
  /** The database stopped in the middle and is started anew; `reason` is for developers. */
  'sql-stopped': { readonly reason: string };
  /** What the database said, in its words; places in the statement in UTF-16 units, −1: nowhere. */
  'sql-failed': {
    readonly kind: string;
    readonly message: string;
    readonly from: number;
    readonly to: number;
  };
  'sql-needs-memory': { readonly limitBytes: number };
  'sql-result-needs-memory': { readonly limitBytes: number };
  /** A statement or a function that does more than read the tables, or several statements. */
  'sql-not-allowed': { readonly what: string; readonly from: number; readonly to: number };
  /** A function that gives another answer each time. */
  'sql-changing': { readonly what: string; readonly from: number; readonly to: number };
  /** Two tables of a cell go by one name. */
  'sql-name-taken': { readonly name: string };
  /** No column of a table of orders could be taken for this role, and none was chosen. */
  'orders-column-missing': { readonly role: string };
  /** The column chosen for a role holds something else than the role needs. */
  'orders-column-type': {
    readonly column: string;
    readonly role: string;
    readonly found: string;
    readonly needed: string;
  };
  /** Of a table of orders no sale is left; `reason` is what took the most rows, `count` of them. */
  'orders-none-left': { readonly rows: number; readonly reason: string; readonly count: number };
  /** No column of a log of events could be taken for the role, and none was chosen. */
  'events-column-missing': { readonly role: string };
  /** The column chosen for a role of a log holds something else than the role needs. */
  'events-column-type': {
    readonly column: string;
    readonly role: string;
    readonly found: string;
  };
  /** Of a log no event is left; `reason` is what took the most rows, `count` of them. */
  'events-none-left': { readonly rows: number; readonly reason: string; readonly count: number };
  'input-failed': { readonly cell: string };
  'export-unknown': { readonly kind: string; readonly format: string };
  'cell-unknown': { readonly kind: string };
  'cell-newer': { readonly kind: string; readonly version: number };
  'notebook-invalid': { readonly line: number; readonly reason: NotebookFault };
  'notebook-cycle': { readonly cell: string };
  'engine-stopped': { readonly reason: string };
  /** The browser has no room left for what was to be kept. */
  /** A script can only be written of what was run. `cells`: their ids. */
  'reproduction-not-run': { readonly cells: string };
  /** `place`: the member that is not as it should be, e.g. `cells.0.result`. */
  'receipt-damaged': { readonly place: string };
  'storage-full': Record<string, never>;
  'storage-failed': { readonly reason: string };
  /** The browser stores nothing for this site: blocked, or a private window. */
  'storage-none': { readonly reason: string };
  /** A newer Fenqun has written to the database; this one only reads it. */
  'storage-newer': Record<string, never>;
  /** A newer Fenqun in another tab has taken the database over. */
  'storage-outdated': Record<string, never>;
  /** The file is no backup of ours. */
  'backup-invalid': { readonly name: string };
  /** Everything was erased from another tab. */
  'storage-erased': Record<string, never>;
  /** The notebook is kept encrypted and this page does not have its keys. */
  'notebook-locked': Record<string, never>;
  'passphrase-wrong': Record<string, never>;
  'passphrase-empty': Record<string, never>;
  /** A sealed record is not as it was written, or not where it was written. */
  'sealed-damaged': { readonly part: string };
  /** The browser gives its cryptography to https only. */
  'sealing-unavailable': Record<string, never>;
  /** Our bug: an unexpected error, with its message. */
  internal: { readonly message: string };
}

/** What is wrong with a line of a notebook file; words are in `locale/notebook-faults.ts`. */
export type NotebookFault =
  | 'too-long'
  | 'no-front-matter'
  | 'front-matter-open'
  | 'format-newer'
  | 'key-invalid'
  | 'key-repeated'
  | 'not-json'
  | 'too-deep'
  | 'number-too-large'
  | 'value-invalid'
  | 'source-repeated'
  | 'cell-heading-invalid'
  | 'cell-open'
  | 'id-repeated'
  | 'too-many-cells';

export type ProblemCode = keyof ProblemFacts;

export type ProblemReport = {
  [C in ProblemCode]: { readonly code: C; readonly facts: ProblemFacts[C] };
}[ProblemCode];

/** Thrown by readers and computations; crosses threads as `{ code, facts }`. */
export class Problem<C extends ProblemCode = ProblemCode> extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly code: C,
    readonly facts: ProblemFacts[C],
  ) {
    super(`${code} ${JSON.stringify(facts)}`);
  }
}

/** What to send across a thread for anything thrown; foreign errors become `internal`. */
export function reportOf(thrown: unknown): ProblemReport {
  if (thrown instanceof Problem) return { code: thrown.code, facts: thrown.facts } as ProblemReport;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'internal', facts: { message } };
}
