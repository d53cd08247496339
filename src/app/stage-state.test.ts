import { describe, expect, it } from 'vitest';
import { toyDefinitions, toyNotebook } from '../../tests/fixtures/toy-cells';
import { isLineSolid, parseStageStates, stageSummaries, stateOfStage } from './stage-state';

describe('a stage of the cycle', () => {
  it.each([
    [[], 'empty'],
    [['fresh', 'fresh'], 'fresh'],
    [['fresh', 'waiting'], 'some'],
    [['waiting'], 'empty'],
    [['partial'], 'some'],
    [['fresh', 'stale'], 'stale'],
    [['stale', 'running'], 'running'],
    [['fresh', 'running', 'failed'], 'failed'],
  ] as const)('with cells %j is %s', (kinds, state) => {
    expect(stateOfStage(kinds)).toBe(state);
  });

  it('holds its cells in the order of the document', () => {
    const stages = stageSummaries(toyNotebook(), toyDefinitions, new Map());
    expect(stages.map(({ stage, cellIds }) => [stage, cellIds])).toEqual([
      ['goal', []],
      ['data', ['load']],
      ['features', ['features']],
      ['model', ['cluster']],
      ['evaluate', []],
      ['understand', ['segments']],
      ['act', []],
      ['measure', []],
    ]);
  });

  it('is joined to the next by a solid line only when both are fresh', () => {
    const stages = [{ state: 'fresh' }, { state: 'fresh' }, { state: 'stale' }] as const;
    expect([0, 1, 2].map((i) => isLineSolid(stages, i))).toEqual([true, false, false]);
  });

  it('is read back from storage whatever stands there', () => {
    expect(parseStageStates(['fresh', 7, 'stale', 'x'])).toEqual([
      ...['fresh', 'empty', 'stale'],
      ...Array(5).fill('empty'),
    ]);
    expect(parseStageStates(null)).toHaveLength(8);
  });
});
