import { describe, expect, it } from 'vitest';
import {
  axesKey,
  canKeep,
  joinSelections,
  keepArea,
  mergeArea,
  outlinesOn,
  removeSelection,
  renameSelection,
  type Kept,
} from './keep-selection';
import { MOST_SELECTIONS, parseSelectionNames, parseSelections, type Area } from './selections';

const area = (x: number, axes: Area['axes'] = 'components'): Area => ({
  axes,
  x: '1',
  y: '2',
  corners: [
    [x, 0],
    [x + 1, 0],
    [x, 1],
  ],
});
const none: Kept = { selections: [], selectionNames: [] };
const one = keepArea(none, area(0), { rows: 10, name: 'A' });
const two = keepArea(one, area(5), { rows: 20, name: 'B' });

describe('keeping rows as a segment', () => {
  it('puts the new one last, with its name', () => {
    expect(two.selections.map(({ rows }) => rows)).toEqual([10, 20]);
    expect(two.selectionNames).toEqual(['A', 'B']);
  });

  it('gives names their places when some are missing', () => {
    const bare = { ...one, selectionNames: [] };
    expect(keepArea(bare, area(5), { rows: 1, name: 'B' }).selectionNames).toEqual(['', 'B']);
    expect(renameSelection(bare, 0, ' A ')).toEqual(['A']);
  });

  it('adds an area to a segment made before', () => {
    const merged = mergeArea(two, area(9), { rows: 5, into: 0 });
    expect(merged.selections[0]).toEqual({ areas: [area(0), area(9)], rows: 15 });
    expect(merged.selections[1]).toEqual(two.selections[1]);
  });

  it('joins two under the name of the one joined', () => {
    const joined = joinSelections(two, 0, 1);
    expect(joined.selectionNames).toEqual(['B']);
    expect(joined.selections).toEqual([{ areas: [area(5), area(0)], rows: 30 }]);
    expect(joinSelections(two, 1, 1)).toBe(two);
  });

  it('removes one and its name, and leaves the others', () => {
    const left = removeSelection(two, 0);
    expect(left.selectionNames).toEqual(['B']);
    expect(left.selections).toEqual([two.selections[1]]);
  });

  it('ends at a number that can be told apart', () => {
    let kept = none;
    while (canKeep(kept)) kept = keepArea(kept, area(0), { rows: 1, name: '' });
    expect(kept.selections).toHaveLength(MOST_SELECTIONS);
  });
});

it('draws outlines on the axes they were drawn on, in the colour of their segment', () => {
  const other = keepArea(one, area(3, 'umap'), { rows: 4, name: 'C' });
  const key = { axes: 'components', x: '1', y: '2' } as const;
  expect(outlinesOn(key, other, [0, 1, -1, -2])).toEqual([{ index: 2, corners: area(0).corners }]);
  // Without rows it is no segment, and has no colour.
  expect(outlinesOn(key, one, [0, 1])).toEqual([]);
});

it('remembers which axes a picture has', () => {
  const axis = { explained: null, loadings: [], min: 0, max: 1 };
  const key = (kind: 'feature' | 'component' | 'umap') =>
    axesKey([
      { ...axis, kind, name: '3' },
      { ...axis, kind, name: '4' },
    ]);
  expect(key('component')).toEqual({ axes: 'components', x: '3', y: '4' });
  expect(key('feature')).toEqual({ axes: 'features', x: '3', y: '4' });
  expect(key('umap')).toEqual({ axes: 'umap', x: '', y: '' });
});

describe('selections in a document', () => {
  it('are read as they were written', () => {
    const saved = JSON.parse(JSON.stringify(two.selections));
    expect(parseSelections(saved)).toEqual(two.selections);
    expect(parseSelectionNames(['A', ''])).toEqual(['A', '']);
  });

  it.each([
    ['no list', {}],
    ['no areas', [{ areas: [], rows: 1 }]],
    [
      'two corners',
      [
        {
          areas: [
            {
              ...area(0),
              corners: [
                [0, 0],
                [1, 1],
              ],
            },
          ],
          rows: 1,
        },
      ],
    ],
    [
      'a corner of words',
      [
        {
          areas: [
            {
              ...area(0),
              corners: [
                [0, 'x'],
                [1, 1],
                [2, 2],
              ],
            },
          ],
          rows: 1,
        },
      ],
    ],
    ['unknown axes', [{ areas: [{ ...area(0), axes: 'z' }], rows: 1 }]],
    ['rows that are no count', [{ areas: [area(0)], rows: -1 }]],
    ['too many', Array.from({ length: 21 }, () => one.selections[0])],
  ])('are refused with %s', (_, json) => {
    expect(() => parseSelections(JSON.parse(JSON.stringify(json)))).toThrow(
      expect.objectContaining({ code: 'param-invalid' }),
    );
  });

  it('have names that are words', () => {
    expect(() => parseSelectionNames([1])).toThrow();
  });
});
