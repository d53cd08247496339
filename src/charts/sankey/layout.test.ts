import { describe, expect, it } from 'vitest';
import { layoutSankey } from './layout';

const box = { width: 300, height: 110, barWidth: 10, gap: 10 };
const node = (id: string, value: number) => ({ id, value });
const layout = layoutSankey([node('1', 60), node('2', 40)], [node('1', 70), node('2', 30)], {
  links: [
    { from: '1', to: '1', value: 60 },
    { from: '2', to: '1', value: 10 },
    { from: '2', to: '2', value: 30 },
    { from: '1', to: '2', value: 0 },
  ],
  box,
});

describe('a flow between two sides', () => {
  it('gives bars as much height as they hold, in the order given', () => {
    const round = (pixels: number) => Number(pixels.toFixed(6)) + 0;
    const places = layout.bars.map(({ side, id, y, height }) => [
      side,
      id,
      round(y),
      round(height),
    ]);
    expect(places).toEqual([
      ['left', '1', 0, 60],
      ['left', '2', 70, 40],
      ['right', '1', 0, 70],
      ['right', '2', 80, 30],
    ]);
    expect(layout.bars.map(({ x }) => x)).toEqual([0, 0, 290, 290]);
  });

  it('draws bands as thick as what flows, and none where nothing does', () => {
    expect(
      layout.bands.map(({ from, to, thickness }) => [from, to, Math.round(thickness)]),
    ).toEqual([
      ['1', '1', 60],
      ['2', '1', 10],
      ['2', '2', 30],
    ]);
    expect(layout.bands[1]?.path).toMatch(/^M10,7[45].*C.+,290,6[45]/);
  });

  it('is empty when nothing flows', () => {
    expect(layoutSankey([node('1', 0)], [node('1', 0)], { links: [], box })).toEqual({
      bars: [],
      bands: [],
    });
  });

  it('draws a bar that only one side has beside it', () => {
    const joined = layoutSankey([node('1', 5)], [node('1', 5), node('new', 0)], {
      links: [{ from: '1', to: '1', value: 5 }],
      box,
    });
    expect(joined.bars).toHaveLength(2);
  });
});
