import { describe, expect, it } from 'vitest';
import { announcementOf } from './announce';
import type { CellState } from './cell-state';
import { pendingOf, runnable } from './pending';

const problem = { code: 'file-empty', facts: { name: 'a' } } as const;
const fresh = { kind: 'fresh' } as CellState;
const waiting = (on: string | null, isQueued = false): CellState => ({
  kind: 'waiting',
  on,
  isQueued,
});

describe('the run button', () => {
  it('counts what a run would compute, apart from what is under way already', () => {
    const states = new Map<string, CellState>([
      ['a', fresh],
      ['b', waiting(null)],
      ['c', waiting('b', true)],
      ['d', { kind: 'failed', problem, last: null }],
    ]);
    expect(pendingOf(states)).toEqual({
      cellIds: ['b'],
      staleCount: 0,
      busyCount: 1,
      failedCount: 1,
      emptyCount: 0,
    });
  });

  it('does not offer cells that a problem or a missing input holds up', () => {
    const states = new Map<string, CellState>([
      ['a', { kind: 'failed', problem, last: null }],
      ['b', waiting('a')],
      ['c', waiting('b')],
      ['d', { kind: 'empty', problem }],
      ['e', waiting('d')],
      ['f', waiting(null)],
    ]);
    expect(runnable(pendingOf(states), states)).toEqual(['f']);
  });
});

describe('the live region', () => {
  const calm = { cellIds: [], staleCount: 0, busyCount: 0, failedCount: 0, emptyCount: 0 };

  it('tells when a run begins and how it ended', () => {
    expect(announcementOf(calm, { ...calm, busyCount: 3 })?.en).toBe('Running, 3 to go');
    expect(announcementOf({ ...calm, busyCount: 1 }, calm)?.en).toBe('All fresh');
    const failed = { ...calm, failedCount: 1 };
    expect(announcementOf({ ...calm, busyCount: 1 }, failed)?.en).toBe('1 cell did not finish');
  });

  it('tells when an edit made cells stale, and is silent otherwise', () => {
    const stale = { ...calm, cellIds: ['a', 'b'], staleCount: 2 };
    expect(announcementOf(calm, stale)?.en).toBe('2 cells are stale');
    expect(announcementOf({ ...calm, busyCount: 3 }, { ...calm, busyCount: 2 })).toBeNull();
    expect(announcementOf(calm, calm)).toBeNull();
  });
});
