import { describe, expect, it } from 'vitest';
import { attackWithGiants, attackWithMutants } from './documents/attack-documents';

describe('documents from strangers', () => {
  it('are read or refused with a problem, and leave nothing behind', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const report = await attackWithMutants(600);
    expect(report.bugs).toEqual([]);
    expect(report.read).toBeGreaterThan(20);
    expect(Object.keys(report.refused).length).toBeGreaterThan(8);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('that are too large in any way are refused', async () => {
    for (const [name, report] of await attackWithGiants(false)) {
      expect(report.bugs, name).toEqual([]);
    }
  });
});
