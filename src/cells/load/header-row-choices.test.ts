import { expect, it } from 'vitest';
import { headerRowChoices, headerRowOf } from './header-row-choices';

const top = [
  { line: 1, text: 'Report · 2024-01' },
  { line: 3, text: `order · ${'x'.repeat(80)}` },
];

it('offers what was found, the first lines by their beginnings, and none', () => {
  const choices = headerRowChoices({ top, headerRow: 3 }, 'auto', 'en');
  expect(choices.map(({ value }) => value)).toEqual(['auto', '1', '3', '0']);
  expect(choices[0]!.label).toBe('Automatic: line 3');
  expect(choices[1]!.label).toBe('1 · Report · 2024-01');
  expect(choices[2]!.label).toMatch(/^3 · order · x+…$/);
  expect(headerRowChoices({ top, headerRow: 0 }, 'auto', 'zh')[0]!.label).toBe('自动：没有列名');
});

it('keeps a line that was chosen further down, and does not claim what it did not look for', () => {
  const choices = headerRowChoices({ top, headerRow: 40 }, 40, 'zh');
  expect(choices.map(({ value }) => value)).toEqual(['auto', '1', '3', '40', '0']);
  expect(choices[0]!.label).toBe('自动');
});

it('turns a choice into the parameter', () => {
  expect([headerRowOf('auto'), headerRowOf('0'), headerRowOf('12')]).toEqual(['auto', 0, 12]);
});
