import { describe, expect, it } from 'vitest';
import { readText, rowsOf, typesOf } from '../../../tests/support/read-text';

const many = (count: number, of: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => of(i));
const notesOf = ({ report }: Awaited<ReturnType<typeof readText>>) => report.notes ?? [];

describe('words that may mean a missing value', () => {
  it('are missing in numbers and dates, and where a text column has no other way to say so', async () => {
    const read = await readText(
      ['x,c', ...many(40, (i) => (i % 4 ? `${i},a${i % 3}` : '-,NA'))].join('\n'),
    );
    expect(typesOf(read.value)).toEqual(['x:number', 'c:category']);
    expect(rowsOf(read.value)[0]).toEqual([null, null]);
    expect(notesOf(read)).toEqual([
      { code: 'words-missing', facts: { column: 'c', words: 'NA', rows: 10 } },
    ]);
  });

  it('are values where empty cells say missing and the word is frequent, and that is said', async () => {
    const cells = ['', 'none', 'gravel', 'paved'];
    const read = await readText(
      ['id,alley', ...many(60, (i) => `${i},${cells[i % 4]!}`)].join('\n'),
    );
    expect(
      rowsOf(read.value)
        .slice(0, 2)
        .map(([, alley]) => alley),
    ).toEqual([null, 'none']);
    expect(notesOf(read)).toEqual([
      { code: 'words-kept', facts: { column: 'alley', words: 'none', rows: 15 } },
    ]);
  });

  it('are a country among countries', async () => {
    const codes = ['NA', 'DE', 'CN', 'ZA'];
    const read = await readText(
      ['id,country', ...many(40, (i) => `${i},${codes[i % 4]!}`)].join('\n'),
    );
    expect(rowsOf(read.value)[0]).toEqual(['0', 'NA']);
  });

  it('are what a person says, in all columns or in one', async () => {
    const lines = ['a,b', ...many(40, (i) => (i % 2 ? `${i},x` : '不详,-'))].join('\n');
    const more = await readText(lines, { missing: ['不详'] });
    expect([typesOf(more.value)[0], rowsOf(more.value)[0]]).toEqual(['a:number', [null, null]]);
    const own = await readText(lines, { missing: ['不详'], missingIn: { b: [] } });
    expect(rowsOf(own.value)[0]).toEqual([null, '-']);
  });
});

describe('thousands signs', () => {
  it.each([
    ["1'234.5", '1234.5'],
    ['12\u202f345', '12345'],
    ['1 234 567', '1234567'],
    ['1.234,56', '1234.56'],
    ['1 234,5', '1234.5'],
  ])('%s is %s', async (written, value) => {
    const read = await readText(['x;y', ...many(20, () => `${written};a`)].join('\n'));
    expect([typesOf(read.value)[0], rowsOf(read.value)[0]![0]]).toEqual(['x:number', value]);
  });

  it('are no spaces between numbers that are no groups of three', async () => {
    const read = await readText(['x;y', ...many(20, (i) => `12 ${i};a`)].join('\n'));
    expect(typesOf(read.value)[0]).toBe('x:text');
  });
});

describe('a type that a person gives', () => {
  it('holds whatever the cells say; what does not fit is missing and listed', async () => {
    const lines = [
      'code,when,ok',
      ...many(30, (i) => `${i % 3 ? i : 'n/k'},${(i % 9) + 1}/2/2024,${i % 2}`),
    ];
    const { value, report } = await readText(lines.join('\n'), {
      types: { code: 'number', when: 'date', ok: 'boolean' },
    });
    expect(typesOf(value)).toEqual(['code:number', 'when:date', 'ok:boolean']);
    expect(rowsOf(value)[0]).toEqual([null, '2024-02-01', 'false']);
    expect(report.damagedCount).toBe(10);
    expect(report.damaged[0]).toEqual({ row: 1, column: 1, reason: 'not-a-number', text: 'n/k' });
    expect(report.notes).toContainEqual({ code: 'date-order-assumed', facts: { column: 'when' } });
    const text = await readText(lines.join('\n'), { types: { code: 'text', ok: 'category' } });
    expect(typesOf(text.value)).toEqual(['code:text', 'when:category', 'ok:category']);
  });
});
