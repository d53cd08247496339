import { describe, expect, it } from 'vitest';
import { Problem } from '../core/problem';
import { isOutOfMemory, reportThrown } from './report-thrown';

const FULL = { code: 'engine-stopped', facts: { reason: 'out-of-memory' } };

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  return undefined;
}

describe('what a computation threw', () => {
  it.each([
    ['an array', () => new Float64Array(2 ** 50)],
    ['a buffer', () => new ArrayBuffer(2 ** 52)],
    ['a Wasm memory', () => new WebAssembly.Memory({ initial: 1, maximum: 1 }).grow(5)],
  ])('is memory that was refused for %s', (_, work) => {
    expect(reportThrown(thrownBy(work))).toEqual(FULL);
  });

  it('is our bug when it is anything else, and a problem as it is', () => {
    expect(reportThrown(new RangeError('no shard 7')).code).toBe('internal');
    expect(reportThrown(thrownBy(() => [].reduce((a) => a))).code).toBe('internal');
    const problem = new Problem('storage-full', {});
    expect(reportThrown(problem)).toEqual({ code: 'storage-full', facts: {} });
  });

  it('is found in an answer of every kind', () => {
    const outcome = { status: 'failed', fingerprint: 'a', cellId: 'a', problem: FULL };
    expect(isOutOfMemory({ kind: 'ran', outcome })).toBe(true);
    expect(isOutOfMemory({ kind: 'refused', problem: FULL })).toBe(true);
    expect(isOutOfMemory({ kind: 'cancelled' })).toBe(false);
    const died = { code: 'engine-stopped', facts: { reason: 'no-heartbeat' } };
    expect(isOutOfMemory({ kind: 'ran', outcome: { ...outcome, problem: died } })).toBe(false);
  });
});
