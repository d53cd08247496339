import { describe, expect, it } from 'vitest';
import { Problem, type ProblemReport } from '../../src/core/problem';
import { readFixture, readText, rowsOf, typesOf } from '../support/read-text';
import { READ_AUTOMATICALLY } from '../../src/core/read-report';

async function problemOf(reading: Promise<unknown>): Promise<ProblemReport | string> {
  try {
    await reading;
    return 'was read';
  } catch (thrown) {
    if (thrown instanceof Problem)
      return { code: thrown.code, facts: thrown.facts } as ProblemReport;
    throw thrown;
  }
}

describe('files that hold no table', () => {
  const name = 'test.csv';
  it.each([
    ['empty.csv', { code: 'file-empty', facts: { name } }],
    ['only-blank-lines.csv', { code: 'file-header-only', facts: { name, columns: 1 } }],
    ['header-only.csv', { code: 'file-header-only', facts: { name, columns: 3 } }],
    ['png-renamed.csv', { code: 'file-not-a-table', facts: { name, format: 'PNG' } }],
    ['html-saved-as.csv', { code: 'file-not-a-table', facts: { name, format: 'HTML' } }],
    ['nul-bytes.csv', { code: 'file-not-text', facts: { name, offset: 7 } }],
  ])('says what %s is', async (file, expected) => {
    expect(await problemOf(readFixture(file))).toEqual(expected);
  });

  it('names other formats by their first bytes', async () => {
    const formats = await Promise.all(
      [
        [0xff, 0xd8, 0xff, 0xe0],
        [0x25, 0x50, 0x44, 0x46, 0x2d],
        [0x37, 0x7a, 0xbc, 0xaf],
        [0x7f, 0x45, 0x4c, 0x46],
        [0x52, 0x61, 0x72, 0x21, 0x1a],
      ].map((bytes) => problemOf(readText(Uint8Array.from(bytes)))),
    );
    expect(formats.map((found) => typeof found !== 'string' && found.facts)).toEqual(
      ['JPEG', 'PDF', '7Z', 'ELF', 'RAR'].map((format) => ({ name, format })),
    );
  });

  it('refuses more columns than a spreadsheet has', async () => {
    const line = 'x'.padEnd(20_000, ',');
    expect(await problemOf(readText(`${line}\n${line}\n`))).toEqual({
      code: 'file-too-wide',
      facts: { name, columns: 20_000, limit: 16_384 },
    });
  });

  it('says so when the file cannot be read any more', async () => {
    const { readTable } = await import('../../src/table/read/read-table');
    const gone = {
      size: 10,
      slice: () => ({
        arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
      }),
    } as unknown as Blob;
    const job = readTable({ name, blob: gone }, READ_AUTOMATICALLY);
    expect(await problemOf(job.next())).toEqual({
      code: 'file-unreadable',
      facts: { name, reason: 'NotFoundError' },
    });
  });
});

describe('tables at the edges', () => {
  it.each([
    ['one-row.csv', 1, ['customer_id:identifier', 'spend:number', 'city:text']],
    ['one-column.csv', 3, ['spend:number']],
    ['all-missing.csv', 3, ['spend:text', 'visits:text']],
    ['constant-column.csv', 3, ['spend:number', 'visits:number']],
    ['text-only.csv', 3, ['name:text', 'remark:text']],
    ['sep-line.csv', 1, ['a:number', 'b:number']],
    ['lone-carriage-returns.csv', 2, ['a:number', 'b:text']],
    ['utf8-bom-chinese-headers.csv', 1, ['会员号:identifier', '消费:number']],
    ['semicolons-decimal-commas.csv', 3, ['name:text', 'share:number', 'amount:number']],
  ])('reads %s', async (file, rows, types) => {
    const { value, report } = await readFixture(file);
    expect(typesOf(value)).toEqual(types);
    expect([value.rows, report.rowsRead, report.rowsInFile]).toEqual([rows, rows, rows]);
    expect(rowsOf(value)).toHaveLength(rows);
  });

  it('reads 300 columns', async () => {
    const { value } = await readFixture('300-columns.csv');
    expect(value.columns).toHaveLength(300);
    expect(rowsOf(value)[4]![299]).toBe(String((4 * 7 + 299 * 3) % 11));
  });

  it('gives every column a name of its own, __proto__ and empty ones too', async () => {
    const { value } = await readFixture('repeated-and-proto-names.csv');
    const names = value.columns.map((column) => column.name);
    expect(names).toEqual([
      '__proto__',
      'column 2',
      'constructor',
      'spend',
      'spend (3)',
      'spend (2)',
      '__proto__ (2)',
    ]);
    expect(rowsOf(value)).toEqual([
      ['1', '2', '3', '4', '5', '6', '7'],
      ['8', '9', '10', '11', '12', '13', '14'],
    ]);
  });

  it('finds the header below titles', async () => {
    const { value, report } = await readFixture('titles-above-header.csv');
    expect(typesOf(value)).toEqual(['会员号:identifier', '城市:text', '消费:number ¥']);
    expect(report.notes).toEqual([
      { code: 'lines-above', facts: { lines: 2, text: expect.any(String) as string } },
      { code: 'blank-lines', facts: { lines: 1 } },
    ]);
  });

  it('keeps the first line as a row when it is data', async () => {
    const { value, report } = await readFixture('no-header.csv');
    expect(typesOf(value)).toEqual(['column 1:number', 'column 2:text', 'column 3:date']);
    expect(rowsOf(value)[0]).toEqual(['2.5', '北京', '2024-05-01']);
    expect(report.notes).toEqual([{ code: 'no-header', facts: {} }]);
  });
});

