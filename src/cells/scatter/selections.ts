import type { Polygon } from '../../core/polygon';
import { isJsonObject, type Json } from '../../core/json';
import { Problem } from '../../core/problem';

/** Which two axes a place is on: by the names of components (1, 2, …) or features; none for UMAP. */
export type AxesKey = {
  readonly axes: 'components' | 'features' | 'umap';
  readonly x: string;
  readonly y: string;
};

/** An area drawn on two axes; corners are in their units. */
export type Area = AxesKey & { readonly corners: Polygon };

/** Rows kept as a segment of their own: all that lie in one of these areas. */
export type Selection = {
  readonly areas: readonly Area[];
  /** Rows when it was kept: another number later means that the axes or the rows have changed. */
  readonly rows: number;
};

export const MOST_SELECTIONS = 20;
const MOST_AREAS = 20;
const MOST_CORNERS = 1000;

const AXES = ['components', 'features', 'umap'];

function isCorner(json: Json): boolean {
  return (
    Array.isArray(json) &&
    json.length === 2 &&
    json.every((value) => typeof value === 'number' && Number.isFinite(value))
  );
}

function isArea(json: Json): boolean {
  if (!isJsonObject(json)) return false;
  const { axes, x, y, corners } = json;
  if (typeof axes !== 'string' || !AXES.includes(axes)) return false;
  if (typeof x !== 'string' || typeof y !== 'string' || !Array.isArray(corners)) return false;
  return corners.length >= 3 && corners.length <= MOST_CORNERS && corners.every(isCorner);
}

function isSelection(json: Json): boolean {
  if (!isJsonObject(json)) return false;
  const { areas, rows } = json;
  if (typeof rows !== 'number' || !Number.isSafeInteger(rows) || rows < 0) return false;
  return (
    Array.isArray(areas) &&
    areas.length > 0 &&
    areas.length <= MOST_AREAS &&
    areas.every((area) => isArea(area))
  );
}

/** Reads saved selections; throws `param-invalid` for anything else. */
export function parseSelections(json: Json): readonly Selection[] {
  const isGood =
    Array.isArray(json) &&
    json.length <= MOST_SELECTIONS &&
    json.every((selection) => isSelection(selection));
  // Looked at above, member by member.
  if (isGood) return json as unknown as readonly Selection[];
  throw new Problem('param-invalid', {
    param: 'selections',
    value: JSON.stringify(json).slice(0, 200),
    expected: '[{"areas": [{"axes", "x", "y", "corners"}], "rows"}, …]',
  });
}

/** Reads the names of selections, by position; throws `param-invalid` for anything else. */
export function parseSelectionNames(json: Json): readonly string[] {
  const isGood = Array.isArray(json) && json.every((name) => typeof name === 'string');
  if (isGood) return json as readonly string[];
  const value = JSON.stringify(json).slice(0, 200);
  throw new Problem('param-invalid', { param: 'selectionNames', value, expected: '["name", …]' });
}

/** The same axes have the same key. */
export function keyOf({ axes, x, y }: AxesKey): string {
  return JSON.stringify([axes, x, y]);
}
