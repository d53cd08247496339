import { isJsonObject, ownValue, type Json } from './json';

/**
 * Whether at most one text, number or switch differs between two values of the same shape: what
 * typing in a field or dragging a slider does. An entry more or less in a list, or entries that
 * changed places, is no such difference. Parts that both share are not looked into.
 */
export function differsInOneLeaf(one: Json, other: Json): boolean {
  return differences(one, other) <= 1;
}

/** How many leaves differ; what is more than one or of another shape is infinite. */
function differences(one: Json | undefined, other: Json | undefined): number {
  if (one === other) return 0;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length
      ? sum(one.keys(), (i) => differences(one[i], other[i]))
      : Infinity;
  }
  if (isJsonObject(one) && isJsonObject(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return sum(keys, (key) => differences(ownValue(one, key), ownValue(other, key)));
  }
  return isLeaf(one) && isLeaf(other) ? 1 : Infinity;
}

function sum<T>(items: Iterable<T>, count: (item: T) => number): number {
  let total = 0;
  for (const item of items) {
    total += count(item);
    if (total > 1) return Infinity;
  }
  return total;
}

/** A value that was not there yet counts as one, as a parameter does that had its default. */
function isLeaf(value: Json | undefined): boolean {
  return value === undefined || value === null || typeof value !== 'object';
}