describe('damaged lines', () => {
  it('reports row, column and reason, and counts what was read', async () => {
    const { value, report } = await readFixture('damaged-lines.csv');
    expect(report.damaged).toEqual([
      { row: 2, reason: 'too-few-values', text: '2,上海' },
      { row: 3, reason: 'too-many-values', text: '3,广州,30,extra' },
      { row: 4, column: 2, reason: 'unclosed-quote', text: '4,"深圳,40' },
      { row: 6, column: 2, reason: 'text-after-quote', text: '6,"成都" 市,60' },
    ]);
    expect([report.damagedCount, report.rowsInFile, report.rowsRead]).toEqual([4, 7, 6]);
    expect(rowsOf(value)).toEqual([
      ['1', '北京', '10'],
      ['2', '上海', null],
      ['4', '"深圳', '40'],
      ['5', '杭州', '50'],
      ['6', '"成都" 市', '60'],
      ['7', '西安', '70'],
    ]);
  });

  it('loses no row to a quote that is never closed', async () => {
    const { value, report } = await readFixture('unclosed-quote-swallows.csv');
    expect(rowsOf(value)).toEqual([
      ['1', '"x'],
      ['2', 'y'],
      ['3', 'z'],
    ]);
    expect(report.damaged).toEqual([{ row: 1, column: 2, reason: 'unclosed-quote', text: '1,"x' }]);
  });

  it('lists a hundred damaged lines and counts them all', async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => (i % 10 === 0 ? `${i}` : `${i},x`));
    const { report } = await readText(['a,b', ...lines].join('\n'));
    expect([report.damaged.length, report.damagedCount]).toEqual([100, 300]);
    expect(report.damaged[99]).toEqual({ row: 991, reason: 'too-few-values', text: '990' });
  });

  it('names the rows of bad values as the file counts them, unread rows included', async () => {
    const lines = Array.from({ length: 100 }, (_, i) =>
      i === 3 ? '1,2,3' : i === 60 ? 'bad,x' : `${i},x`,
    );
    const { report } = await readText(['a,b', ...lines].join('\n'));
    expect(report.damaged.map(({ row, reason }) => [row, reason])).toEqual([
      [4, 'too-many-values'],
      [61, 'not-a-number'],
    ]);
  });
});

describe('encodings', () => {
  const names = ['gbk-chinese.csv', 'utf16le-without-mark.csv', 'utf16be-with-mark.csv'];
  it('reads the same table from GBK and from UTF-16 with and without a mark', async () => {
    const read = await Promise.all(names.map((name) => readFixture(name)));
    const first = rowsOf(read[0]!.value);
    expect(first[1]).toEqual(['00001', '上海', '老客户']);
    for (const { value } of read) expect(rowsOf(value)).toEqual(first);
    expect(read.map(({ report }) => report.encoding)).toEqual(['gb18030', 'utf-16le', 'utf-16be']);
  });

  it('keeps UTF-8 when one byte of it is damaged, and says where', async () => {
    const { value, report } = await readFixture('utf8-one-byte-damaged.csv');
    expect(report.encoding).toBe('utf-8');
    expect(report.damaged.map(({ row, reason }) => [row, reason])).toEqual([[1, 'invalid-bytes']]);
    expect(rowsOf(value)[1]).toEqual(['00001', '上海', '老客户']);
  });

  it('is not fooled by a megabyte of ASCII before the first Chinese byte in GBK', async () => {
    const ascii = new TextEncoder().encode(`id,city\n${'1,Beijing\n'.repeat(120_000)}`);
    // 2,北京 in GBK
    const gbk = Uint8Array.of(0x32, 0x2c, 0xb1, 0xb1, 0xbe, 0xa9, 0x0a);
    const { value, report } = await readText(new Uint8Array([...ascii, ...gbk, ...gbk]));
    expect(report.encoding).toBe('gb18030');
    expect(report.notes).toEqual([{ code: 'not-utf-8', facts: { encoding: 'gb18030' } }]);
    expect([report.rowsInFile, value.rows]).toEqual([120_002, 120_002]);
    expect(rowsOf(value).at(-1)).toEqual(['2', '北京']);
  });

  it('reads windows-1252, Big5 and Shift JIS when told to', async () => {
    const western = Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0x80, 0x93, 0xe9, 0x0a);
    expect(rowsOf((await readText(western, { encoding: 'windows-1252' })).value)).toEqual([
      ['1', '€“é'],
    ]);
    const big5 = Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0xa4, 0xa4, 0xa4, 0xe5, 0x0a);
    expect(rowsOf((await readText(big5, { encoding: 'big5' })).value)).toEqual([['1', '中文']]);
    const sjis = Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0x93, 0xfa, 0x96, 0x7b, 0x0a);
    expect(rowsOf((await readText(sjis, { encoding: 'shift_jis' })).value)).toEqual([
      ['1', '日本'],
    ]);
  });
});
