/** A group along all lines; null where it has no value. */
export interface Profile {
  readonly middle: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface ProfileShape {
  readonly path: string;
  /** Outline of the band from low to high. */
  readonly band: string;
  readonly spots: readonly Spot[];
}

export interface Frame {
  readonly width: number;
  readonly lineHeight: number;
  readonly domain: readonly [number, number];
}

/** The place of a value across the frame. */
export function acrossOf(value: number, { width, domain: [from, to] }: Frame): number {
  return to > from ? ((value - from) / (to - from)) * width : width / 2;
}

/** A profile from the first line down to the last; it breaks off where there is no value. */
export function layoutProfile({ middle, low, high }: Profile, frame: Frame): ProfileShape {
  const down = (line: number) => (line + 0.5) * frame.lineHeight;
  const spotOf = (value: number, line: number) => ({ x: acrossOf(value, frame), y: down(line) });
  const runs = runsOf(middle);
  const spots = middle.flatMap((value, line) => (value === null ? [] : [spotOf(value, line)]));
  const path = runs
    .map((run) => `M${run.map((line) => textOf(spotOf(middle[line]!, line))).join('L')}`)
    .join('');
  const band = runs.map((run) => {
    const there = run.map((line) => textOf(spotOf(low[line]!, line)));
    const back = [...run].reverse().map((line) => textOf(spotOf(high[line]!, line)));
    return `M${[...there, ...back].join('L')}Z`;
  });
  return { path, band: band.join(''), spots };
}

function textOf({ x, y }: Spot): string {
  return `${Math.round(x * 10) / 10} ${y}`;
}

/** Lines with a value, in stretches without a gap. */
function runsOf(values: readonly (number | null)[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  values.forEach((value, line) => {
    if (value === null) return;
    const last = runs.at(-1);
    if (last?.at(-1) === line - 1) last.push(line);
    else runs.push([line]);
  });
  return runs;
}

/** Places at least a gap apart and within the width, in the same order, near where they were. */
export function spread(places: readonly number[], gap: number, width: number): readonly number[] {
  const order = [...places.keys()].sort((a, b) => places[a]! - places[b]! || a - b);
  const step = Math.min(gap, width / Math.max(1, places.length - 1));
  const moved = [...places];
  order.forEach((index, i) => {
    const before = i === 0 ? -Infinity : moved[order[i - 1]!]! + step;
    moved[index] = Math.max(0, before, moved[index]!);
  });
  // What was pushed beyond the end comes back, and pushes those before it.
  [...order].reverse().forEach((index, i, back) => {
    const after = i === 0 ? width : moved[back[i - 1]!]! - step;
    moved[index] = Math.min(moved[index]!, after);
  });
  return moved;
}

/** A round domain that holds all values, from −1 to 1 at least. */
export function domainOf(values: readonly (number | null)[]): readonly [number, number] {
  let [from, to] = [-1, 1];
  for (const value of values) {
    if (value === null) continue;
    from = Math.min(from, value);
    to = Math.max(to, value);
  }
  return [Math.floor(from * 2) / 2, Math.ceil(to * 2) / 2];
}
