import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, rowsOf, typesOf } from '../../../tests/support/read-text';

/** Lines enough for the beginning of a file to be judged by. */
const BEGIN = 120;
const numbered = (cell: (row: number) => string, rows = BEGIN) =>
  Array.from({ length: rows }, (_, row) => `${row},${cell(row)}`);
const file = (lines: readonly string[]) => ['id_no,x', ...lines, ''].join('\n');

describe('a column that begins with plain numbers', () => {
  it('keeps its text as it was when it goes on as text', async () => {
    const lines = numbered((row) => (row < 110 ? `${row}.50` : `word ${row}`), 400);
    const { value } = await readText(file(lines));
    expect(typesOf(value)[1]).toBe('x:text');
    const texts = rowsOf(value).map(([, x]) => x);
    expect([texts[0], texts[109], texts[399]]).toEqual(['0.50', '109.50', 'word 399']);
  });

  it('keeps leading zeros when they come late', async () => {
    const lines = numbered((row) => (row < 115 ? String(1000 + row) : `0${row}`));
    const { value } = await readText(file(lines));
    expect(rowsOf(value).at(-1)).toEqual(['119', '0119']);
  });

  it('reports what is no number, at its row and with its text', async () => {
    const lines = numbered(
      (row) => (row === 116 ? 'oops' : row === 118 ? '1e3' : `${row}.25`),
      200,
    );
    const { value, report } = await readText(file(lines));
    expect(report.damaged).toEqual([{ row: 117, column: 2, reason: 'not-a-number', text: 'oops' }]);
    expect(
      rowsOf(value)
        .slice(116, 119)
        .map(([, x]) => x),
    ).toEqual([null, '117.25', '1000']);
  });
});

const cell = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: -999, max: 99_999 }).map(String) },
  { weight: 8, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }).map(String) },
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom('NA', '-', '007', '+1', '1.', '.5', '-0', '0.0000001', '1,5', '￥3', '12%', ' 4'),
  fc.constantFrom('"q"', '"a,b"', '"a""b"', '"1"', '"two\nlines"', 'a"b', '"x"y', 'word', '二'),
  fc.constantFrom('1234567890123456', '12345678901234567890', '0.1234567890123456789'),
);

it('reads any file as the careful reader does, wherever its pieces end', async () => {
  const line = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(','));
  const late = fc.array(line, { maxLength: 30 });
  const ends = fc.constantFrom('\n', '\r\n');
  await fc.assert(
    fc.asyncProperty(
      late,
      ends,
      fc.integer({ min: 7, max: 4000 }),
      async (lines, end, pieceBytes) => {
        const begin = Array.from({ length: 130 }, (_, i) => `${i},${i / 4},t${i % 3}`);
        const text = ['a,b,c', ...begin, ...lines].join(end);
        // Both ways are compared inside.
        await readText(text, { pieceBytes });
      },
    ),
    { numRuns: 150 },
  );
});
