import type { HeatLine, HeatmapDisplay } from './display';
import { keyOf } from './tiles';

export interface ArrangedLine {
  readonly key: string;
  readonly line: HeatLine;
}

/** The lines (at most so many) and segments in the order in which they are shown. */
export function arranged(
  { lines, lineOrder, segmentOrder, sizes }: HeatmapDisplay,
  order: 'similarity' | 'file',
  most: number,
): { readonly lines: readonly ArrangedLine[]; readonly segments: readonly number[] } {
  const inOrder = order === 'file' ? [...lines.keys()] : lineOrder;
  return {
    lines: inOrder.slice(0, most).flatMap((i) => {
      const line = lines[i];
      return line === undefined ? [] : [{ key: keyOf(line), line }];
    }),
    segments: order === 'file' ? [...sizes.keys()] : segmentOrder,
  };
}

/** What is picked out after a segment was picked: it alone, or nothing where it already was alone. */
export function togglePicked(
  picked: readonly number[] | null,
  segment: number,
): readonly number[] | null {
  return picked?.length === 1 && picked[0] === segment ? null : [segment];
}
