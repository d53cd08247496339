import { describe, expect, it } from 'vitest';
import { readText, rowsOf, typesOf } from '../../../tests/support/read-text';
import { Problem } from '../../core/problem';
import { READ_AUTOMATICALLY } from '../../core/read-report';

/** The type that one column gets from these values, with its unit. */
async function typeOf(name: string, values: readonly string[]): Promise<string> {
  const lines = [`${name};other`, ...values.map((value) => `${value};x`)];
  const { value } = await readText(lines.join('\n'), { delimiter: ';' });
  return typesOf(value)[0]!;
}

async function valuesOf(values: readonly string[]): Promise<(string | null)[]> {
  const lines = ['x;other', ...values.map((value) => `${value};x`)];
  const { value } = await readText(lines.join('\n'), { delimiter: ';' });
  return rowsOf(value).map((row) => row[0]!);
}

const many = (count: number, of: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => of(i));

describe('the delimiter', () => {
  const german = (head: string, line: (i: number) => string) =>
    readText([head, ...many(40, line)].join('\n'));

  it('is no comma that only stands within numbers, as a German Excel writes them', async () => {
    const plain = await german('betrag;x', (i) => `${1000 + i},5;${i % 7},25`);
    expect(typesOf(plain.value)).toEqual(['betrag:number', 'x:number']);
    expect(rowsOf(plain.value)[1]).toEqual(['1001.5', '1.25']);
    const quoted = await german('kunde;betrag', (i) => `K${i};"1.${100 + i},50"`);
    expect(quoted.value.columns.map(({ name }) => name)).toEqual(['kunde', 'betrag']);
    expect(rowsOf(quoted.value)[0]).toEqual(['K0', '1100.5']);
    const headless = await readText(many(40, (i) => `${i},5;${i},25`).join('\n'));
    expect(headless.report.delimiter).toBe(';');
  });

  it('cuts the header as it cuts the lines', async () => {
    const { value } = await german('betrag, netto;x', (i) => `${1000 + i},5;${i % 7},25`);
    expect(value.columns.map(({ name }) => name)).toEqual(['betrag, netto', 'x']);
  });

  it('stays a comma in a file of numbers with commas between them', async () => {
    const { report } = await readText(['a,b', ...many(40, (i) => `${i},${i * 2}`)].join('\n'));
    expect(report.delimiter).toBe(',');
    const bare = await readText(many(40, (i) => `${i},${i * 2}`).join('\n'));
    expect(bare.report.delimiter).toBe(',');
  });
});

describe('numbers', () => {
  it('strips currency signs, separators and percent, and keeps them as the unit', async () => {
    expect(await typeOf('spend', ['￥1,041.45', '¥12', '￥ 0.5', ''])).toBe('spend:number ¥');
    expect(await valuesOf(['￥1,041.45', '-¥12', '¥-3', ''])).toEqual([
      '1041.45',
      '-12',
      '-3',
      null,
    ]);
    expect(await typeOf('rate', ['12.5%', '0', '７．５％'])).toBe('rate:number %');
    expect(await valuesOf(['12.5%', '0', '７．５％'])).toEqual(['12.5', '0', '7.5']);
    expect(await typeOf('wait', ['362天', '1 天', '5天'])).toBe('wait:number 天');
    expect(await typeOf('price', ['$1,200.00', '€3'])).not.toContain('number');
  });

  it('reads 万 and 亿 as powers of ten, brackets as negative', async () => {
    expect(await valuesOf(['1.1万', '3亿', '8000'])).toEqual(['11000', '300000000', '8000']);
    expect(await valuesOf(['(1,234.50)', '−7', '+8'])).toEqual(['-1234.5', '-7', '8']);
  });

  it('reads decimal commas where decimal points make no sense', async () => {
    expect(await valuesOf(['12,5', '1.234,50', '0,25'])).toEqual(['12.5', '1234.5', '0.25']);
    expect(await valuesOf(['1,234', '5,678'])).toEqual(['1234', '5678']);
  });

  it('does not mix percentages with bare numbers', async () => {
    expect(await typeOf('rate', ['12.5%', '0.125', '30%', '0.3'])).not.toContain('number');
  });

  it('takes a missing word for missing in every language, never for zero', async () => {
    const words = ['1', '', 'NA', 'N/A', 'null', 'NaN', '-', '—', '缺失', '空', ' ', '0'];
    expect(await valuesOf(words)).toEqual(['1', ...many(10, () => '').map(() => null), '0']);
  });

  it('keeps a number column with a few bad values, and lists each of them', async () => {
    const values = many(200, (i) => (i === 40 ? '12o' : i === 190 ? 'oops' : String(i / 4)));
    const { value, report } = await readText(['x,y', ...values.map((v) => `${v},b`)].join('\n'));
    expect(typesOf(value)[0]).toBe('x:number');
    expect(rowsOf(value)[40]![0]).toBeNull();
    expect(report.damaged).toEqual([
      { row: 41, column: 1, reason: 'not-a-number', text: '12o' },
      { row: 191, column: 1, reason: 'not-a-number', text: 'oops' },
    ]);
    expect(report.damagedCount).toBe(2);
  });

  it('keeps a column with more bad values as text, with nothing lost', async () => {
    const values = many(100, (i) => (i % 10 === 0 ? `word ${i}` : String(i / 4)));
    expect(await valuesOf(values)).toEqual(values);
  });

  it('rounds every decimal as JavaScript does', async () => {
    const values = [
      '0.1',
      '1e-7',
      '123456.789012345678901',
      '5e-324',
      '1.7976931348623157e308',
      '.5',
      '5.',
    ];
    expect((await valuesOf(values)).map(Number)).toEqual(values.map(Number));
  });
});

