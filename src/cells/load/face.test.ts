import { describe, expect, it } from 'vitest';
import type { ReadReport } from '../../core/read-report';
import { initialParams } from '../../core/params';
import { definition } from './definition';
import type { LoadDisplay } from './display';
import { face } from './face';

const params = initialParams(definition.params);

function displayOf(report: Partial<ReadReport>, columns = 3): LoadDisplay {
  return {
    report: {
      format: 'csv',
      encoding: 'gb18030',
      delimiter: ',',
      rowsInFile: 500,
      rowsRead: 500,
      sizeBytes: 33_826,
      damaged: [],
      damagedCount: 0,
      ...report,
    },
    rows: report.rowsRead ?? 500,
    columns: Array.from({ length: columns }, (_, i) => ({
      id: `c${i}`,
      name: `n${i}`,
      type: 'number' as const,
    })),
    preview: [],
  };
}

describe('the headline of a read file', () => {
  it('says that nothing was left out only when nothing was', () => {
    expect(face.finding(displayOf({}), params, [])).toEqual({
      zh: '读入 500 行、3 列，一行不少。',
      en: '500 rows and three columns read, none left out.',
    });
  });

  it('says how many rows were left out', () => {
    const words = face.finding(displayOf({ rowsRead: 499, damagedCount: 1 }), params, []);
    expect(words).toEqual({
      zh: '文件里 500 行，读入 499 行；1 行对不上列，没有读入。',
      en: '499 of 500 rows read; 1 did not fit the columns and was left out.',
    });
  });

  it('points at damage that cost no row', () => {
    const one = displayOf({ rowsInFile: 1, rowsRead: 1, damagedCount: 1 }, 1);
    expect(face.finding(one, params, [])).toEqual({
      zh: '读入 1 行、1 列；有 1 处要看一眼。',
      en: '1 row and one column read; 1 place needs a look.',
    });
  });

  it('tells in the small line how the file was read, and leaves decisions to the list', () => {
    const notes = [
      { code: 'not-utf-8', facts: { encoding: 'gb18030' } },
      { code: 'date-order-unknown', facts: { column: '日期' } },
    ];
    expect(face.sourceLine(displayOf({ notes }), params)).toEqual({
      zh: 'GBK / GB18030（简体） · 逗号分隔 · 34 kB',
      en: 'GBK / GB18030 (simplified Chinese) · by comma · 34 kB',
    });
  });

  it('puts the choices into one sentence', () => {
    const chosen = { ...params, source: 'a.csv', encoding: 'gb18030', delimiter: '\t' } as const;
    const join = (language: 'zh' | 'en') =>
      face
        .margin(chosen)
        .map(({ words }) => words[language])
        .join('');
    expect(join('zh')).toBe('按 GBK / GB18030（简体），以制表符分隔；a.csv。');
    expect(join('en')).toBe('Read as GBK / GB18030 (simplified Chinese), split by tab; a.csv.');
  });
});
