import type { Polygon } from '../../core/polygon';
import type { JsonObject } from '../../core/json';
import type { ScatterAxis } from './display';
import type { Area, AxesKey, Selection } from './selections';
import { MOST_SELECTIONS } from './selections';

/** What the document holds of the segments made by hand. */
export interface Kept {
  readonly selections: readonly Selection[];
  readonly selectionNames: readonly string[];
}

/** As a document holds it. */
export function toJson({ selections, selectionNames }: Kept): JsonObject {
  return { selections, selectionNames };
}

/** The axes of a picture, as an area on them remembers them. */
export function axesKey([x, y]: readonly [ScatterAxis, ScatterAxis]): AxesKey {
  if (x.kind === 'umap') return { axes: 'umap', x: '', y: '' };
  return { axes: x.kind === 'component' ? 'components' : 'features', x: x.name, y: y.name };
}

/** True while there may be another segment made by hand. */
export function canKeep({ selections }: Kept): boolean {
  return selections.length < MOST_SELECTIONS;
}

/** One more segment, behind the others: it takes its rows from them. */
export function keepArea(
  kept: Kept,
  area: Area,
  { rows, name }: { rows: number; name: string },
): Kept {
  const names = padded(kept);
  return {
    selections: [...kept.selections, { areas: [area], rows }],
    selectionNames: [...names, name],
  };
}

/** The area joins a segment made before, in whose name its rows are from now on. */
export function mergeArea(
  kept: Kept,
  area: Area,
  { rows, into }: { rows: number; into: number },
): Kept {
  const selections = kept.selections.map((selection, i) =>
    i === into ? { areas: [...selection.areas, area], rows: selection.rows + rows } : selection,
  );
  return { selections, selectionNames: padded(kept) };
}

/** Two segments made by hand become one, which keeps the name of the second. */
export function joinSelections(kept: Kept, from: number, into: number): Kept {
  const [gone, stays] = [kept.selections[from], kept.selections[into]];
  if (!gone || !stays || from === into) return kept;
  const joined = { areas: [...stays.areas, ...gone.areas], rows: stays.rows + gone.rows };
  const selections = kept.selections.map((selection, i) => (i === into ? joined : selection));
  return removeSelection({ selections, selectionNames: padded(kept) }, from);
}

/** The rows go back to where they came from. */
export function removeSelection(kept: Kept, index: number): Kept {
  return {
    selections: kept.selections.filter((_, i) => i !== index),
    selectionNames: padded(kept).filter((_, i) => i !== index),
  };
}

export function renameSelection(kept: Kept, index: number, name: string): readonly string[] {
  return padded(kept).map((old, i) => (i === index ? name.trim() : old));
}

function padded({ selections, selectionNames }: Kept): readonly string[] {
  return selections.map((_, i) => selectionNames[i] ?? '');
}

/** The outlines that can be drawn on these axes, with the segments that they stand for. */
export function outlinesOn(
  key: AxesKey,
  { selections }: Kept,
  origins: readonly number[],
): readonly { readonly index: number; readonly corners: Polygon }[] {
  return selections.flatMap(({ areas }, i) => {
    const index = origins.indexOf(-1 - i);
    if (index < 0) return [];
    return areas
      .filter((area) => area.axes === key.axes && area.x === key.x && area.y === key.y)
      .map(({ corners }) => ({ index, corners }));
  });
}
