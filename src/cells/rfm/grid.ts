import { SCORES } from '../../table/rfm/score-ranks';
import type { RfmDisplay } from './display';

/** One of the 25 squares of recency and frequency scores. */
export interface Tile {
  readonly r: number;
  readonly f: number;
  readonly customers: number;
  /** Share of all customers, and of all money; null where there is no money to share. */
  readonly share: number;
  readonly money: number | null;
  readonly moneyShare: number | null;
  /** 1 … 5: the mean M score, rounded; 0 without customers. */
  readonly tone: number;
  /** The groups with customers here, the largest first. */
  readonly groups: readonly { readonly group: string; readonly customers: number }[];
}

/** The squares line by line as they are drawn: recency 5 above, frequency 1 at the left. */
export function tilesOf({
  rows,
  revenue,
  cells,
  groups,
}: RfmDisplay): readonly (readonly Tile[])[] {
  const scores = Array.from({ length: SCORES }, (_, i) => i + 1);
  return scores.toReversed().map((r) =>
    scores.map((f) => {
      const at = (r - 1) * SCORES + (f - 1);
      const cell = cells[at] ?? { customers: 0, money: null, score: null };
      return {
        r,
        f,
        customers: cell.customers,
        share: rows === 0 ? 0 : cell.customers / rows,
        money: cell.money,
        moneyShare: cell.money === null || !revenue || revenue < 0 ? null : cell.money / revenue,
        tone: cell.score === null ? 0 : Math.round(cell.score),
        groups: groups
          .map((group) => ({ group: group.group, customers: group.cells[at] ?? 0 }))
          .filter(({ customers }) => customers > 0)
          .toSorted((a, b) => b.customers - a.customers),
      };
    }),
  );
}
