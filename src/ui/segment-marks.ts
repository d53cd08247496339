import { getContext, setContext } from 'svelte';
import { numberTextIn, placeIn, type MarkSource } from '../core/mark-source';
import type { Words } from '../core/words';
import { colorsAt, labelAt, shapeAt, type MarkShape } from './mark-shapes';

export type { MarkSource };

/**
 * How the segments of a clustering are marked, asked by cluster index; below zero is noise. A
 * segment keeps its number when the cluster index of its group changes, so nobody derives a
 * number, shape or colour from an index: they ask here.
 */
export interface SegmentMarks {
  /** Place of the segment among the numbers, from 0; shapes and colours go by it. */
  readonly placeOf: (index: number) => number;
  /** The number in the mark: "3", of a segment inside segment 2 "2.3". */
  readonly textOf: (index: number) => string;
  readonly shapeOf: (index: number) => MarkShape;
  /** CSS colours of the mark and of the ink on it. */
  readonly colorsOf: (index: number) => { readonly fill: string; readonly ink: string };
  /** What assistive technology reads for the mark: "segment 1, A, circle". */
  readonly labelOf: (index: number) => Words;
}

const PLAIN: MarkSource = { numbers: [], prefix: '' };

/** Marks by what `source` says whenever they are asked, so that a view follows its changes. */
export function marksOf(source: () => MarkSource): SegmentMarks {
  const placeOf = (index: number): number => placeIn(source(), index);
  const textOf = (index: number): string => (index < 0 ? '' : numberTextIn(source(), index));
  return {
    placeOf,
    textOf,
    shapeOf: (index) => shapeAt(placeOf(Math.max(0, index))),
    colorsOf: (index) => colorsAt(index < 0 ? -1 : placeOf(index)),
    labelOf: (index) => labelAt(index < 0 ? -1 : placeOf(index), textOf(index)),
  };
}

/** Every segment by its index: where no clustering is in view. */
export const plainMarks = marksOf(() => PLAIN);

const KEY = Symbol('segment marks');

/** Called once where a view is mounted; every mark and colour below follows. */
export function setMarks(source: () => MarkSource): void {
  setContext(KEY, marksOf(source));
}

/** The marks of the view that a component is part of; to be called while it is created. */
export function getMarks(): SegmentMarks {
  return getContext<SegmentMarks | undefined>(KEY) ?? plainMarks;
}
