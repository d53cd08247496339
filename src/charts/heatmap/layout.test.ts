import { describe, expect, it } from 'vitest';
import { placeAfterKey } from './keys';
import { layoutHeat } from './layout';
import { placeTileTip } from './place-tip';
import { below, deviationStep, tgiStep } from './steps';

describe('the colour of a tile', () => {
  it('deepens at 0.15, 0.45, 0.85 and 1.3 on both sides', () => {
    const steps = [0, 0.149, 0.15, 0.44, 0.45, 0.85, 1.29, 1.3, 9].map(deviationStep);
    expect(steps).toEqual([0, 0, 1, 1, 2, 3, 3, 4, 4]);
    expect([-0.149, -0.15, -0.45, -0.85, -1.3].map(deviationStep)).toEqual([0, -1, -2, -3, -4]);
  });

  it('is that of the TGI as it is shown, double and half alike', () => {
    expect([100, 109.4, 109.6, 141, 200, 300].map(tgiStep)).toEqual([0, 0, 1, 2, 3, 4]);
    expect([91.6, 91.4, 71, 50, 33, 0].map(tgiStep)).toEqual([0, -1, -2, -3, -4, -4]);
    expect([110, 141, 200, 300].map(below)).toEqual([91, 71, 50, 33]);
  });
});

describe('the layout of a heat map', () => {
  it('has groups as lines while the names of the features have room', () => {
    expect(layoutHeat(7, 4, 808)).toMatchObject({ groupsAre: 'rows', tileWidth: 88 });
    expect(layoutHeat(1, 4, 808)).toMatchObject({ groupsAre: 'rows', tileWidth: 160 });
  });

  it('has features as lines where there are many', () => {
    const many = layoutHeat(60, 4, 808);
    expect(many).toMatchObject({ groupsAre: 'columns', tileWidth: 152, hasColumnNames: true });
    expect(layoutHeat(60, 12, 808)).toMatchObject({ tileWidth: 49, hasColumnNames: false });
  });

  it('scrolls on a phone only when there are too many groups', () => {
    expect(layoutHeat(7, 4, 350)).toMatchObject({ groupsAre: 'columns', scrolls: false });
    expect(layoutHeat(7, 12, 350)).toMatchObject({ tileWidth: 46, scrolls: true });
  });

  it('has room for nothing at all', () => {
    expect(layoutHeat(0, 0, 300).tileWidth).toBeGreaterThan(0);
  });
});

describe('the keys of a heat map', () => {
  const size = { rows: 2, columns: 3 };
  it.each([
    ['ArrowRight', { row: 0, column: 2 }],
    ['ArrowLeft', { row: 0, column: 0 }],
    ['ArrowDown', { row: 1, column: 1 }],
    ['ArrowUp', { row: 0, column: 1 }],
    ['Home', { row: 0, column: 0 }],
    ['End', { row: 0, column: 2 }],
    ['x', null],
  ])('%s', (key, place) => {
    expect(placeAfterKey(key, { row: 0, column: 1 }, size)).toEqual(place);
  });

  it('end at the edges', () => {
    const corner = { row: 1, column: 2 };
    for (const key of ['ArrowRight', 'ArrowDown']) {
      expect(placeAfterKey(key, corner, size)).toEqual(corner);
    }
  });
});

describe('the box about a tile', () => {
  const frame = { left: 100, top: 50, width: 400, height: 200 };
  const tip = { width: 120, height: 80 };
  it('stands below the tile, in the frame', () => {
    const tile = { left: 100, top: 60, width: 40, height: 40 };
    expect(placeTileTip(tile, frame, tip)).toEqual({ left: 0, top: 56 });
  });
  it('stands above where the frame ends', () => {
    const tile = { left: 460, top: 200, width: 40, height: 40 };
    expect(placeTileTip(tile, frame, tip)).toEqual({ left: 280, top: 64 });
  });
});
