import { createHash } from 'node:crypto';
import type { Notebook } from '../core/notebook';
import type { ProblemReport } from '../core/problem';
import type { Language } from '../core/words';
import { problemLine } from '../locale/problems';
import { DROPPED } from '../engine/port';
import { NOISE } from '../core/values';
import type { CellEnd } from './run-notebook';

/** Longer arrays of numbers are printed as their type, length and hash. */
const MAX_PRINTED = 1000;

function printedArray(view: ArrayBufferView): unknown {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  // Every typed array is iterable; only DataView is not, and no display holds one.
  const values = Array.from(view as unknown as Iterable<number>);
  if (values.length <= MAX_PRINTED) return values;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { type: view.constructor.name, length: values.length, sha256 };
}

/** A problem with its message, as the command line prints it. */
export function printedProblem({ code, facts }: ProblemReport, language: Language): object {
  // The pair belongs together; taking it apart made the compiler forget.
  const problem = { code, facts } as ProblemReport;
  return { code, facts, message: problemLine(problem, language) };
}

/** The ends of all cells as one JSON text; numbers that JSON lacks (NaN, ±∞) become null. */
export function printedEnds(notebook: Notebook, ends: ReadonlyMap<string, CellEnd>): string {
  const cells = notebook.cells.map(({ id, kind }) => {
    const end = ends.get(id) ?? { status: 'waiting', fingerprint: null };
    const { status, fingerprint } = end;
    if (status === 'done') return [id, { kind, status, fingerprint, display: end.display }];
    if (status === 'waiting') return [id, { kind, status, fingerprint }];
    const error = printedProblem(end.problem, notebook.language);
    return [id, { kind, status, fingerprint, error }];
  });
  return JSON.stringify(
    { cells: Object.fromEntries(cells) },
    (_key, value: unknown) => (ArrayBuffer.isView(value) ? printedArray(value) : value),
    2,
  );
}

/** `row,segment` for every row of the table; segments count from 1, left-out rows are empty. */
export function printedLabels(labels: Int32Array): string {
  const lines = Array.from(labels, (label, i) => {
    const segment = label === DROPPED ? '' : label === NOISE ? 'noise' : String(label + 1);
    return `${i + 1},${segment}`;
  });
  return `row,segment\n${lines.join('\n')}\n`;
}
