import { describe, expect, it } from 'vitest';
import { isFigure } from './hostile.mjs';

describe('what a slow test prints', () => {
  it.each([
    'killed while editing: kills 100, lost 0, torn 0',
    'csv: 10000 mutants; accepted 9, refused 9991',
    'kmeans         : whole run, ms 3010, stopped p50/p99/max 2 9 11',
  ])('is a figure: %s', (line) => expect(isFigure(line)).toBe(true));

  it.each([
    '  ✓  1 tests/hostile/storage/kills.spec.ts:13:1 › a browser (12.0s)',
    'Running 1 test using 1 worker',
    '      47 |   expect([lost, torn]).toEqual([0, 0]);',
    'Error: expected 1',
  ])('is no figure: %s', (line) => expect(isFigure(line)).toBe(false));
});
