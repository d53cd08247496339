import { describe, expect, it } from 'vitest';
import { parseTypedNumber, refusalOf, showNumber, stepNumber } from './typed-number';

const range = { min: 2, max: 50, isWhole: true };
const label = { zh: '簇数 k', en: 'Segments (k)' };

describe('a typed number', () => {
  it('may hold full-width digits, spaces and grouping commas', () => {
    expect(parseTypedNumber(' １２ ')).toBe(12);
    expect(parseTypedNumber('20,000')).toBe(20000);
    expect(parseTypedNumber('1e−4')).toBe(0.0001);
    expect(parseTypedNumber('−3')).toBe(-3);
  });

  it('is nothing when the text is empty or no number', () => {
    expect(parseTypedNumber('')).toBeNull();
    expect(parseTypedNumber('four')).toBeNull();
    expect(parseTypedNumber('Infinity')).toBeNull();
  });

  it('is refused with the allowed range and with what was typed', () => {
    expect(refusalOf(label, '4', range)).toBeNull();
    expect(refusalOf(label, '1', range)).toEqual({
      zh: '「簇数 k」要是 2 到 50 的整数；你填了 1。',
      en: 'Segments (k) must be a whole number from 2 to 50; you entered 1.',
    });
    expect(refusalOf(label, '', range)?.en).toContain('it is empty');
    expect(refusalOf(label, '2.5', range)).not.toBeNull();
  });

  it('steps without decimal dust and stops at the range', () => {
    expect(stepNumber(0.1, 0.2, { min: 0, max: 1, isWhole: false })).toBe(0.3);
    expect(stepNumber(50, 1, range)).toBe(50);
  });

  it('shows small tolerances as powers of ten and groups large numbers', () => {
    expect(showNumber(0.0001)).toBe('1e−4');
    expect(showNumber(1048213)).toBe('1,048,213');
    expect(showNumber(0.25)).toBe('0.25');
  });
});
