import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readText, rowsOf, typesOf } from '../../../tests/support/read-text';

const ODD = [
  '',
  'NA',
  '-',
  '12.',
  '.5',
  '007',
  ' 8',
  '1e3',
  '￥3',
  '1,5',
  '99%',
  '-0',
  'abc',
  '1.234',
];
const cell = fc.oneof(
  { weight: 300, arbitrary: fc.integer({ min: -2000, max: 90_000 }).map(String) },
  { weight: 100, arbitrary: fc.double({ min: -9, max: 9, noNaN: true }).map((x) => x.toFixed(3)) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD) },
);
const tables = fc.record({
  newline: fc.constantFrom('\n', '\r\n'),
  rows: fc.array(fc.tuple(cell, cell, cell), { minLength: 60, maxLength: 200 }),
});

const written = (rows: readonly (readonly string[])[], quote: string) =>
  rows.map((row) => row.map((text) => quote + text + quote).join(';'));

it('reads plain lines as it reads the same cells in quotes, where no line is plain', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async ({ newline, rows }) => {
      const names = 'a;b;c';
      const plain = [names, ...written(rows, '')].join(newline);
      const quoted = [names, ...written(rows, '"')].join(newline);
      const [fast, slow] = await Promise.all([
        readText(plain, { pieceBytes: 1000 }),
        readText(quoted),
      ]);
      expect(typesOf(fast.value)).toEqual(typesOf(slow.value));
      expect(rowsOf(fast.value)).toEqual(rowsOf(slow.value));
      expect(fast.report.damagedCount).toBe(slow.report.damagedCount);
    }),
    { numRuns: 20 },
  );
});

it('reads a column again as text when words come after many numbers', async () => {
  const numbers = Array.from({ length: 3000 }, (_, i) => `${i}.50,x`);
  const words = Array.from({ length: 3000 }, (_, i) => `no word ${i},x`);
  const { value } = await readText(['a,b', ...numbers, ...words].join('\n'), { pieceBytes: 4000 });
  expect(typesOf(value)).toEqual(['a:text', 'b:category']);
  expect(rowsOf(value)[1]).toEqual(['1.50', 'x']);
});

it('takes nothing of a line that is not plain in its last cell', async () => {
  const lines = Array.from({ length: 200 }, (_, i) => `${i},${i}.5,t${i % 3}`);
  lines[150] = '150,150.5';
  lines[160] = '160,160.5,"t\n1"';
  lines[170] = '170,170.5,t1,9';
  const { value, report } = await readText(['a,b,c', ...lines].join('\n'));
  expect(report.rowsInFile).toBe(200);
  expect(report.damaged.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
    '151 too-few-values',
    '171 too-many-values',
  ]);
  const rows = rowsOf(value);
  expect([rows.length, rows[150], rows[160], rows[170]]).toEqual([
    199,
    ['150', '150.5', null],
    ['160', '160.5', 't\n1'],
    ['171', '171.5', 't0'],
  ]);
});
