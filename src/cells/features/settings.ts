import type { Words } from '../../core/words';
import {
  DATE_ENCODES,
  LEVEL_RULES,
  MISSING_RULES,
  SCALES,
  TEXT_ENCODES,
} from '../../table/encode/feature-choice';
import type { ColumnDisplay } from './display';
import { text } from './text';
import { encodeWords } from './view-words';

export interface Option {
  readonly value: string;
  readonly words: Words;
}

/** What may be set for a column: which choices, each with its options. */
export interface Settings {
  readonly encode: readonly Option[];
  readonly transform: readonly Option[];
  readonly scale: readonly Option[];
  readonly missing: readonly Option[];
  readonly hasLevels: boolean;
  readonly isOrdinal: boolean;
  readonly isHash: boolean;
  readonly isTags: boolean;
  readonly isDate: boolean;
  readonly isAge: boolean;
}

/** What kind of column it is as far as its settings go. */
export function settingsOf(column: ColumnDisplay): Settings {
  const { type, encode, partner } = column;
  const isDate = type === 'date';
  const isCode = TEXT_ENCODES.some((option) => option === encode);
  const isText = (type !== 'number' && type !== 'boolean' && !isDate) || isCode;
  const isAge = isDate && (encode === 'age' || encode === 'until');
  const isNumber = !isText && type !== 'boolean';
  const isPlaced = encode === 'ordinal' || encode === 'frequency' || encode === 'count';
  return {
    encode: partner === null ? encodesFor(column, isText) : [],
    transform: isNumber && (!isDate || isAge) ? optionsOf('transform') : [],
    scale: isNumber || isPlaced ? SCALES.map((value) => optionOf('scale', value)) : [],
    missing: isText
      ? LEVEL_RULES.map((value) => optionOf('missingLevels', value))
      : MISSING_RULES.map((value) => optionOf('missing', value)),
    hasLevels: isText && encode !== 'hash',
    isOrdinal: encode === 'ordinal',
    isHash: encode === 'hash',
    isTags: encode === 'tags',
    isDate,
    isAge,
  };
}

function encodesFor({ type }: ColumnDisplay, isText: boolean): readonly Option[] {
  if (type === 'date') return DATE_ENCODES.map(encodeOption);
  if (type === 'boolean') return [];
  const texts = TEXT_ENCODES.map(encodeOption);
  if (type !== 'number') return texts;
  // A number that is a code: it follows the rest as a number when nothing is chosen.
  return isText ? texts : texts.filter(({ value }) => value !== 'tags');
}

function encodeOption(value: string): Option {
  return { value, words: encodeWords(value) };
}

function optionsOf(param: 'transform'): readonly Option[] {
  return Object.entries(text.params[param].options ?? {}).map(([value, words]) => ({
    value,
    words,
  }));
}

function optionOf(param: 'scale' | 'missing' | 'missingLevels', value: string): Option {
  const known: Readonly<Record<string, Words>> = text.params[param].options ?? {};
  return { value, words: known[value] ?? { zh: value, en: value } };
}

/** What may be set for all of these columns alike. */
export function commonSettings(columns: readonly ColumnDisplay[]): Settings {
  const all = columns.map(settingsOf);
  const shared = (rule: 'encode' | 'transform' | 'scale' | 'missing') =>
    (all[0]?.[rule] ?? []).filter(({ value }) =>
      all.every((settings) => settings[rule].some((option) => option.value === value)),
    );
  const every = (key: 'hasLevels' | 'isHash' | 'isTags' | 'isDate' | 'isAge') =>
    all.length > 0 && all.every((settings) => settings[key]);
  return {
    encode: shared('encode'),
    transform: shared('transform'),
    scale: shared('scale'),
    missing: shared('missing'),
    hasLevels: every('hasLevels'),
    // Every column has an order of its own.
    isOrdinal: all.length === 1 && all[0]!.isOrdinal,
    isHash: every('isHash'),
    isTags: every('isTags'),
    isDate: every('isDate'),
    isAge: every('isAge'),
  };
}
