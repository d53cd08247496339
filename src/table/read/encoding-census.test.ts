import { describe, expect, it } from 'vitest';
import { readText, rowsOf } from '../../../tests/support/read-text';
import { DATA_FOLDER, realFile, WANTING } from '../../../tests/support/real-data';
import { EncodingCensus } from './encoding-census';

function bestOf(hex: string): string {
  const census = new EncodingCensus();
  census.count(Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16)));
  return census.best;
}

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('bytes that are not UTF-8', () => {
  it('are told apart by the characters that they would be', () => {
    // 客户, 北京, 上海 in GBK; 客戶, 台北, 高雄 in Big5.
    expect(bestOf('bfcdbba72cb1b1beA92cc9cfbaa3')).toBe('gb18030');
    expect(bestOf('abc8a4e12ca578a55f2cb0aab6af')).toBe('big5');
  });

  it('are Windows-1252 where high bytes stand alone between letters', async () => {
    const text = 'name,city\nJosé,Málaga\nÄnne,Köln\nFrançois,Besançon\n£5 café,naïve\n';
    const { value, report } = await readText(latin(text));
    expect(report.encoding).toBe('windows-1252');
    expect(rowsOf(value)[2]).toEqual(['François', 'Besançon']);
    const spaces = await readText(latin('a,b\n1\xa0,x\n2\xa0,y\n'));
    expect(spaces.report.encoding).toBe('windows-1252');
  });
});

describe.skipIf(!DATA_FOLDER)(`one Chinese table in six encodings${WANTING}`, () => {
  it('is told apart by itself, Big5 too', async () => {
    const names = ['big5', 'gbk', 'gb18030', 'utf8', 'utf8_bom', 'utf16_bom'];
    const read = await Promise.all(
      names.map((name) => readText(realFile(`zh-encodings/customers_${name}.csv`))),
    );
    expect(read.map(({ report }) => report.encoding)).toEqual([
      'big5',
      'gb18030',
      'gb18030',
      'utf-8',
      'utf-8',
      'utf-16le',
    ]);
    expect(read.map(({ value, report }) => [value.rows, report.damagedCount])).toEqual(
      names.map(() => [500, 0]),
    );
    const [big5, ...others] = read.map(({ value }) => rowsOf(value));
    for (const rows of others) expect(rows).toEqual(others[0]);
    // The same table in traditional characters: what is no word is the same.
    const columns = [0, 2, 5, 6, 7];
    const plain = (rows: typeof others) => rows[0]!.map((row) => columns.map((i) => row[i]));
    expect(plain([big5!])).toEqual(plain(others));
  });
});
