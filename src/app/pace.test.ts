import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import recorded from '../../tests/fixtures/progress-traces.json';
import { paceAfter, shareDone, type Pace } from './pace';
import { ownShare, timeLeftMs } from './run';

/** Elapsed milliseconds and the share done, report by report. */
type Trace = readonly (readonly number[])[];

/** What real runs over 200,000 rows reported on a busy machine. */
const traces: readonly (readonly [string, Trace])[] = Object.entries(recorded);

const report = (cellId: string, [elapsedMs = 0, done = 0]: readonly number[]) => ({
  cellId,
  elapsedMs,
  done,
  total: 1,
});

function follow(trace: Trace, cellId = 'a'): Pace[] {
  const paces: Pace[] = [];
  for (const point of trace) paces.push(paceAfter(paces.at(-1), report(cellId, point)));
  return paces;
}

/** What no reader should ever see, whatever the reports say. */
function expectCalm(paces: readonly Pace[]): void {
  paces.forEach((pace, i) => {
    const before = paces[i - 1];
    expect(pace.leftMs ?? 0).toBeGreaterThanOrEqual(0);
    expect(Number.isFinite(pace.leftMs ?? 0)).toBe(true);
    if (!before) return expect(pace.leftMs).toBeNull();
    expect(pace.share).toBeGreaterThanOrEqual(before.share);
    if (before.leftMs === null || pace.leftMs === null || pace.share === 1) return;
    const dt = pace.last.elapsedMs - before.last.elapsedMs;
    const most = (Math.max(0, before.leftMs - dt) + 500) * Math.exp(dt / 1000);
    const least = Math.max(0, before.leftMs - dt) * Math.exp(-dt / 1000);
    expect(pace.leftMs).toBeLessThanOrEqual(most * 1.000001);
    expect(pace.leftMs).toBeGreaterThanOrEqual(least * 0.999999);
  });
}

describe('the time left of a run', () => {
  it.each(traces)('moves calmly through %s', (_, trace) => expectCalm(follow(trace)));

  it('is about right once half the time has passed, for most of what runs', () => {
    const errors = traces.flatMap(([, trace]) => {
      const end = trace.at(-1)![0]!;
      return follow(trace).flatMap(({ leftMs, last }) => {
        const isLate = last.elapsedMs > end / 2 && last.elapsedMs < 0.9 * end;
        return isLate && leftMs !== null ? [Math.abs(leftMs - (end - last.elapsedMs)) / end] : [];
      });
    });
    errors.sort((a, b) => a - b);
    const quantile = (share: number): number => errors[Math.floor(share * errors.length)]!;
    console.log(
      `time left, ${errors.length} reports of ${traces.length} runs: off by ` +
        `${quantile(0.5).toFixed(2)} of the run in the middle, ${quantile(0.9).toFixed(2)} at nine tenths`,
    );
    expect(quantile(0.5)).toBeLessThan(0.3);
  });

  it('moves calmly whatever the reports say', () => {
    const steps = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.double({ min: 0, max: 0.3, noNaN: true })),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, (moves) => {
        let at = [0, 0];
        const trace = moves.map(([ms, share]) => (at = [at[0]! + ms, Math.min(1, at[1]! + share)]));
        expectCalm(follow([[0, 0], ...trace]));
      }),
    );
  });

  it('goes on at a steady pace', () => {
    const trace = Array.from({ length: 50 }, (_, i) => [i * 100, i / 100]);
    const said = follow(trace).at(-1)!.leftMs!;
    expect(said).toBeCloseTo(5100);
  });

  it('is not guessed at the very beginning, nor while another cell is computed first', () => {
    const [first, second] = follow([
      [10, 0],
      [300, 0.5],
    ]);
    expect([first!.leftMs, second!.leftMs]).toEqual([null, null]);
    const upstream = follow(
      Array.from({ length: 20 }, (_, i) => [i * 100, i / 20]),
      'load',
    ).at(-1)!;
    const run = {
      cellId: 'cluster',
      fingerprint: 'x',
      isQuick: false,
      progress: null,
      snapshot: null,
    };
    expect(upstream.leftMs).not.toBeNull();
    expect(timeLeftMs({ ...run, pace: upstream })).toBeNull();
    expect(ownShare({ ...run, pace: upstream })).toBeNull();
    // Its own time counts from its own first report.
    const own = [
      [2000, 0],
      [2500, 0.25],
    ].reduce<Pace>((pace, point) => paceAfter(pace, report('cluster', point)), upstream);
    expect(ownShare({ ...run, pace: own })).toBe(0.25);
    expect(timeLeftMs({ ...run, pace: own })).toBe(1500);
  });

  it('does not fall back when a run begins anew', () => {
    const [, before, after] = follow([
      [0, 0],
      [900, 0.6],
      [20, 0.1],
    ]);
    expect(before!.share).toBe(0.6);
    expect([after!.share, after!.leftMs]).toEqual([0.6, null]);
  });

  it('is nothing without a total', () => {
    expect(shareDone({ done: 3, total: 0 })).toBe(0);
  });
});
