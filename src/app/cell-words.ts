import { cellTypeOf } from '../cells/catalogue';
import type { Definitions } from '../core/graph';
import type { Json } from '../core/json';
import { cellOf, type Cell, type Notebook } from '../core/notebook';
import { formatNumber } from '../core/format';
import type { ProblemReport } from '../core/problem';
import { whyStale, type StaleReason } from '../core/staleness';
import type { Words } from '../core/words';
import { problemWords, type ProblemWords } from '../locale/problems';
import { causeWords, cellWords } from '../locale/cell-states';
import { segmentInside } from './drill-down';
import type { ProgressReport } from '../engine/port';
import type { StoredResult } from '../storage/port';

/** A problem of a cell in words: parameters by their labels, cells by their names. */
export function cellProblemWords(
  problem: ProblemReport,
  cell: Cell,
  notebook: Notebook,
): ProblemWords {
  if (problem.code === 'param-invalid') {
    const label = cellTypeOf(cell.kind)?.text.params[problem.facts.param]?.label;
    return label
      ? bilingual(label, (param) => ({ ...problem, facts: { ...problem.facts, param } }))
      : problemWords(problem);
  }
  if (problem.code === 'input-failed' || problem.code === 'notebook-cycle') {
    const name = nameById(notebook, problem.facts.cell);
    return bilingual(name, (named) => ({ ...problem, facts: { cell: named } }));
  }
  return problemWords(problem);
}

/** A problem whose facts hold a word: told in each language with the word of that language. */
function bilingual(word: Words, problemWith: (word: string) => ProblemReport): ProblemWords {
  const zh = problemWords(problemWith(word.zh));
  const en = problemWords(problemWith(word.en));
  return {
    what: { zh: zh.what.zh, en: en.what.en },
    todo: { zh: zh.todo.zh, en: en.todo.en },
  };
}

/** A text that is the same in both languages, such as a name that the user gave. */
export const same = (text: string): Words => ({ zh: text, en: text });

/** The kind of a cell in words; an unknown kind is named as it is written. */
export function kindWords(kind: string): Words {
  return cellTypeOf(kind)?.text.title ?? same(kind);
}

/**
 * A cell as sentences call it: its own title, else its kind; where the notebook has several of that
 * kind, by the file that it reads, else with a number. Costs nothing once one of a notebook was asked.
 */
export function cellName(notebook: Notebook, cell: Cell): Words {
  if (cell.title) return same(cell.title);
  const names = remembered.get(notebook) ?? plainNames(notebook);
  remembered.set(notebook, names);
  return names.get(cell) ?? kindWords(cell.kind);
}

const remembered = new WeakMap<Notebook, ReadonlyMap<Cell, Words>>();

/** The names of all cells without a title of their own. */
function plainNames(notebook: Notebook): Map<Cell, Words> {
  const names = new Map<Cell, Words>();
  const byKind = new Map<string, Cell[]>();
  for (const cell of notebook.cells) {
    if (cell.title) continue;
    const isInside = Number(cell.params.segment ?? 0) > 0;
    const inside = isInside ? segmentInside(notebook, cell.id) : null;
    if (inside !== null) names.set(cell, cellWords.insideSegment(inside));
    else if (!byKind.get(cell.kind)?.push(cell)) byKind.set(cell.kind, [cell]);
  }
  for (const [kind, alike] of byKind) nameAlike(kindWords(kind), alike, names);
  return names;
}

function nameAlike(words: Words, alike: readonly Cell[], names: Map<Cell, Words>): void {
  const readers = new Map<string | null, number>();
  for (const cell of alike) readers.set(fileOf(cell), (readers.get(fileOf(cell)) ?? 0) + 1);
  alike.forEach((cell, i) => {
    const file = fileOf(cell);
    if (alike.length < 2) names.set(cell, words);
    else if (file !== null && readers.get(file) === 1) names.set(cell, same(file));
    else names.set(cell, { zh: `${words.zh} ${i + 1}`, en: `${words.en} ${i + 1}` });
  });
}

/** The file that a cell reads, by which people know it from others that read files. */
function fileOf({ kind, params }: Cell): string | null {
  const { source } = params;
  const reads = cellTypeOf(kind)?.definition.readsSource === true;
  return reads && typeof source === 'string' && source !== '' ? source : null;
}

export function nameById(notebook: Notebook, id: string): Words {
  const cell = cellOf(notebook, id);
  return cell ? cellName(notebook, cell) : same(id);
}

/** Why a cell is stale, in words; null when nothing can be named. */
export function staleWords(
  last: StoredResult,
  { notebook, cellId }: { readonly notebook: Notebook; readonly cellId: string },
  definitions: Definitions,
): Words | null {
  const reasons = whyStale(last.recipe, { notebook, cellId }, definitions);
  const [first, ...others] = reasons.map((reason) => reasonWords(reason, notebook, cellId));
  if (!first) return null;
  return others.length === 0 ? first : causeWords.several(first, others.length);
}

function reasonWords(reason: StaleReason, notebook: Notebook, cellId: string): Words {
  const { cellId: at } = reason;
  const cell = nameById(notebook, at);
  switch (reason.kind) {
    case 'param':
      return paramWords(reason, cellOf(notebook, at)?.kind ?? '', cell);
    case 'seed':
      return causeWords.seed(reason.from, reason.to);
    case 'source':
      return causeWords.source(at === cellId ? null : cell);
    case 'input':
      return causeWords.wiring(cell);
    case 'version':
      return causeWords.version(cell);
    case 'blocked':
      return problemWords(reason.problem).what;
    default:
      return reason satisfies never;
  }
}

type ParamReason = Extract<StaleReason, { kind: 'param' }>;

function paramWords(reason: ParamReason, kind: string, cell: Words): Words {
  const { param, from, to } = reason;
  const label = cellTypeOf(kind)?.text.params[param]?.label ?? same(param);
  const [before, after] = [valueWords(kind, param, from), valueWords(kind, param, to)];
  if (!before || !after) return causeWords.paramChanged(label, cell);
  return causeWords.param(label, { from: before, to: after }, cell);
}

/** A short value of a parameter as people read it; null for what is too long to show. */
export function valueWords(kind: string, param: string, value: Json): Words | null {
  if (typeof value === 'number') return same(formatNumber(value));
  if (typeof value === 'boolean') return value ? causeWords.on : causeWords.off;
  if (typeof value !== 'string' || value === '' || value.length > 24) return null;
  return cellTypeOf(kind)?.text.params[param]?.options?.[value] ?? same(value);
}

/** Where a run is, in words: its restart and iteration, as far as its report says. */
export function progressWords({ facts }: Pick<ProgressReport, 'facts'>): Words | null {
  const { restart, restarts } = facts ?? {};
  if (typeof restart === 'number' && typeof restarts === 'number') {
    return cellWords.restart(restart, restarts);
  }
  return stepWords(facts);
}

/** What a run is doing, as far as its report says: an iteration, or nothing in particular. */
export function stepWords(
  facts: Readonly<Record<string, number | string>> | undefined,
): Words | null {
  const { iteration, clusters, bootstrap, reference, count } = facts ?? {};
  if (typeof count === 'number') {
    if (typeof bootstrap === 'number') return cellWords.bootstrap(bootstrap, count);
    if (typeof reference === 'number') return cellWords.reference(reference, count);
  }
  if (typeof clusters === 'number' && iteration === undefined) return same(`k = ${clusters}`);
  return typeof iteration === 'number' ? cellWords.iteration(iteration) : null;
}