describe('identifiers', () => {
  it('keeps leading zeros and long digit strings as text', async () => {
    expect(await typeOf('code', ['0012', '0345', '1000'])).toBe('code:identifier');
    expect(await valuesOf(['0012', '0345'])).toEqual(['0012', '0345']);
    expect(await typeOf('card', ['6222021234567890123', '6222021234567890124'])).toBe(
      'card:identifier',
    );
  });

  it.each([
    'customer_id',
    '会员号',
    'CustomerID',
    'customerid',
    '客户编号',
    '手机号',
    'ID',
    'user id',
  ])('keeps whole numbers named %s as identifiers', async (name) => {
    expect(
      await typeOf(
        name,
        many(40, (i) => String(17850 + i)),
      ),
    ).toBe(`${name}:identifier`);
  });

  it.each(['paid', '年龄', 'NumVisits', 'valid', 'spend', '信号强度', 'liquid'])(
    'keeps whole numbers named %s as numbers',
    async (name) => {
      expect(
        await typeOf(
          name,
          many(40, (i) => String(i)),
        ),
      ).toBe(`${name}:number`);
    },
  );

  it('keeps the number of a customer an identifier where rows repeat it, a code only where not', async () => {
    const repeated = many(40, (i) => String(1000 + (i % 8)));
    expect(await typeOf('Member_number', repeated)).toBe('Member_number:identifier');
    expect(await typeOf('masterid', repeated)).toBe('masterid:identifier');
    expect(await typeOf('area_code', repeated)).toBe('area_code:number');
    expect(
      await typeOf(
        'area_code',
        many(40, (i) => String(1000 + i)),
      ),
    ).toBe('area_code:identifier');
    expect(
      await typeOf(
        'rownames',
        many(40, (i) => String(i + 1)),
      ),
    ).toBe('rownames:identifier');
  });

  it('keeps mobile numbers and the row numbers of other programs as identifiers', async () => {
    expect(await typeOf('联系方式', ['13800138000', '19912345678'])).toBe('联系方式:identifier');
    const { value } = await readText(',x\n0,1.5\n1,2.5\n2,2.5\n');
    expect(typesOf(value)).toEqual(['column 1:identifier', 'x:number']);
    const other = await readText(',x\n4,1.5\n1,2.5\n');
    expect(typesOf(other.value)).toEqual(['column 1:number', 'x:number']);
  });

  it('takes order numbers with a letter here and there for identifiers, not for damage', async () => {
    const values = many(200, (i) => (i === 7 ? 'C536379' : String(536365 + i)));
    expect(await typeOf('InvoiceNo', values)).toBe('InvoiceNo:identifier');
  });
});

