import { OUTSIDE, type RowGroups } from './row-groups';

const BLOCK_MASK = 0xffff;

/** How often each level occurs, over rows with a value. */
export interface GroupLevels {
  readonly levels: number;
  readonly groups: number;
  readonly everyone: Float64Array;
  /** Row-major levels × groups. */
  readonly inGroup: Float64Array;
  readonly counts: Float64Array;
  readonly count: number;
}

/** Counts codes of levels (below zero: missing) by group; pauses after each block of rows. */
export function* groupLevels(
  codes: Int32Array,
  levels: number,
  { of, count: groups }: RowGroups,
): Generator<void, GroupLevels> {
  const everyone = new Float64Array(levels);
  const inGroup = new Float64Array(levels * groups);
  const counts = new Float64Array(groups);
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    const [code, group] = [codes[row]!, of[row]!];
    if ((row & BLOCK_MASK) === BLOCK_MASK) yield;
    if (code < 0 || group === OUTSIDE) continue;
    everyone[code]!++;
    count++;
    if (group < 0) continue;
    inGroup[code * groups + group]!++;
    counts[group]!++;
  }
  return { levels, groups, everyone, inGroup, counts, count };
}

/** The levels that occur, most frequent first; equally frequent ones by text. */
export function frequentLevels(names: readonly string[], { everyone }: GroupLevels): number[] {
  return [...names.keys()]
    .filter((code) => everyone[code]! > 0)
    .sort((a, b) => everyone[b]! - everyone[a]! || (names[a]! < names[b]! ? -1 : 1));
}
