import { describe, expect, it } from 'vitest';
import { personaDisplay, personaFigure, personaLine } from '../../../tests/support/personas';
import { initialParams } from '../../core/params';
import { columnsFor } from './columns-for';
import { definition } from './definition';
import { face } from './face';
import { distinctFacts, factOf } from './facts';
import { renamed } from './names';
import { petalLines } from './petal-lines';
import { sentenceOf } from './sentence';
import { fewWords, petalsSentence, sizeWords, statisticWords, tagline } from './view-words';

const params = initialParams(definition.params);
const finding = (part: Parameters<typeof personaDisplay>[1]) =>
  face.finding(personaDisplay([personaLine('x', [1, 2])], part), params, []);

const DAY = 86_400_000;
const fact = (...args: Parameters<typeof personaLine>) => factOf(personaLine(...args), 0)!;

describe('the finding of personas', () => {
  it('says how many kinds there are and how large the largest is', () => {
    expect(finding({ sizes: [60, 140] })).toEqual({
      zh: '两种顾客，最多的一种占 70.0 %。',
      en: 'Two kinds of customers; the largest is 70.0%.',
    });
    expect(finding({ rowsAre: 'row' }).zh).toBe('两个分群，最多的一种占 50.0 %。');
  });

  it('claims no difference where there is nobody to differ from', () => {
    expect(finding({ sizes: [200] }).zh).toBe('只有一个分群，没有可对照的顾客。');
    expect(finding({ sizes: [], noise: 200 }).en).toBe('No segments, so nobody to portray.');
  });
});

describe('the lines around personas', () => {
  it('state the scale of the petals, the intervals and the rows', () => {
    const { zh } = face.sourceLine(
      personaDisplay([], { rows: 90, noise: 3, tableRows: 100 }),
      params,
    );
    expect(zh).toContain('最长 2 个标准差');
    expect(zh).toContain('95 % 区间：均值按 Student t，差按 Welch，占比按 Wilson 和 Newcombe');
    expect(zh).toMatch(/90 \/ 100 行 · 全体含 3 行噪声$/);
  });

  it('read the parameters as a sentence', () => {
    const sentence = (language: 'zh' | 'en') =>
      face
        .margin(params)
        .map(({ words }) => words[language])
        .join('');
    expect(sentence('zh')).toBe('每群最多三句，来自所有会变化的列；典型和边缘各三行。');
    expect(sentence('en')).toBe(
      'At most three sentences a segment, from all columns that vary; of typical and borderline rows three each.',
    );
  });
});

describe('a sentence', () => {
  it.each([
    [310, '「x」平均 310，是全体的 3.1 倍（TGI 310）。'],
    [52, '「x」平均 52，是全体的 52 %（TGI 52）。'],
    [134, '「x」平均 134，比全体高 34 %（TGI 134）。'],
  ])('sets %d against everyone', (value, text) => {
    expect(sentenceOf(fact('x', [value])).zh).toBe(text);
  });

  it('never says that a percentage is so many per cent lower', () => {
    const column = { id: 'x', name: 'x', type: 'number', unit: '%' } as const;
    expect(sentenceOf(fact('x', [21], { column, overall: 41 }))).toEqual({
      zh: '「x」平均 21 %，全体 41 %（TGI 51）。',
      en: 'x: 21% on average, against 41% for everyone (TGI 51).',
    });
  });

  it('has no ratio for values of both signs', () => {
    const said = sentenceOf(
      fact('x', [-214, 30], { hasRatio: false, overall: 30, deviation: 200 }),
    );
    expect(said.zh).toBe('「x」平均 −214，全体 30（−1.2 个标准差）。');
  });

  it('says highest only where no other interval reaches', () => {
    const line = personaLine('x', [120, 90, 100]);
    expect(sentenceOf(factOf(line, 0)!).en).toContain('the highest of three');
    const wide = personaFigure(100, { interval: { low: 70, high: 119.5 } });
    const figures = [line.figures[0]!, line.figures[1]!, wide];
    expect(sentenceOf(factOf({ ...line, figures }, 0)!).en).not.toContain('highest');
  });

  it('counts shares of levels, yes and no, and days of dates', () => {
    const city = { id: 'c', name: '城市', type: 'category' } as const;
    const share = { overall: 0.303, deviation: 0.4 };
    expect(sentenceOf(fact('c', [0.701], { column: city, level: '北京', ...share })).zh).toBe(
      '70.1 % 的「城市」是「北京」，全体 30.3 %（TGI 231）。',
    );
    const member = { id: 'm', name: '会员', type: 'boolean' } as const;
    expect(sentenceOf(fact('m', [0.9], { column: member, level: 'true', ...share })).en).toBe(
      '90.0% have 会员 = yes; of everyone, 30.3% (TGI 297).',
    );
    const joined = { id: 'j', name: '注册日期', type: 'date' } as const;
    const dates = { column: joined, hasRatio: false, overall: 20 * DAY, deviation: DAY };
    expect(sentenceOf(fact('j', [10 * DAY], dates)).zh).toBe(
      '「注册日期」平均在 1970-01-11，比全体早 10 天。',
    );
  });
});

