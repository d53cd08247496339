import { describe, expect, it } from 'vitest';
import type { ColumnType } from '../core/values';
import { previewTexts } from './preview-value';

const texts = (type: ColumnType, values: readonly (string | null)[], name = 'x') =>
  previewTexts({ name, type, values });

describe('values of a preview', () => {
  it('group digits, but not those of years, names and what is no plain number', () => {
    expect(texts('number', ['1234567.1234', '-9876', '12', null, '1e+21'])).toEqual([
      '1,234,567.1234',
      '−9,876',
      '12',
      null,
      '1e+21',
    ]);
    expect(texts('number', ['1998', '2024'], 'year of birth')).toEqual(['1998', '2024']);
    expect(texts('identifier', ['20240501'])).toEqual(['20240501']);
  });

  it('are moments as people write them, seconds only where there are some', () => {
    expect(texts('date', ['2024-05-01T00:04:00Z', '2024-05-02', null])).toEqual([
      '2024-05-01 00:04',
      '2024-05-02',
      null,
    ]);
    expect(texts('date', ['2024-05-01T00:04:19Z', '2024-05-01T10:00:00Z'])).toEqual([
      '2024-05-01 00:04:19',
      '2024-05-01 10:00:00',
    ]);
    expect(texts('date', ['2024-05-01T10:00:00.250Z'])).toEqual(['2024-05-01 10:00:00.250']);
  });
});
