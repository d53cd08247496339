import { describe, expect, it } from 'vitest';
import { cellText, detectDialect } from '../../src/table/read/dialect';
import { RecordScanner } from '../../src/table/read/record-scanner';
import { DATA_FOLDER, realFile, WANTING } from '../support/real-data';

interface Case {
  readonly description: string;
  readonly input: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly expected: { readonly data: readonly (readonly string[])[] };
}

/** What these settings ask for is not ours to do, or is done after the cutting into records. */
const FOREIGN = [
  'comments',
  'dynamicTyping',
  'escapeChar',
  'fastMode',
  'header',
  'preview',
  'quoteChar',
  'skipEmptyLines',
  'skipFirstNLines',
  'transform',
];

const UNCLOSED = 'an unclosed quote spoils its own line only, not the rest of the file';
const INNER = 'a quote that does not end its cell belongs to the text, quotes included';

/** Where we differ on purpose: what comes out here, and why. */
const DIFFERENT = new Map<string, readonly [readonly (readonly string[])[], string]>([
  [
    'Quoted field has no closing quote',
    [
      [
        ['a', '"b', 'c'],
        ['d', 'e', 'f'],
      ],
      UNCLOSED,
    ],
  ],
  [
    'Quoted field has invalid trailing quote after delimiter with a valid closer',
    [
      [
        ['"a,"b', 'c"'],
        ['d', 'e', 'f'],
      ],
      INNER,
    ],
  ],
  [
    'Quoted field has invalid trailing quote after delimiter',
    [
      [
        ['a', '"b,"c'],
        ['d', 'e', 'f'],
      ],
      INNER,
    ],
  ],
  [
    'Quoted field has invalid trailing quote before delimiter',
    [
      [
        ['a', '"b"c', 'd'],
        ['e', 'f', 'g'],
      ],
      INNER,
    ],
  ],
  [
    'Quoted field has invalid trailing quote after new line',
    [
      [
        ['a', '"b', 'c'],
        ['d"e', 'f', 'g'],
      ],
      UNCLOSED,
    ],
  ],
]);

function recordsOf(input: string, delimiter: string): string[][] {
  const bytes = new TextEncoder().encode(input.replace(/^\ufeff/, ''));
  const { dialect } = detectDialect(bytes, true, delimiter);
  const records: string[][] = [];
  const scanner = new RecordScanner(dialect, (record) => {
    const cells = Array.from({ length: record.cells }, (_, i) =>
      cellText(record, i, dialect.quote),
    );
    records.push(cells);
  });
  scanner.push(bytes, true);
  return records;
}

function isOurs({ config = {} }: Case): boolean {
  const { delimiter } = config;
  if (FOREIGN.some((name) => name in config)) return false;
  return delimiter === undefined || (typeof delimiter === 'string' && /^[,;|\t]$/.test(delimiter));
}

function casesOf(name: 'CORE_PARSER_TESTS' | 'PARSE_TESTS'): readonly Case[] {
  if (!DATA_FOLDER) return [];
  const json = new TextDecoder().decode(realFile('csv-papaparse/cases.json'));
  return (JSON.parse(json) as Record<string, Case[]>)[name]!.filter(isOurs);
}

describe.skipIf(!DATA_FOLDER)(`records against Papa Parse's own cases${WANTING}`, () => {
  const cases = [...casesOf('CORE_PARSER_TESTS'), ...casesOf('PARSE_TESTS')];

  it.each(cases.map((each) => [each.description, each] as const))('%s', (description, each) => {
    const expected = each.expected.data.map((record) => [...record]);
    // A line break at the end of the file begins no further record here.
    if (/[\r\n]$/.test(each.input)) expected.pop();
    const ours = DIFFERENT.get(description)?.[0] ?? expected;
    expect(recordsOf(each.input, String(each.config?.delimiter ?? 'auto'))).toEqual(ours);
  });

  it('covers most of the cases', () => {
    expect(cases.length).toBeGreaterThan(DATA_FOLDER ? 60 : -1);
  });
});
