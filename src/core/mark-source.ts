/** What the marks of a clustering follow from. */
export interface MarkSource {
  /** The number of each cluster, from 1; for indexes beyond it the index decides. */
  readonly numbers: readonly number[];
  /** What stands before the numbers: "2." inside segment 2. */
  readonly prefix: string;
}

/** Place of the segment among the numbers, from 0; letters, shapes and colours go by it. */
export function placeIn({ numbers }: MarkSource, index: number): number {
  return (numbers[index] ?? index + 1) - 1;
}

/** The number of the segment as people read it: "3", of a segment inside segment 2 "2.3". */
export function numberTextIn(source: MarkSource, index: number): string {
  return `${source.prefix}${placeIn(source, index) + 1}`;
}
