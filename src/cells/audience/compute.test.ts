import { describe, expect, it } from 'vitest';
import { readText, rowsOf } from '../../../tests/support/read-text';
import { toolsOf } from '../../../tests/support/tools';
import { finish } from '../../core/job';
import type { JsonObject } from '../../core/json';
import type { MarkSource } from '../../core/mark-source';
import { parseParams } from '../../core/params';
import type { ClusteringValue } from '../../core/values';
import { createTable, numberColumn, textColumn } from '../../table/create-table';
import compute from './compute';
import { definition } from './definition';
import type { AudienceDisplay } from './display';
import { hashText } from './list-columns';

const table = createTable([
  textColumn('会员号', ['01', '02', '03', '04', '05', '06'], 'identifier'),
  textColumn('邮箱', ['A.b+x@Gmail.com', 'b@x.de', 'no mail', null, 'e@x.de', 'f@x.de']),
  textColumn('手机', ['13812345678', '+1 650 555 1212', '139', null, null, '13900000000']),
  textColumn('名', ['=小明', 'Mary', '丽', null, 'O, K', null]),
  textColumn('姓', ['王', "O'Neil", '李', null, null, null]),
  textColumn('国家', ['中国', 'US', 'CN', null, 'Atlantis', null]),
  textColumn('邮编', ['100000', '94035-1234', '200000', null, null, null]),
  numberColumn('花费', Float64Array.of(-1, 2.5, NaN, 4, 5, 6)),
  textColumn('分群', ['a', 'b', 'c', 'd', 'e', 'f']),
]);

/** Rows 0 … 4 went into the clustering, row 3 is noise, row 5 was left out. */
const clustering: ClusteringValue = {
  kind: 'clustering',
  labels: Int32Array.of(1, 0, 1, -1, 0),
  clusters: 2,
  sizes: [2, 2],
  centroids: new Float64Array(2),
  columns: 1,
  inertia: 0,
  iterations: 1,
  isConverged: true,
  rowIndex: Uint32Array.of(0, 1, 2, 3, 4),
  tableRows: 6,
};

const NAMES = [
  { zh: '常客, 老', en: 'Regulars, old' },
  { zh: '=新客', en: '=New' },
];

async function show(saved: JsonObject = {}) {
  const params = parseParams(definition.params, saved);
  const result = await finish(compute.run(params, { table, clustering }, toolsOf()));
  // What this computation shows, by its definition.
  return result.display as AudienceDisplay;
}

async function exported(format: string, saved: JsonObject = {}, language: 'zh' | 'en' = 'zh') {
  const params = parseParams(definition.params, saved);
  const wish = { format, language, names: NAMES, options: {} };
  const inputs = { table, clustering };
  const make = compute.exports![format]!;
  return finish(make({ params, inputs, value: null, wish, tools: toolsOf() }));
}

async function linesOf(format: string, saved: JsonObject = {}, language: 'zh' | 'en' = 'zh') {
  const { blob } = await exported(format, saved, language);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());
  return text.split('\r\n').slice(0, -1);
}

describe('a table file', () => {
  it('has every row with its segment, and why a row has none', async () => {
    const columns = ['会员号', '花费', '分群'];
    expect(await linesOf('csv', { columns })).toEqual([
      '\ufeff会员号,花费,分群,分群编号,分群字母,分群 (2),未分群原因',
      "01,-1,a,2,B,'=新客,",
      '02,2.5,b,1,A,"常客, 老",',
      "03,,c,2,B,'=新客,",
      '04,4,d,,,,噪声：不像任何一群',
      '05,5,e,1,A,"常客, 老",',
      '06,6,f,,,,特征没有用这一行（如有缺失值）',
    ]);
  });

  it('has the chosen segments and, where not wanted, no rows without one', async () => {
    const saved = { columns: ['会员号'], segments: [1], unassigned: false };
    expect(await linesOf('csv', saved, 'en')).toEqual([
      '\ufeff会员号,Segment number,Segment letter,Segment',
      "01,2,B,'=New",
      "03,2,B,'=New",
    ]);
  });

  it('is read again with the same rows and labels', async () => {
    const { blob } = await exported('csv', { unassigned: false });
    const read = await readText(new Uint8Array(await blob.arrayBuffer()));
    const rows = rowsOf(read.value);
    const kept = rowsOf(table).filter((_row, i) => [0, 1, 2, 4].includes(i));
    const own = kept.map((row) =>
      row.map((cell) => (cell && /^=|\+1 /.test(cell) ? `'${cell}` : cell)),
    );
    expect(rows.map((row) => row.slice(0, -3))).toEqual(own);
    expect(rows.map((row) => row.at(-3))).toEqual(['2', '1', '2', '1']);
  });

  it.each([
    ['parquet', '.parquet', 'PAR1'],
    ['arrow', '.arrow', 'ARRO'],
    ['arrow-stream', '.arrows', '\uffff'],
  ])('may be %s', async (format, ending, magic) => {
    const { name, blob } = await exported(format);
    expect(name.endsWith(ending)).toBe(true);
    const head = String.fromCharCode(...new Uint8Array(await blob.arrayBuffer()).subarray(0, 4));
    if (magic !== '\uffff') expect(head).toBe(magic);
    expect(blob.size).toBeGreaterThan(100);
  });

  it('shows how many rows of each segment there are, and what names people', async () => {
    const display = await show();
    expect(display).toMatchObject({ rows: 6, sizes: [2, 2], noise: 1, dropped: 1, list: null });
    expect(display.identifying).toEqual([
      { column: '会员号', values: 6 },
      { column: '邮箱', values: 5 },
      { column: '手机', values: 4 },
      { column: '名', values: 4 },
      { column: '姓', values: 3 },
    ]);
    expect(display.preview.labels).toEqual([1, 0, 1, -1, 0, -2]);
    expect((await show({ columns: ['花费'] })).identifying).toEqual([]);
  });
});

