import { expect, it } from 'vitest';
import type { ReadReport } from '../../core/read-report';
import { choicesOf, damagedWords, reasonWords, rowsReadFact, sizeWords } from './view-words';

const report = (over: Partial<ReadReport> = {}): ReadReport => ({
  format: 'csv',
  encoding: 'gb18030',
  delimiter: ',',
  rowsInFile: 88310,
  rowsRead: 88310,
  sizeBytes: 7.8e7,
  damaged: [],
  damagedCount: 0,
  ...over,
});

it('says rows read against rows in the file', () => {
  expect(rowsReadFact(report())).toMatchObject({
    name: { zh: '行，全部读入' },
    value: { zh: '88,310' },
  });
  expect(rowsReadFact(report({ rowsRead: 88000 })).value.en).toBe('88,000 of 88,310');
});

it('offers what was found first, then every other encoding', () => {
  const choices = choicesOf('encoding', 'gb18030', 'zh');
  expect(choices[0]).toEqual({ value: 'auto', label: '自动：GBK / GB18030' });
  expect(choices.map((choice) => choice.value)).toContain('big5');
  expect(choicesOf('encoding', null, 'zh')[0]).toEqual({ value: 'auto', label: '自动' });
  expect(choicesOf('delimiter', '\t', 'en')[0]?.label).toBe('Automatic: Tab');
});

it('shows a label or a reason that it does not know as it is', () => {
  expect(choicesOf('encoding', 'koi8-r', 'en')[0]?.label).toBe('Automatic: koi8-r');
  expect(reasonWords({ row: 1, reason: 'odd', text: '' }).zh).toBe('odd');
  expect(choicesOf('encoding', '__proto__', 'en')[0]?.label).toBe('Automatic: __proto__');
});

it('says how many damaged places are listed and how many there are', () => {
  const line = { row: 3, reason: 'too-few-values', text: 'a,b' };
  expect(damagedWords(report({ damaged: [line], damagedCount: 1 })).en).toBe('1 damaged place');
  expect(damagedWords(report({ damaged: [line], damagedCount: 312 })).zh).toBe(
    '312 处有问题，列出前 1 处',
  );
});

it('shows the size of the file', () => {
  expect([12, 4200, 7.81e7].map(sizeWords)).toEqual(['12 B', '4 kB', '78.1 MB']);
});
