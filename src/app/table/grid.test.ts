import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSelected, placeAfterKey, selectionBetween } from './grid-moves';
import { layoutColumns, leftToSee } from './layout-columns';
import { placeAfter, placeAt, scrolledHeight, TALLEST, topToSee } from './scroll-place';
import { sortAfterPress } from './sort-keys';

const ROW = 28;
const million = { total: 1_000_000 * ROW, view: 420 };
const short = { total: 100 * ROW, view: 420 };

describe('scrolling', () => {
  it('is the browser’s own where the rows fit into what it can draw', () => {
    expect(scrolledHeight(short)).toBe(2800);
    expect(placeAfter({ scrollTop: 0, top: 0 }, 700, short)).toEqual({ scrollTop: 700, top: 700 });
    expect(scrolledHeight({ total: 56, view: 420 })).toBe(420);
  });

  it('moves a very long table pixel by pixel under a wheel, by share under the bar', () => {
    expect(scrolledHeight(million)).toBe(TALLEST);
    const wheeled = placeAfter({ scrollTop: 6e6, top: 14e6 }, 6e6 + 100, million);
    expect(wheeled).toEqual({ scrollTop: 6e6 + 100, top: 14e6 + 100 });
    const dragged = placeAfter(wheeled, 3e6, million);
    expect(dragged.top / (million.total - million.view)).toBeCloseTo(3e6 / (TALLEST - 420), 12);
  });

  it('reaches the first and the last row whatever came before', () => {
    const last = TALLEST - million.view;
    expect(placeAfter({ scrollTop: 60, top: 9000 }, 0, million).top).toBe(0);
    expect(placeAfter({ scrollTop: last - 60, top: 9000 }, last, million).top).toBe(
      million.total - million.view,
    );
  });

  it('never leaves the table, and finds its place again from the bar', () => {
    const places = fc.record({ top: fc.nat(30_000_000), next: fc.nat(TALLEST + 100) });
    fc.assert(
      fc.property(places, ({ top, next }) => {
        const place = placeAt(top, million);
        const end = million.total - million.view;
        expect(place.top).toBe(Math.min(top, end));
        expect(place.scrollTop).toBeLessThanOrEqual(TALLEST - million.view);
        const moved = placeAfter(place, next, million);
        expect(moved.top).toBeGreaterThanOrEqual(0);
        expect(moved.top).toBeLessThanOrEqual(end);
      }),
    );
  });

  it('scrolls as little as shows a row in full', () => {
    const at = { top: 280, rowHeight: ROW, view: 420 };
    expect(topToSee(3, at)).toBe(84);
    expect(topToSee(12, at)).toBe(280);
    expect(topToSee(25, at)).toBe(26 * ROW - 420);
  });
});

describe('columns', () => {
  const frame = {
    ids: Array.from({ length: 300 }, (_, i) => `c${i}`),
    pinned: 1,
    widthOf: () => 100,
    headWidth: 50,
    scrollLeft: 5000,
    viewWidth: 600,
  };

  it('are drawn in sight, pinned, or where the keyboard is, and nowhere else', () => {
    const { total, columns } = layoutColumns({ ...frame, keeps: 250 });
    expect(total).toBe(30_050);
    const indexes = columns.map(({ index }) => index);
    expect(indexes[0]).toBe(0);
    expect(indexes.at(-1)).toBe(250);
    expect(indexes.length).toBeLessThan(14);
    expect(columns[0]).toEqual({ id: 'c0', index: 0, left: 50, width: 100, isPinned: true });
    for (const index of [50, 51, 55]) expect(indexes).toContain(index);
  });

  it('come into sight beside the pinned ones, not below them', () => {
    expect(leftToSee(10, frame)).toBe(50 + 1000 - 150);
    expect(leftToSee(52, frame)).toBe(5000);
    expect(leftToSee(100, frame)).toBe(50 + 10_100 - 600);
    expect(leftToSee(0, frame)).toBe(5000);
  });
});

describe('keys', () => {
  const size = { rows: 1000, columns: 5, page: 12 };
  const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false });

  it.each([
    ['ArrowUp', false, { row: 0, column: 2 }, { row: -1, column: 2 }],
    ['ArrowUp', false, { row: -1, column: 2 }, { row: -1, column: 2 }],
    ['ArrowDown', false, { row: -1, column: 2 }, { row: 0, column: 2 }],
    ['ArrowDown', true, { row: 4, column: 2 }, { row: 999, column: 2 }],
    ['ArrowRight', false, { row: 4, column: 4 }, { row: 4, column: 4 }],
    ['PageDown', false, { row: 995, column: 0 }, { row: 999, column: 0 }],
    ['PageUp', false, { row: 20, column: 0 }, { row: 8, column: 0 }],
    ['Home', false, { row: 20, column: 3 }, { row: 20, column: 0 }],
    ['End', true, { row: 20, column: 3 }, { row: 999, column: 4 }],
    ['Home', true, { row: 20, column: 3 }, { row: 0, column: 0 }],
  ])('%s (Ctrl: %s) leads from %o to %o', (key, far, from, to) => {
    expect(placeAfterKey(from, press(key, far), size)).toEqual(to);
  });

  it('lead nowhere in a table without rows but stay in its head', () => {
    const none = { ...size, rows: 0 };
    expect(placeAfterKey({ row: -1, column: 1 }, press('ArrowDown'), none)?.row).toBe(-1);
    expect(placeAfterKey({ row: -1, column: 1 }, press('x'), none)).toBeNull();
  });

  it('select cells, whole rows or whole columns, either way round', () => {
    const [one, other] = [
      { row: 9, column: 3 },
      { row: 4, column: 1 },
    ];
    const of = { rows: 1000, columns: 5 };
    expect(selectionBetween(one, other, { ...of, mode: 'cells' })).toEqual({
      fromRow: 4,
      toRow: 10,
      fromColumn: 1,
      toColumn: 4,
    });
    expect(selectionBetween(one, other, { ...of, mode: 'rows' })).toMatchObject({ toColumn: 5 });
    const columns = selectionBetween(one, other, { ...of, mode: 'columns' });
    expect(columns).toMatchObject({ fromRow: 0, toRow: 1000 });
    expect([isSelected(columns, 700, 2), isSelected(columns, 700, 4)]).toEqual([true, false]);
    expect(isSelected(null, 0, 0)).toBe(false);
  });
});

describe('the sort after presses on heads', () => {
  it('goes up, down and away, alone or beside other keys', () => {
    const up = sortAfterPress([], 'a', false);
    const down = sortAfterPress(up, 'a', false);
    expect([up, down]).toEqual([
      [{ column: 'a', descending: false }],
      [{ column: 'a', descending: true }],
    ]);
    expect(sortAfterPress(down, 'a', false)).toEqual([]);
    const both = sortAfterPress(down, 'b', true);
    expect(both).toEqual([...down, { column: 'b', descending: false }]);
    expect(sortAfterPress(both, 'a', true)).toEqual([{ column: 'b', descending: false }]);
    expect(sortAfterPress(both, 'b', false)).toEqual([{ column: 'b', descending: true }]);
  });
});
