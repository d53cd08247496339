import { describe, expect, it } from 'vitest';
import { readText, rowsOf } from '../../../tests/support/read-text';

const shops = ['店铺,销售额,客户', '一店,100,3', '二店,250,5', '三店,50,1'];

describe('totals at the end', () => {
  it('are left out and said', async () => {
    const { value, report } = await readText([...shops, '小计,150,4', '合 计：,400,9'].join('\n'));
    expect(rowsOf(value).map(([shop]) => shop)).toEqual(['一店', '二店', '三店']);
    expect(report).toMatchObject({ rowsInFile: 3, rowsRead: 3, damagedCount: 0 });
    expect(report.totals).toEqual([
      { row: 4, text: '小计 · 150 · 4' },
      { row: 5, text: '合 计： · 400 · 9' },
    ]);
  });

  it('are left out where the line is ragged, or the label stands among numbers', async () => {
    const lines = Array.from({ length: 80 }, (_, i) => `${i},${i * 2}`);
    const { value, report } = await readText(['n,spend', ...lines, 'Grand Total,6320'].join('\n'));
    expect([value.rows, report.totals]).toEqual([80, [{ row: 81, text: 'Grand Total · 6320' }]]);
    const short = await readText([...shops, '总计,400'].join('\n'));
    expect([short.value.rows, short.report.damagedCount]).toEqual([3, 0]);
  });

  it('stay when told so, when the word is a value anyway, and when no figure follows', async () => {
    const kept = await readText([...shops, '合计,400,9'].join('\n'), { totals: 'keep' });
    expect([kept.value.rows, kept.report.totals]).toEqual([4, undefined]);
    const rows = Array.from({ length: 20 }, (_, i) => `${i % 2 === 0 ? 'Total' : 'Net'},${i}`);
    expect((await readText(['kind,x', ...rows, 'Total,3'].join('\n'))).value.rows).toBe(21);
    expect((await readText([...shops, '合计,,'].join('\n'))).value.rows).toBe(4);
  });
});

describe('a sample', () => {
  const lines = Array.from({ length: 5000 }, (_, i) => `K${i},${i}`);
  const file = ['id,x', ...lines].join('\n');

  it('has the rows asked for, in order, the same for the same seed, however pieces are cut', async () => {
    const { value, report } = await readText(file, { sampleRows: 700 });
    const rows = rowsOf(value).map(([, x]) => Number(x));
    expect(rows).toHaveLength(700);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    expect(new Set(rows).size).toBe(700);
    expect(report).toMatchObject({
      rowsInFile: 5000,
      rowsRead: 700,
      sampled: { rows: 700, of: 5000, seed: 1 },
    });
    const again = await readText(file, { sampleRows: 700, pieceBytes: 999 });
    expect(rowsOf(again.value)).toEqual(rowsOf(value));
    const other = await readText(file, { sampleRows: 700, sampleSeed: 2 });
    expect(rowsOf(other.value)).not.toEqual(rowsOf(value));
  });

  it('is fair: its mean is near that of all rows', async () => {
    let sum = 0;
    for (let sampleSeed = 1; sampleSeed <= 20; sampleSeed++) {
      const { value } = await readText(file, { sampleRows: 100, sampleSeed });
      sum += rowsOf(value).reduce((total, [, x]) => total + Number(x), 0);
    }
    // 2,000 draws of 0 … 4,999: the standard error of the mean is 32.
    expect(Math.abs(sum / 2000 - 2499.5)).toBeLessThan(130);
  });

  it('says the row of the file for what is damaged, and takes all when there are fewer', async () => {
    const broken = [...lines];
    for (let i = 0; i < 5000; i += 100) broken[i] = `K${i},`;
    const typed = await readText(['id,x', ...broken].join('\n'), { sampleRows: 9000 });
    expect([typed.value.rows, typed.report.sampled?.of]).toEqual([5000, 5000]);
  });
});
