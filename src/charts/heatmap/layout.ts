/** Whether groups are lines or columns, and how wide a tile is. */
export interface HeatLayout {
  readonly groupsAre: 'rows' | 'columns';
  readonly tileWidth: number;
  /** Room for the names beside the lines. */
  readonly nameWidth: number;
  /** Names stand above the columns; else the mark alone. */
  readonly hasColumnNames: boolean;
  /** The map is wider than its frame and scrolls in it. */
  readonly scrolls: boolean;
}

const GAP = 2;
/** A feature as a column needs room for its name. */
const LEAST_NAMED = 72;
const LEAST_TILE = 46;
const MOST_TILE = 160;
const GROUP_NAME = { wide: 176, narrow: 132 };
const FEATURE_NAME = { wide: 190, narrow: 112 };
const NARROW = 560;

/**
 * Groups are lines, as in a table of segments, while the names of all features have room above
 * their tiles; else features are lines and groups stand side by side. Tiles grow with the frame.
 */
export function layoutHeat(features: number, groups: number, width: number): HeatLayout {
  const size = width < NARROW ? 'narrow' : 'wide';
  const asRows = tileOf(width - GROUP_NAME[size], features);
  if (asRows >= LEAST_NAMED) {
    return {
      groupsAre: 'rows',
      tileWidth: Math.min(MOST_TILE, asRows),
      nameWidth: GROUP_NAME[size],
      hasColumnNames: true,
      scrolls: false,
    };
  }
  const tile = tileOf(width - FEATURE_NAME[size], groups);
  const tileWidth = Math.max(LEAST_TILE, Math.min(MOST_TILE, tile));
  return {
    groupsAre: 'columns',
    tileWidth,
    nameWidth: FEATURE_NAME[size],
    hasColumnNames: tileWidth >= LEAST_NAMED,
    scrolls: tile < LEAST_TILE,
  };
}

function tileOf(room: number, tiles: number): number {
  return Math.floor(room / Math.max(1, tiles)) - GAP;
}
