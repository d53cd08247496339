import type { Landing } from '../page-state.svelte';

/** A cell as it stands in the window. */
export interface Standing {
  readonly cellId: string;
  readonly top: number;
  readonly height: number;
}

/** The nearer edge of the nearest cell to a height of the window; null where there is none. */
export function landingAt(y: number, standing: readonly Standing[]): Landing | null {
  const away = ({ top, height }: Standing) => Math.max(top - y, y - top - height, 0);
  let nearest: Standing | null = null;
  for (const each of standing) if (!nearest || away(each) < away(nearest)) nearest = each;
  if (!nearest) return null;
  return { cellId: nearest.cellId, isAfter: y >= nearest.top + nearest.height / 2 };
}

/** The gap of the document that this is: 0 is before the first cell. */
export function gapOf({ cellId, isAfter }: Landing, order: readonly string[]): number {
  return order.indexOf(cellId) + (isAfter ? 1 : 0);
}

/** Whether cells that go into a gap stand there already. */
export function isAtHome(ids: readonly string[], gap: number, order: readonly string[]): boolean {
  const places = ids.map((id) => order.indexOf(id)).sort((a, b) => a - b);
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  return last - first === places.length - 1 && gap >= first && gap <= last + 1;
}
