import type { NewColumn } from '../create-table';
import { columnsFor } from './columns-for';
import type { Done } from './done';
import { mapLevels } from './map-levels';
import type { TextMapping } from './map-texts';
import { Examples, type ColumnOutcome } from './outcome';
import type { Paced } from './pace';
import type { StepOf } from './step';
import { withColumns, type Working } from './working';

type Rules = Pick<StepOf<'normalize-text'>, 'spaces' | 'width' | 'case'>;

/** Characters without width and marks of direction: nobody sees them, and they make equal texts differ. */
const INVISIBLE = /[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
/** Joiners have a meaning in emoji and in the scripts that join letters; elsewhere they are dirt. */
const STRAY_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Mongolian}])[\u200c\u200d]/gu;
const BLANKS = /[\s\u0085]+/gu;
/** One look tells whether any of these occurs; most texts are clean. */
const DIRT = /[\s\u0085\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const WORD = /\p{L}[\p{L}\p{M}\p{N}'’]*/gu;
/** Rounds after which a text stands still; two are enough for every text we know of. */
const MOST_ROUNDS = 4;

/**
 * Puts texts into one form: spaces (none at the ends, one between words, no invisible characters),
 * width (NFKC of the Unicode standard: full-width letters and digits), case. What is empty afterwards
 * is missing. Doing it twice changes nothing more.
 */
export function* normalizeText(working: Working, step: StepOf<'normalize-text'>): Paced<Done> {
  const chosen = columnsFor(working, step);
  const examples = new Examples(chosen.length);
  const changed: NewColumn[] = [];
  const columns: ColumnOutcome[] = [];
  for (const column of chosen) {
    const to = (text: string): string | null => normalized(text, step) || null;
    const mapped = yield* mapLevels(working, column, { to, examples, isPlain: plainFor(step) });
    if (mapped.column === column) continue;
    changed.push(mapped.column);
    columns.push({ column: column.name, cells: mapped.cells });
  }
  return { working: withColumns(working, changed), columns, examples: examples.list };
}

/** Printable ASCII with single blanks inside stands in every form already, unless case is to change. */
function plainFor({ case: letters }: Rules): TextMapping['isPlain'] {
  if (letters !== 'keep') return undefined;
  return (bytes, from, to) => {
    let isAfterBlank = true;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (byte < 0x20 || byte > 0x7e) return false;
      if (byte === 0x20 && isAfterBlank) return false;
      isAfterBlank = byte === 0x20;
    }
    return !isAfterBlank;
  };
}

/** The text in the form of these rules; may be empty. */
export function normalized(text: string, rules: Rules): string {
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = once(current, rules);
    if (next === current) break;
    current = next;
  }
  return current;
}

function once(text: string, { spaces, width, case: letters }: Rules): string {
  let result = width ? text.normalize('NFKC') : text;
  if (spaces && DIRT.test(result)) {
    result = result.replace(INVISIBLE, '').replace(STRAY_JOINER, '').replace(BLANKS, ' ').trim();
  }
  if (letters === 'lower') return result.toLowerCase();
  if (letters === 'upper') return result.toUpperCase();
  return letters === 'title' ? result.replace(WORD, titled) : result;
}

function titled(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length).toLowerCase();
}
