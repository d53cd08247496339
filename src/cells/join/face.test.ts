import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import { definition } from './definition';
import type { JoinDisplay, Matching } from './display';
import { face } from './face';
import { appendedWords, multiplyWords, sideRows } from './view-words';

const none = { keys: 0, rows: 0, most: 0 };
const matching: Matching = {
  keys: [{ left: 'id', right: 'ID' }],
  isGuessed: true,
  matchedLeft: 90,
  unmatchedLeft: 10,
  missingLeft: 4,
  matchedRight: 50,
  unmatchedRight: 0,
  missingRight: 0,
  repeatedLeft: none,
  repeatedRight: { keys: 5, rows: 12, most: 3 },
  examplesLeft: ['x'],
  examplesRight: [],
  examplesRepeated: [{ key: 'y', rows: 3 }],
};

function displayOf(part: Partial<JoinDisplay> = {}): JoinDisplay {
  const counts = { rows: 100, leftRows: 100, rightRows: 50 };
  const rest = { columns: [], appended: [], renamed: [], preview: [['secret']] };
  return { how: 'left', matching, ...counts, ...rest, ...part };
}

const params = initialParams(definition.params);
const finding = (part: Partial<JoinDisplay>) => face.finding(displayOf(part), params, []);

describe('the finding of join', () => {
  it('says how many left rows met, and that rows multiplied', () => {
    expect(finding({})).toEqual({
      zh: '左表 100 行里 90 行对上（90.0 %）。',
      en: '90 of 100 left rows found a match (90.0%).',
    });
    expect(finding({ rows: 130 }).zh).toBe(
      '左表 100 行里 90 行对上（90.0 %）；右表有重复的键，行数从 100 变成 130。',
    );
  });

  it('says all and none', () => {
    expect(finding({ matching: { ...matching, matchedLeft: 100 } }).zh).toBe(
      '左表 100 行全部对上。',
    );
    expect(finding({ matching: { ...matching, matchedLeft: 0 } }).en).toBe(
      'None of 100 left rows found a match.',
    );
  });

  it('counts what is not there, and what was appended', () => {
    expect(finding({ how: 'anti', rows: 10 }).en).toBe(
      '10 of 100 left rows are not in the right table.',
    );
    expect(finding({ how: 'anti', rows: 0 }).zh).toBe('左表 100 行都对上了，一行不剩。');
    expect(finding({ how: 'append', matching: null, rows: 150 }).zh).toBe(
      '两张表接成 150 行：100 + 50。',
    );
  });

  it('names the key in the source line', () => {
    expect(face.sourceLine(displayOf(), params)).toEqual({
      zh: '得到的表 100 × 0 · 键：id = ID（自动找到） · 4 行没有键，从不对上',
      en: 'Table of 100 × 0 · key: id = ID (found by itself) · 4 rows without a key, never matched',
    });
  });

  it('reads its parameters as a sentence', () => {
    const sentence = (saved: object) =>
      face
        .margin({ ...params, ...saved })
        .map(({ words }) => words.zh)
        .join('');
    expect(sentence({})).toBe('左表全留，键自动找，带上右表其余的列。');
    expect(sentence({ how: 'append' })).toBe('上下相接，按列名对齐。');
    expect(sentence({ how: 'anti', keys: matching.keys })).toBe('只留对不上的，键是 id = ID。');
  });
});

it('holds keys and rows back from reports', () => {
  const kept = face.withhold!(displayOf(), { least: 5, hidden: new Set() });
  expect(kept?.preview).toEqual([]);
  expect(kept?.matching).toMatchObject({
    matchedLeft: 90,
    examplesLeft: [],
    examplesRight: [],
    examplesRepeated: [],
  });
});

describe('the view of join', () => {
  it('lists both sides by their counts', () => {
    const [left, right] = sideRows(displayOf(), matching, 'zh');
    expect([left?.matched, left?.unmatched, left?.noKey]).toEqual(['90 · 90.0 %', '6', '4']);
    expect(right?.repeated).toBe('5 个，占 12 行，最多 3 行');
  });

  it('warns of rows that multiply, and only of those', () => {
    expect(multiplyWords(displayOf())).toBeNull();
    expect(multiplyWords(displayOf({ rows: 150 }))?.en).toContain('100 → 150 rows (1.50 times)');
  });

  it('tells of appended columns that are not simply in both', () => {
    expect(appendedWords({ name: 'a', from: 'both', types: null }, 'en')).toBeNull();
    expect(appendedWords({ name: 'a', from: 'left', types: null }, 'en')).toBe(
      'a is in the left table only; missing in the other.',
    );
    expect(appendedWords({ name: 'a', from: 'both', types: ['number', 'text'] }, 'zh')).toBe(
      '「a」一边是数，一边是文字：合成同一种类型。',
    );
  });
});