/** Two thirds of the addresses and numbers here are odd, so that nothing is guessed from them. */
const fields = { email: '邮箱', phone: '手机' };

it('writes the numbers and letters that the segments have on the page', async () => {
  const params = parseParams(definition.params, { columns: ['会员号'], segments: [1] });
  const lines = async (marks: MarkSource) => {
    const wish = { format: 'csv', language: 'en', names: NAMES, marks, options: {} } as const;
    const ground = { params, inputs: { table, clustering }, value: null, wish, tools: toolsOf() };
    const { blob } = await finish(compute.exports!.csv!(ground));
    return (await blob.text()).split('\r\n')[1];
  };
  expect(await lines({ numbers: [1, 5], prefix: '' })).toBe("01,5,E,'=New,");
  expect(await lines({ numbers: [], prefix: '2.' })).toBe("01,2.2,B,'=New,");
});

describe('a list', () => {
  it('for Google has hashes of what its pages say, and complete addresses only', async () => {
    const lines = await linesOf('google', { fields, country: 'CN' });
    const of = (...texts: string[]) => texts.map((text) => (text ? hashText(text) : ''));
    expect(lines).toEqual([
      'Email,Phone,First Name,Last Name,Country,Zip',
      [...of('ab@gmail.com', '+8613812345678', '=小明', '王'), 'CN', '100000'].join(),
      [...of('b@x.de', '+16505551212', 'mary', 'oneil'), 'US', '94035-1234'].join(),
      [...of('', '', '丽', '李'), 'CN', '200000'].join(),
      [...of('e@x.de', '', '', ''), '', ''].join(),
    ]);
  });

  it('for Meta is hashed throughout', async () => {
    const lines = await linesOf('meta', { fields, segments: [0] });
    const of = (...texts: string[]) => texts.map((text) => (text ? hashText(text) : '')).join();
    expect(lines).toEqual([
      'email,phone,fn,ln,zip,country',
      of('b@x.de', '16505551212', 'mary', 'oneil', '94035', 'us'),
      of('e@x.de', '', 'o k', '', '', ''),
    ]);
  });

  it('for mail platforms is plain, numbers keep their plus, and formulas are neutralised', async () => {
    expect(await linesOf('mailchimp', { fields }, 'en')).toEqual([
      'Email Address,First Name,Last Name,Phone Number,Tags',
      "a.b+x@gmail.com,'=小明,王,+8613812345678,'=New",
      "b@x.de,Mary,O'Neil,+16505551212,Regulars  old",
      'e@x.de,"O, K",,,Regulars  old',
    ]);
    expect((await linesOf('hubspot', { fields }))[2]).toBe(
      "b@x.de,Mary,O'Neil,+16505551212,US,94035-1234,常客  老",
    );
  });

  it('counts what is not in it, by reason and row number, and never lists noise', async () => {
    const display = await show({ format: 'google', fields });
    expect(display.rows).toBe(4);
    expect(display.list).toMatchObject({ leftOut: 0 });
    expect(display.list!.faults).toEqual([
      { role: 'email', fault: 'email-invalid', count: 1, rows: [3] },
      { role: 'phone', fault: 'phone-invalid', count: 1, rows: [3] },
      { role: 'country', fault: 'country-unknown', count: 1, rows: [5] },
    ]);
    const mail = await show({ format: 'mailchimp', fields });
    expect(mail.rows).toBe(3);
    expect(mail.list!.faults[0]).toEqual({ role: null, fault: 'no-key', count: 1, rows: [3] });
  });

  it('says in a file of its own which rows are not listed', async () => {
    expect(await linesOf('mailchimp-problems', { fields }, 'en')).toEqual([
      '\ufeffRow,Field,Reason',
      '3,Email,not an email address',
      '3,Phone,not a valid phone number',
      '3,Whole row,"nothing to be found by; the row is not in the list"',
    ]);
  });

  it('shows what it will hold, and from which columns, guessed ones marked', async () => {
    const { preview, list } = await show({ format: 'meta', fields });
    expect(preview.rows[1]![0]).toBe(hashText('b@x.de'));
    expect(list!.fields).toEqual([
      { role: 'email', column: '邮箱', isGuess: false },
      { role: 'phone', column: '手机', isGuess: false },
      { role: 'firstName', column: '名', isGuess: true },
      { role: 'lastName', column: '姓', isGuess: true },
      { role: 'country', column: '国家', isGuess: true },
      { role: 'zip', column: '邮编', isGuess: true },
    ]);
  });

  it('does without a field that nobody wants', async () => {
    const lines = await linesOf('meta', {
      fields: { ...fields, country: '', zip: '' },
      segments: [0],
    });
    expect(lines[1]!.endsWith(',,')).toBe(true);
  });
});

it.each([
  ['segments', [-1]],
  ['segments', 'all'],
  ['fields', { father: 'x' }],
  ['country', 'cn'],
])('refuses %s %j', (param, value) => {
  expect(() => parseParams(definition.params, { [param]: value })).toThrow();
});

it('refuses a table that is not the one that was clustered', async () => {
  const other = { ...clustering, tableRows: 7 };
  const params = parseParams(definition.params, {});
  const run = finish(compute.run(params, { table, clustering: other }, toolsOf()));
  await expect(run).rejects.toMatchObject({ code: 'input-missing' });
});
