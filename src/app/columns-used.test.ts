import { describe, expect, it } from 'vitest';
import { toyNotebook } from '../../tests/fixtures/toy-cells';
import { setParams } from '../core/notebook';
import { columnsUsedBelow } from './columns-used';

/** Load → features → cluster → segments; the features took "spend" by themselves. */
const notebook = setParams(toyNotebook(), 'segments', { label: 'if(城市 = "北京", 1, 0)' });
const shown = new Map([['features', { display: ['spend'] }]]);
const faceOf = (kind: string) =>
  kind === 'features' ? { uses: (display: unknown) => display as string[] } : undefined;

describe('the columns that cells below use', () => {
  it('are those that they name, in whatever text, and those that they took by themselves', () => {
    const isUsed = columnsUsedBelow({ notebook, shown, faceOf }, 'load')!;
    expect(['spend', '城市', '手机号', 'age'].map(isUsed)).toEqual([true, true, false, false]);
  });

  it('are counted below the cell only', () => {
    const isUsed = columnsUsedBelow({ notebook, shown, faceOf }, 'cluster')!;
    expect(['spend', '城市'].map(isUsed)).toEqual([false, true]);
  });

  it('cannot be told where nothing is below, or what picks for itself has not run', () => {
    expect(columnsUsedBelow({ notebook, shown, faceOf }, 'segments')).toBeNull();
    expect(columnsUsedBelow({ notebook, shown: new Map(), faceOf }, 'load')).toBeNull();
  });
});
