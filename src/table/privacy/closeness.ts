const BLOCK = 1 << 15;

/** How often each value is met in each group; a pair of them is there once. */
interface Meetings {
  readonly groupOf: Int32Array;
  /** Place of the value among all, ascending where they have an order; −1 is left out. */
  readonly placeOf: Int32Array;
  readonly counts: Int32Array;
}

interface Scale {
  readonly groups: number;
  readonly places: number;
  /** Numbers and dates: values far apart are farther than neighbours. */
  readonly isOrdered: boolean;
}

/**
 * t: how far the values of a group are from those of all rows, at most (Li, Li and Venkatasubramanian,
 * "t-Closeness: Privacy Beyond k-Anonymity and l-Diversity", ICDE 2007): the earth mover's distance,
 * where all values are equally far from one another, or as many ranks as lie between them, of all ranks
 * but one. 0: every group is as the whole; 1: a group could not be farther. Linear in rows and in meetings
 * × log values; yields.
 */
export function* furthestGroup(
  meetings: Meetings,
  { groups, places, isOrdered }: Scale,
): Generator<void, number> {
  const { whole, sizes } = yield* totalsOf(meetings, groups, places);
  if (!isOrdered) return yield* furthestOfKinds(meetings, { whole, sizes });
  return yield* furthestOfRanks(yield* inOrder(meetings, groups, places), { whole, sizes });
}

interface Totals {
  /** Shares of the values in all rows. */
  readonly whole: Float64Array;
  /** Rows of each group that have a value. */
  readonly sizes: Float64Array;
}

function* totalsOf(
  { groupOf, placeOf, counts }: Meetings,
  groups: number,
  places: number,
): Generator<void, Totals> {
  const whole = new Float64Array(places);
  const sizes = new Float64Array(groups);
  let rows = 0;
  for (let i = 0; i < counts.length; i++) {
    if (placeOf[i]! < 0) continue;
    whole[placeOf[i]!]! += counts[i]!;
    sizes[groupOf[i]!]! += counts[i]!;
    rows += counts[i]!;
    if (i % BLOCK === BLOCK - 1) yield;
  }
  for (let place = 0; place < places; place++) whole[place]! /= rows;
  return { whole, sizes };
}

/** ½ Σ |q − p|; values that a group lacks add their share of the whole. */
function* furthestOfKinds(
  { groupOf, placeOf, counts }: Meetings,
  { whole, sizes }: Totals,
): Generator<void, number> {
  const beyond = new Float64Array(sizes.length);
  for (let i = 0; i < counts.length; i++) {
    if (placeOf[i]! < 0) continue;
    const [share, inAll] = [counts[i]! / sizes[groupOf[i]!]!, whole[placeOf[i]!]!];
    beyond[groupOf[i]!]! += Math.abs(share - inAll) - inAll;
    if (i % BLOCK === BLOCK - 1) yield;
  }
  let furthest = 0;
  sizes.forEach((size, group) => {
    if (size > 0) furthest = Math.max(furthest, (1 + beyond[group]!) / 2);
  });
  return furthest;
}

/** The meetings by group, each group's by place: two counting sorts. */
function* inOrder(meetings: Meetings, groups: number, places: number): Generator<void, Meetings> {
  const all = Int32Array.from(meetings.counts.keys());
  const present = all.filter((i) => meetings.placeOf[i]! >= 0);
  yield;
  const byPlace = yield* sortedBy(present, meetings.placeOf, places);
  const order = yield* sortedBy(byPlace, meetings.groupOf, groups);
  const taken = (values: Int32Array) => Int32Array.from(order, (i) => values[i]!);
  const groupOf = taken(meetings.groupOf);
  yield;
  const placeOf = taken(meetings.placeOf);
  yield;
  return { groupOf, placeOf, counts: taken(meetings.counts) };
}

/** Stable; keys are below `size`. */
function* sortedBy(items: Int32Array, keys: Int32Array, size: number): Generator<void, Int32Array> {
  const starts = new Int32Array(size + 1);
  for (let i = 0; i < items.length; i++) starts[keys[items[i]!]! + 1]!++;
  for (let key = 0; key < size; key++) starts[key + 1]! += starts[key]!;
  yield;
  const sorted = new Int32Array(items.length);
  for (let i = 0; i < items.length; i++) {
    sorted[starts[keys[items[i]!]!]!++] = items[i]!;
    if (i % BLOCK === BLOCK - 1) yield;
  }
  return sorted;
}

/**
 * Σ |Q(i) − P(i)| / (m − 1), P and Q the shares up to rank i. Q stands still between two values of a
 * group and P only grows, so a stretch is two sums, before and after they cross.
 */
function* furthestOfRanks(
  { groupOf, placeOf, counts }: Meetings,
  { whole, sizes }: Totals,
): Generator<void, number> {
  const places = whole.length;
  if (places < 2) return 0;
  const upTo = new Float64Array(places);
  const summed = new Float64Array(places + 1);
  for (let place = 0; place < places; place++) {
    upTo[place] = (place === 0 ? 0 : upTo[place - 1]!) + whole[place]!;
    summed[place + 1] = summed[place]! + upTo[place]!;
  }
  const between = (from: number, to: number, share: number): number => {
    const middle = firstReaching(upTo, share, { from, to });
    const below = share * (middle - from) - (summed[middle]! - summed[from]!);
    return below + (summed[to]! - summed[middle]!) - share * (to - middle);
  };
  let [furthest, moved, share] = [0, 0, 0];
  for (let i = 0; i < counts.length; i++) {
    const [group, place] = [groupOf[i]!, placeOf[i]!];
    if (i === 0 || groupOf[i - 1] !== group) moved = between(0, place, (share = 0));
    share += counts[i]! / sizes[group]!;
    const isLast = groupOf[i + 1] !== group;
    moved += between(place, isLast ? places : placeOf[i + 1]!, share);
    if (isLast) furthest = Math.max(furthest, moved / (places - 1));
    if (i % BLOCK === BLOCK - 1) yield;
  }
  return furthest;
}

/** The first place in a stretch where the ascending shares reach this one; its end when none does. */
function firstReaching(
  upTo: Float64Array,
  share: number,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (upTo[middle]! < share) low = middle + 1;
    else high = middle;
  }
  return low;
}
