import { describe, expect, it } from 'vitest';
import { finish } from '../../core/job';
import { initialParams } from '../../core/params';
import { blobs } from '../../../tests/support/blobs';
import { shardsOf } from '../../../tests/support/shards';
import { definition } from './definition';
import { isHopeless } from './early-stop';
import { fitKMeans } from './fit';

describe('giving up a restart', () => {
  it('waits for a few iterations, whatever they came to', () => {
    expect(isHopeless([], 1)).toBe(false);
    expect(isHopeless([900, 900, 900], 1)).toBe(false);
    expect(isHopeless([900, 900, 900, 900], 1)).toBe(true);
  });

  it('goes on while twenty more iterations like the last would be enough', () => {
    expect(isHopeless([130, 120, 112, 110], 70)).toBe(false);
    expect(isHopeless([130, 120, 112, 111], 70)).toBe(true);
    expect(isHopeless([130, 120, 112, 111], Infinity)).toBe(false);
  });

  it('leaves the best restart whole, and saves iterations of others', async () => {
    const { matrix } = blobs({ clusters: 9, rows: 3000, spread: 1.5, seed: 5 });
    const params = { ...initialParams(definition.params), clusters: 9, refine: false };
    const run = (earlyStop: boolean) =>
      finish(fitKMeans(shardsOf(matrix), { ...params, start: 'random', earlyStop }, { seed: 3 }));
    const [whole, quick] = [await run(false), await run(true)];
    const iterations = (fit: typeof whole): number =>
      fit.restarts.reduce((sum, restart) => sum + restart.iterations, 0);
    expect(quick.restarts).toHaveLength(whole.restarts.length);
    expect(iterations(quick)).toBeLessThan(iterations(whole));
    expect(quick.isConverged).toBe(true);
    expect(quick.inertia).toBe(Math.min(...quick.restarts.map(({ inertia }) => inertia)));
    const given = quick.restarts.filter(({ isConverged }) => !isConverged);
    expect(given.length).toBeGreaterThan(0);
    for (const { inertia } of given) expect(inertia).toBeGreaterThan(quick.inertia);
  });
});
