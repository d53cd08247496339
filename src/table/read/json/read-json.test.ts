import { describe, expect, it } from 'vitest';
import { readText, rowsOf, typesOf } from '../../../../tests/support/read-text';
import { Problem } from '../../../core/problem';

async function problemOf(content: string): Promise<unknown> {
  try {
    await readText(content);
  } catch (thrown) {
    if (thrown instanceof Problem) return { code: thrown.code, ...thrown.facts };
    throw thrown;
  }
  return 'no problem';
}

describe('JSON', () => {
  it('is a list of objects, flattened, with what a row lacks missing', async () => {
    const people = [
      { id: '007', address: { city: '北京', zip: { code: 100 } }, tags: ['a', 'b'], spend: 1.5 },
      { id: '008', spend: null, vip: true, __proto__x: 1 },
      { id: '009', address: { city: '上海' }, spend: 12, vip: false, list: [{ a: 1 }] },
    ];
    const { value, report } = await readText(JSON.stringify(people, null, 2));
    expect(report).toMatchObject({ format: 'json', rowsInFile: 3, rowsRead: 3, damagedCount: 0 });
    expect(value.columns.map(({ name }) => name)).toEqual(
      'id,address.city,address.zip.code,tags,spend,vip,__proto__x,list'.split(','),
    );
    expect(rowsOf(value).map((row) => row.slice(0, 6))).toEqual([
      ['007', '北京', '100', 'a;b', '1.5', null],
      ['008', null, null, null, null, 'true'],
      ['009', '上海', null, null, '12', 'false'],
    ]);
    expect(rowsOf(value)[2]![7]).toBe('[{"a":1}]');
  });

  it('keeps every digit of long numbers, and a key called __proto__', async () => {
    const text = '[{"__proto__": 12345678901234567890, "x": "\\u4e2d\\n\\"1\\""}]';
    const { value } = await readText(text);
    expect(typesOf(value)[0]).toBe('__proto__:identifier');
    expect(rowsOf(value)).toEqual([['12345678901234567890', '中\n"1"']]);
  });

  it('is an object that holds the list, or one of lists', async () => {
    const wrapped = { status: 'ok', errors: [], data: [{ a: 1 }, { a: 2 }] };
    expect(rowsOf((await readText(JSON.stringify(wrapped))).value)).toEqual([['1'], ['2']]);
    const columns = { name: ['A', 'B'], spend: [1, null] };
    const { value } = await readText(JSON.stringify(columns));
    expect(rowsOf(value)).toEqual([
      ['A', '1'],
      ['B', null],
    ]);
  });

  it('is a list of lists, with names in the first or without', async () => {
    const named = await readText('[["city","n"],["北京",1],["上海",2]]');
    expect([typesOf(named.value), named.value.rows]).toEqual([['city:text', 'n:number'], 2]);
    const bare = await readText('[[1, 2.5],[3, 4.5]]');
    expect(rowsOf(bare.value)).toEqual([
      ['1', '2.5'],
      ['3', '4.5'],
    ]);
  });

  it('is one value a line; a damaged line is reported and left out', async () => {
    const { value, report } = await readText('{"a": 1}\n{"a": 2\n\n{"a": 3}\r\n7\n');
    expect(report).toMatchObject({ format: 'ndjson', rowsInFile: 4, rowsRead: 2 });
    expect(report.damaged).toEqual([
      { row: 2, reason: 'not-json', text: '{"a": 2' },
      { row: 4, reason: 'not-a-row', text: '7' },
    ]);
    expect(rowsOf(value)).toEqual([['1'], ['3']]);
  });

  it('is the same wherever the pieces are cut', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({ a: `"]},${i}\\`, b: [i, '€'] }));
    const whole = await readText(JSON.stringify(rows));
    for (const pieceBytes of [1, 7, 100]) {
      const cut = await readText(JSON.stringify(rows), { pieceBytes });
      expect(rowsOf(cut.value)).toEqual(rowsOf(whole.value));
    }
    expect(rowsOf(whole.value)[3]).toEqual(['"]},3\\', '3;€']);
  });

  it('says line and byte where it breaks', async () => {
    expect(await problemOf('[{"a": 1},\n {"a": 01}]')).toEqual({
      code: 'json-invalid',
      name: 'test.csv',
      line: 2,
      byte: 18,
      reason: 'unexpected',
    });
    expect(await problemOf('[{"a": 1}, {"a": 2}')).toMatchObject({
      reason: 'unfinished',
      byte: 19,
    });
    expect(await problemOf(`[{"a": ${'['.repeat(5000)}`)).toMatchObject({ reason: 'unfinished' });
    expect(await problemOf(`[{"a": ${'['.repeat(500)}${']'.repeat(500)}}]`)).toMatchObject({
      reason: 'too-deep',
    });
    expect(await problemOf('[]')).toMatchObject({ code: 'file-header-only' });
  });
});