describe('what a sentence rests on', () => {
  const words = (...args: Parameters<typeof statisticWords>) =>
    statisticWords(...args).replaceAll('\u00a0', ' ');

  it('is its interval, its difference from the others and its rows', () => {
    expect(words(fact('x', [120, 90]), 'zh')).toBe(
      '95 % 区间 119–121 · 与其余的差 +1 – +2 · n = 100',
    );
  });

  it('is only its rows where one value has no interval', () => {
    const line = personaLine('x', [5]);
    const single = personaFigure(5, { count: 1, interval: null, difference: null });
    expect(words(factOf({ ...line, figures: [single] }, 0)!, 'en')).toBe('n = 1, no interval');
  });

  it('has as many decimals as tell the ends apart', () => {
    const line = personaLine('x', [348]);
    const narrow = personaFigure(348, {
      interval: { low: 347.96, high: 348.04 },
      difference: null,
    });
    expect(words(factOf({ ...line, figures: [narrow] }, 0)!, 'en')).toContain('347.96–348.04');
  });
});

describe('a card', () => {
  it('says that few are few, and sums nothing up for them', () => {
    const display = personaDisplay([personaLine('消费', [120, 90])], { sizes: [7, 193] });
    expect(fewWords(display, 0)?.zh).toBe('只有 7 位顾客：太少，不能推广到别人。');
    expect([tagline(display, 0), fewWords(display, 1)]).toEqual([null, null]);
    expect(tagline(display, 1)?.zh).toBe('消费低。');
  });

  it('says its size, its share and what it brings', () => {
    const column = { id: 's', name: '近12月消费额', type: 'number' } as const;
    const display = personaDisplay([], {
      sizes: [40, 160],
      sum: { column, shares: [0.579, 0.421] },
    });
    expect(sizeWords(display, 0, 'zh')).toBe('40 位顾客 · 20.0 % · 「消费额」占 57.9 %');
  });

  it('has petals of features first, and reads them out', () => {
    const lines = Array.from({ length: 10 }, (_, i) =>
      personaLine(`x${i}`, [100 + i, 100], { isFeature: i < 3 }),
    );
    const chosen = petalLines(personaDisplay(lines));
    expect(chosen.map(({ column }) => column.name)).toEqual([
      'x0',
      'x1',
      'x2',
      'x5',
      'x6',
      'x7',
      'x8',
      'x9',
    ]);
    expect(petalsSentence(chosen.slice(0, 2), 0, 'zh')).toBe('花瓣：x0 0.0 标准差，x1 +0.1 标准差');
  });

  it('keeps silent about what cannot be told from the others', () => {
    const line = personaLine('x', [120]);
    const unsure = personaFigure(120, { difference: { low: -1, high: 5 } });
    expect(distinctFacts(personaDisplay([{ ...line, figures: [unsure] }]), 0)).toEqual([]);
  });
});

describe('personas that are passed on', () => {
  const rows = { columns: [], typical: [[{ row: 1, values: [3] }]], borderline: [[]] };

  it('show no rows, no hidden segment, and no share of a sum that would give one away', () => {
    const column = { id: 's', name: 's', type: 'number' } as const;
    const part = { customers: rows, sum: { column, shares: [0.5, 0.5] } };
    const display = personaDisplay([personaLine('x', [120, 90])], part);
    const passed = face.withhold!(display, { least: 10, hidden: new Set([1]) })!;
    expect([passed.customers, passed.sum, passed.hidden]).toEqual([null, null, [1]]);
    expect(passed.lines[0]!.figures.map(({ value }) => value)).toEqual([120, null]);
    expect(face.withhold!(display, { least: 10, hidden: new Set() })!.sum).not.toBeNull();
    expect(face.withhold!(display, { least: 10, hidden: new Set([0, 1]) })).toBeNull();
  });

  it('tell nothing of a few rows within a large segment', () => {
    const few = { ...personaLine('x', [120, 90]), level: 'a' };
    const figures = [personaFigure(0.03), personaFigure(0.97), personaFigure(0.5, { count: 7 })];
    const all = [...figures, personaFigure(0), personaFigure(0.5)];
    const display = personaDisplay([{ ...few, figures: all }]);
    const [line] = face.withhold!(display, { least: 10, hidden: new Set() })!.lines;
    expect(line!.figures.map(({ value }) => value)).toEqual([null, null, null, 0, 0.5]);
  });
});

describe('the cards side by side', () => {
  it.each([
    [4, 1200, 4],
    [4, 810, 2],
    [3, 810, 3],
    [5, 810, 3],
    [12, 810, 3],
    [4, 350, 1],
    [1, 810, 1],
    [0, 810, 1],
  ])('are %d on %d px in %d columns', (count, width, columns) => {
    expect(columnsFor(count, width)).toBe(columns);
  });
});

describe('the saved names', () => {
  it('change at their places, without empty ones at the end', () => {
    expect(renamed(['a'], new Map([[2, ' c ']]))).toEqual(['a', '', 'c']);
    expect(renamed(['a', '', 'c'], new Map([[2, '']]))).toEqual(['a']);
  });
});