describe('dates', () => {
  it.each([
    [['2024-05-01', '2023-12-31']],
    [['2024/5/1', '2023/12/31']],
    [['2024.05.01', '2023.12.31']],
    [['2024年5月1日', '2023年12月31日']],
    [['1/5/2024', '31/12/2023']],
    [['5/1/2024', '12/31/2023']],
    [['01.05.2024', '31.12.2023']],
    [['1 May 2024', '31 December 2023']],
    [['May 1, 2024', 'Dec 31, 2023']],
  ])('reads %j', async (values) => {
    expect(await valuesOf(values)).toEqual(['2024-05-01', '2023-12-31']);
    expect(await typeOf('when', values)).toBe('when:date');
  });

  it('reads times and zones', async () => {
    const values = ['2024-05-01 09:30', '2024-05-01T09:30:15.250Z', '2024-05-01T09:30:00+08:00'];
    expect(await valuesOf(values)).toEqual([
      '2024-05-01T09:30:00Z',
      '2024-05-01T09:30:15.250Z',
      '2024-05-01T01:30:00Z',
    ]);
  });

  it('reads eight digits as a day only where the name says so', async () => {
    expect(await typeOf('order_date', ['20240501', '20231231'])).toBe('order_date:date');
    expect(await typeOf('amount', ['20240501', '20231231'])).toBe('amount:number');
    expect(await typeOf('order_date', ['20240501', '20231331'])).toBe('order_date:number');
  });

  it('never guesses whether the day or the month comes first', async () => {
    const { value, report } = await readText('when,x\n1/2/2024,a\n3/4/2024,b\n5/6/2024,c\n');
    expect(typesOf(value)[0]).toBe('when:text');
    expect(report.notes).toEqual([{ code: 'date-order-unknown', facts: { column: 'when' } }]);
  });

  it('measures damage against the values that are there, not against the rows', async () => {
    const values = many(1000, (i) => (i < 10 ? '2024-05-01' : i < 25 ? 'later' : ''));
    expect(await typeOf('when', values)).toBe('when:category');
    const numbers = many(1000, (i) => (i < 10 ? '5' : i < 25 ? 'later' : ''));
    expect(await typeOf('visits', numbers)).toBe('visits:category');
  });

  it('refuses days that no calendar has', async () => {
    expect(await typeOf('when', ['2023-02-29', '2023-02-28'])).toBe('when:text');
    expect(await typeOf('when', ['2024-02-29', '2000-02-29'])).toBe('when:date');
  });
});

describe('yes and no, categories, text', () => {
  it.each([
    [['true', 'FALSE', '']],
    [['Yes', 'no', 'NA']],
    [['是', '否', '缺失']],
    [['有', '无', '']],
    [['Y', 'N', '']],
  ])('reads %j as yes and no', async (values) => {
    const sorted = await valuesOf(values);
    expect(await typeOf('flag', values)).toBe('flag:boolean');
    expect(sorted).toEqual(['true', 'false', null]);
  });

  it('keeps 0 and 1 as numbers and yes, no, maybe as a category', async () => {
    expect(await typeOf('flag', ['0', '1', '1'])).toBe('flag:number');
    expect(await typeOf('flag', ['yes', 'no', 'maybe', 'yes'])).toBe('flag:category');
    expect(await typeOf('initial', ['Y', 'Y'])).toBe('initial:category');
  });

  it('tells categories, text and identifiers apart by how often values repeat', async () => {
    expect(
      await typeOf(
        'city',
        many(60, (i) => ['北京', '上海', '广州'][i % 3]!),
      ),
    ).toBe('city:category');
    expect(
      await typeOf(
        'remark',
        many(60, (i) => `came back ${i}`),
      ),
    ).toBe('remark:text');
    expect(
      await typeOf(
        'member',
        many(60, (i) => `KH${10000 + i}`),
      ),
    ).toBe('member:identifier');
  });

  it('keeps text byte for byte, spaces included', async () => {
    const values = [' a ', 'ＡＢ', '“quoted”', 'tab\tinside', "o'clock"];
    expect(await valuesOf(values)).toEqual(values);
  });
});

describe('the file around the table', () => {
  it('ends in a Problem for choices that it does not know', async () => {
    await expect(readText('a,b\n1,2', { encoding: 'koi8-r' })).rejects.toBeInstanceOf(Problem);
    await expect(readText('a,b\n1,2', { delimiter: 'x' })).rejects.toBeInstanceOf(Problem);
  });

  it('reads R tables, whose header is one name short', async () => {
    const { value } = await readText('x,y\nrow1,1,2\nrow2,3,4\n');
    expect(value.columns.map(({ name }) => name)).toEqual(['column 1', 'x', 'y']);
    expect(rowsOf(value)[1]).toEqual(['row2', '3', '4']);
  });

  it('takes years as names of columns', async () => {
    const { value } = await readText('city,2019,2020\n北京,1,2\n上海,3,4\n');
    expect(value.columns.map(({ name }) => name)).toEqual(['city', '2019', '2020']);
  });

  it('moves progress forward only, and ends it at its total', async () => {
    const text = `a,b\n${'1,文\n'.repeat(4000)}`;
    const bytes = new Uint8Array([...new TextEncoder().encode(text), 0xb1, 0xb1, 0x2c, 0x31, 0x0a]);
    const { readTable } = await import('./read-table');
    const source = { name: 'x', blob: new Blob([bytes]) };
    let done = 0;
    let share = 0;
    for await (const step of readTable(source, READ_AUTOMATICALLY, { pieceBytes: 1000 })) {
      expect(step.done).toBeGreaterThanOrEqual(done);
      done = step.done;
      share = step.done / step.total;
    }
    expect(share).toBeCloseTo(1, 9);
  });
});
