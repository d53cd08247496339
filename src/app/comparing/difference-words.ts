import { cellTypeOf } from '../../cells/catalogue';
import type { Json } from '../../core/json';
import type { Notebook } from '../../core/notebook';
import type { Words } from '../../core/words';
import { comparingWords as words } from '../../locale/comparing';
import { cellName, nameById, same, valueWords } from '../cell-words';
import type { Difference } from './compare-runs';

/** A difference as a line of the table: where, what, before and after. */
export interface DifferenceLine {
  readonly cell: Words | null;
  readonly what: Words;
  readonly then: Words;
  readonly now: Words;
}

const DASH: Words = { zh: '—', en: '—' };

export function lineOf(
  difference: Difference,
  documents: { readonly then: Notebook; readonly now: Notebook },
): DifferenceLine {
  const { then, now } = documents;
  switch (difference.kind) {
    case 'seed':
      return {
        cell: null,
        what: words.seed,
        then: same(String(difference.then)),
        now: same(String(difference.now)),
      };
    case 'source':
      return {
        cell: null,
        what: words.source,
        then: same(difference.name),
        now: words.otherBytes,
      };
    case 'added':
      return { cell: cellName(now, difference.cell), what: words.added, then: DASH, now: DASH };
    case 'removed':
      return { cell: cellName(then, difference.cell), what: words.removed, then: DASH, now: DASH };
    case 'input':
      return {
        cell: cellName(now, difference.cell),
        what: words.input(inputWords(difference.cell.kind, difference.input)),
        then: difference.then === null ? DASH : nameById(then, difference.then),
        now: difference.now === null ? DASH : nameById(now, difference.now),
      };
    case 'param': {
      const { cell, param } = difference;
      const [before, after] = [difference.then, difference.now].map((value) =>
        shortWords(cell.kind, param, value),
      );
      const label = cellTypeOf(cell.kind)?.text.params[param]?.label ?? same(param);
      return { cell: cellName(now, cell), what: label, then: before ?? DASH, now: after ?? DASH };
    }
    default:
      return difference satisfies never;
  }
}

function inputWords(kind: string, input: string): Words {
  return cellTypeOf(kind)?.text.inputs?.[input] ?? same(input);
}

/** A value in a few words; of what is long only that it is another. */
function shortWords(kind: string, param: string, value: Json | undefined): Words {
  if (value === undefined || value === '') return words.unset;
  const known = valueWords(kind, param, value);
  if (known) return known;
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) {
    const joined = value.join(', ');
    return joined.length <= 60 ? same(joined || '—') : same(`${value.length}`);
  }
  return words.long;
}
