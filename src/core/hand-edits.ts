import { isJsonObject, type Json } from './json';
import { Problem } from './problem';

/**
 * A change that somebody made by hand to a finished clustering. Clusters are named by their index
 * in the result that the change was made on; `of` holds the sizes of all its clusters, so that a
 * change that no longer fits is noticed instead of being made to other clusters.
 */
export type HandEdit = (
  | {
      /** Two or more clusters become one, which keeps the lowest of their indexes. */
      readonly merge: readonly number[];
    }
  | {
      /** One cluster becomes several: the largest part keeps its index, the others come last. */
      readonly split: number;
      readonly into: number;
    }
) & {
  readonly of: readonly number[];
  /** What the clusters were called then, in order; for sentences only. */
  readonly called: readonly Called[];
};

/** `Words`, as a document holds them. */
type Called = { readonly zh: string; readonly en: string };

export const MOST_PARTS = 12;

function isCount(json: Json | undefined): json is number {
  return typeof json === 'number' && Number.isSafeInteger(json) && json >= 0;
}

function isCounts(json: Json | undefined): json is readonly number[] {
  return Array.isArray(json) && json.every((entry) => isCount(entry));
}

function isCalled(json: Json | undefined): boolean {
  const isWords = (entry: Json) =>
    isJsonObject(entry) && typeof entry.zh === 'string' && typeof entry.en === 'string';
  return Array.isArray(json) && json.every(isWords);
}

function isEdit(json: Json): boolean {
  if (!isJsonObject(json)) return false;
  const { merge, split, into, of, called } = json;
  if (!isCounts(of) || !isCalled(called)) return false;
  const isIndex = (index: Json | undefined) => isCount(index) && index < of.length;
  if (split === undefined) {
    return isCounts(merge) && merge.length >= 2 && merge.every(isIndex) && isDistinct(merge);
  }
  return merge === undefined && isIndex(split) && isCount(into) && into >= 2 && into <= MOST_PARTS;
}

function isDistinct(indexes: readonly number[]): boolean {
  return new Set(indexes).size === indexes.length;
}

/** Reads the saved edits of a clustering; throws `param-invalid` for anything else. */
export function parseEdits(json: Json): readonly HandEdit[] {
  if (Array.isArray(json) && json.every(isEdit)) return json as unknown as readonly HandEdit[];
  const [value, expected] = [
    JSON.stringify(json),
    '[{"merge": [0, 1], "of": [sizes], "called": []}, …]',
  ];
  throw new Problem('param-invalid', { param: 'edits', value, expected });
}

/** Where each cluster goes when these are merged: the lowest index stays, gaps are closed. */
export function placesAfterMerge(clusters: number, merged: readonly number[]): readonly number[] {
  const kept = Math.min(...merged);
  const gone = merged.filter((index) => index !== kept);
  const placeOf = (index: number) => index - gone.filter((other) => other < index).length;
  return Array.from({ length: clusters }, (_, index) =>
    placeOf(merged.includes(index) ? kept : index),
  );
}
