/** Narrower, a card is hard to read. */
const LEAST_WIDTH = 262;

/** How many cards stand side by side: as many as fit, but rather fewer than a row half empty. */
export function columnsFor(count: number, width: number): number {
  const most = Math.max(1, Math.min(count, Math.floor(width / LEAST_WIDTH)));
  if (most < 2) return 1;
  let best = most;
  for (let columns = most; columns >= 2; columns--) {
    if (emptyPlaces(count, columns) < emptyPlaces(count, best)) best = columns;
  }
  return best;
}

function emptyPlaces(count: number, columns: number): number {
  return Math.ceil(count / columns) * columns - count;
}
