import type { Json } from './json';
import type { Source } from './notebook';
import type { ParamSpecs, ParamsOf } from './params';
import type { ColumnMeta } from './values';
import type { Words } from './words';

/** What a cell knows when it is written as Python. */
export interface PythonGround<P = Readonly<Record<string, unknown>>> {
  readonly params: P;
  /** What the fresh result shows: columns that were guessed, rules that were chosen. */
  readonly display: unknown;
  /** Input name → the variable that holds it. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Input name → the columns of the table that comes in by it. */
  readonly columns: Readonly<Record<string, readonly ColumnMeta[]>>;
  /** The variable that the cell's result goes to. */
  readonly output: string;
  readonly seed: number;
  readonly sources: readonly Source[];
}

/**
 * A cell as Python. Tables are `pandas.DataFrame`s under a plain row index, a matrix is one with a
 * column a feature and the index of the table's rows, a clustering is a `pandas.Series` of 0-based
 * segments (−1: in none) with the index of its matrix.
 */
export interface PythonStep {
  readonly lines: readonly string[];
  /** `import` lines that the lines need beside numpy and pandas. */
  readonly imports?: readonly string[];
  /** Texts of functions that the lines call; each is written once in a script. */
  readonly helpers?: readonly string[];
}

/** Why something is not written: what the page has and Python libraries do not give. */
export interface PythonGap {
  readonly why: Words;
}

/** Writes a cell as Python, or says why these settings have no counterpart. */
export type PythonWriter = (ground: PythonGround) => PythonStep | PythonGap;

/** What a cell type says of itself: how it is written, or why none of its cells is. */
export type PythonPart = PythonWriter | PythonGap;

export function isGap(part: PythonPart | PythonStep | AlgorithmPython): part is PythonGap {
  return 'why' in part;
}

/** What an algorithm knows when it is written as Python. */
export interface AlgorithmGround {
  readonly params: Readonly<Record<string, unknown>>;
  /** What was used for parameters left to the method, by name. */
  readonly used: Readonly<Record<string, number>>;
  /** The variable that holds the points, a float64 array of rows × columns. */
  readonly points: string;
  readonly seed: number;
  /** Rows of the points. */
  readonly rows: number;
}

/** A call that gives a numpy array of labels, −1 for noise. */
export interface AlgorithmPython {
  readonly call: string;
  readonly imports: readonly string[];
  readonly helpers: readonly string[];
}

/** Writes a fit as Python, or says why these parameters have no counterpart. */
export type AlgorithmPythonWriter = (ground: AlgorithmGround) => AlgorithmPython | PythonGap;

/** Types a writer by its definition; catalogues then hold it untyped. */
export function definePython<P extends ParamSpecs>(
  _definition: { readonly params: P },
  write: (ground: PythonGround<ParamsOf<P>>) => PythonStep | PythonGap,
): PythonWriter {
  return write as unknown as PythonWriter;
}

/** Named arguments of a call, in order. */
export function named(values: Readonly<Record<string, Json>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${literal(value)}`)
    .join(', ');
}

/** A value as Python writes it: `None`, `True`, `[1, "a"]`; numbers keep all their digits. */
export function literal(value: Json): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return numeral(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${quoted(key)}: ${literal(item)}`);
  return `{${entries.join(', ')}}`;
}

function numeral(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0.0' : String(value);
  return Number.isNaN(value) ? 'float("nan")' : value > 0 ? 'float("inf")' : 'float("-inf")';
}

/** JSON's escapes are Python's; what is no printable text is written as an escape, too. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
