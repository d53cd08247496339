import type { JsonObject } from '../core/json';
import { upstreamOf } from '../core/graph';
import type { Cell, Notebook } from '../core/notebook';
import type { ProblemFacts, ProblemReport } from '../core/problem';
import type { Words } from '../core/words';
import { cellWords } from '../locale/cell-states';

/** One step that may solve a problem. */
export type WayOut =
  | { readonly kind: 'choose-file' }
  | {
      readonly kind: 'set-params';
      readonly cellId: string;
      readonly patch: JsonObject;
      readonly words: Words;
    }
  | { readonly kind: 'open-param'; readonly cellId: string; readonly param: string | null }
  | { readonly kind: 'run' }
  | { readonly kind: 'undo' };

/** At most three ways out of a problem, the most promising first. */
export function waysOut(problem: ProblemReport, cell: Cell, notebook: Notebook): WayOut[] {
  return [...specificWays(problem, cell, notebook), { kind: 'run' } as const].slice(0, 3);
}

function specificWays(problem: ProblemReport, cell: Cell, notebook: Notebook): WayOut[] {
  const features = nearest(notebook, cell, 'features');
  switch (problem.code) {
    case 'source-missing':
    case 'file-unreadable':
    case 'file-empty':
    case 'file-header-only':
    case 'file-not-a-table':
    case 'file-not-text':
    case 'file-reader-stopped':
    case 'too-few-rows':
      return [...readAutomatically(cell), { kind: 'choose-file' }];
    case 'file-needs-memory':
      return [...aSample(problem.facts, cell), { kind: 'choose-file' }];
    case 'too-many-clusters':
      return [...fewerClusters(problem.facts.distinct, cell), ...openAt(features, 'columns')];
    case 'target-unfit':
      return openAt(cell.id, 'target');
    case 'log-of-negative':
      return openAt(features, 'transform');
    case 'no-rows-left':
      return openAt(features, 'missing');
    case 'value-not-usable':
    case 'no-features':
    case 'feature-all-missing':
    case 'feature-constant':
    case 'too-many-levels':
    case 'table-too-large':
    case 'features-need-memory':
    case 'column-missing':
      return openAt(features ?? cell.id, 'columns');
    case 'param-invalid':
      return [
        { kind: 'open-param', cellId: cell.id, param: problem.facts.param },
        { kind: 'undo' },
      ];
    case 'edits-outdated':
      return [...withoutEdits(cell), { kind: 'undo' }];
    case 'segment-gone':
      return [{ kind: 'undo' }, { kind: 'open-param', cellId: cell.id, param: 'segment' }];
    case 'split-impossible':
    case 'notebook-cycle':
      return [{ kind: 'undo' }];
    default:
      // A column that could not be taken for its role is chosen by hand.
      return 'role' in problem.facts ? openAt(cell.id, problem.facts.role) : [];
  }
}

/** A file read as the user said, and not readable so, is perhaps readable as it is. */
function readAutomatically(cell: Cell): WayOut[] {
  const { encoding = 'auto', delimiter = 'auto' } = cell.params;
  if (cell.kind !== 'load' || (encoding === 'auto' && delimiter === 'auto')) return [];
  const patch = { encoding: 'auto', delimiter: 'auto' };
  return [{ kind: 'set-params', cellId: cell.id, patch, words: cellWords.readAutomatically }];
}

/** Of a file beyond the memory so many rows, drawn at random, as half of the memory holds. */
function aSample(
  { rows, neededBytes, limitBytes }: ProblemFacts['file-needs-memory'],
  cell: Cell,
): WayOut[] {
  const fit = (0.5 * rows * limitBytes) / neededBytes;
  if (cell.kind !== 'load' || !(fit >= 1000)) return [];
  const digit = 10 ** Math.floor(Math.log10(fit));
  const sampleRows = Math.floor(fit / digit) * digit;
  const words = cellWords.readSample(sampleRows);
  return [{ kind: 'set-params', cellId: cell.id, patch: { sampleRows }, words }];
}

function fewerClusters(distinct: number, cell: Cell): WayOut[] {
  if (cell.kind !== 'cluster' || distinct < 2) return [];
  const words = cellWords.askForSegments(distinct);
  return [{ kind: 'set-params', cellId: cell.id, patch: { clusters: distinct }, words }];
}

/** The segments as the method found them. */
function withoutEdits(cell: Cell): WayOut[] {
  const words = cellWords.dropEdits;
  return [{ kind: 'set-params', cellId: cell.id, patch: { edits: [] }, words }];
}

function openAt(cellId: string | null, param: string): WayOut[] {
  return cellId === null ? [] : [{ kind: 'open-param', cellId, param }];
}

/** The cell itself or the first one upstream of this kind. */
function nearest(notebook: Notebook, cell: Cell, kind: string): string | null {
  if (cell.kind === kind) return cell.id;
  const upstream = upstreamOf(notebook, cell.id);
  return notebook.cells.find((other) => other.kind === kind && upstream.has(other.id))?.id ?? null;
}
