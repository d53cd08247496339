import { isJsonObject, type Json, type JsonObject } from './json';
import { Problem } from './problem';

/** How the clusters of one result are called. A document keeps the last few, newest last. */
export interface IdentityRecord {
  /** Which result: the beginning of its fingerprint. */
  readonly of: string;
  /** The number of each cluster by index, from 1. A group keeps its number, whatever its index. */
  readonly numbers: readonly number[];
  /** The result that the numbers were carried over from; absent: none. */
  readonly from?: string;
  /** The two could not be compared, so the numbers follow the order of the clusters. */
  readonly isUnchecked?: true;
}

export type Identity = readonly IdentityRecord[];

/** Records that are kept: enough to come back to what one looked at a few runs ago. */
export const MOST_RECORDS = 6;
const SHORT = 16;

/** A fingerprint as records hold it: 64 bits tell the results of one cell apart. */
export function shortPrint(fingerprint: string): string {
  return fingerprint.slice(0, SHORT);
}

function isNumbers(json: Json | undefined): json is readonly number[] {
  const isNumber = (entry: Json) => Number.isSafeInteger(entry) && Number(entry) >= 1;
  return Array.isArray(json) && json.every(isNumber) && new Set(json).size === json.length;
}

function isPrint(json: Json | undefined): boolean {
  return typeof json === 'string' && /^[\da-f]{16}$/.test(json);
}

function isRecord(json: Json): boolean {
  if (!isJsonObject(json)) return false;
  const { of, numbers, from, isUnchecked } = json as JsonObject & {
    readonly from?: Json;
    readonly isUnchecked?: Json;
  };
  if (!isPrint(of) || !isNumbers(numbers)) return false;
  return (from === undefined || isPrint(from)) && (isUnchecked ?? true) === true;
}

/** Reads the saved records; throws `param-invalid` for anything else. */
export function parseIdentity(json: Json): Identity {
  if (Array.isArray(json) && json.every(isRecord)) return json as unknown as Identity;
  const [value, expected] = [JSON.stringify(json), '[{"of": "…", "numbers": [1, 2]}, …]'];
  throw new Problem('param-invalid', { param: 'identity', value, expected });
}

/** The records that a parameter holds; none where it holds anything else. */
export function identityIn(params: Readonly<Record<string, unknown>>): Identity {
  try {
    return parseIdentity((params.identity ?? []) as Json);
  } catch {
    return [];
  }
}

/** What the clusters of a result are called; null when nobody decided it yet. */
export function recordOf(identity: Identity, fingerprint: string): IdentityRecord | null {
  const of = shortPrint(fingerprint);
  return identity.find((record) => record.of === of) ?? null;
}

/** With this record as the newest; the oldest go beyond the limit. */
export function withRecord(identity: Identity, record: IdentityRecord): Identity {
  const others = identity.filter(({ of }) => of !== record.of);
  return [...others, record].slice(-MOST_RECORDS);
}

/**
 * The numbers by index of a result: as recorded, else as those of the newest record stand in
 * order, which is all there is to go by. Empty when nothing was ever recorded.
 */
export function numbersOf(identity: Identity, fingerprint: string): readonly number[] {
  return (recordOf(identity, fingerprint) ?? identity.at(-1))?.numbers ?? [];
}

/** So many numbers in order: those given, then the lowest free ones. */
export function fillNumbers(
  given: readonly (number | null)[],
  count: number,
  reserved: Iterable<number> = [],
): readonly number[] {
  const taken = new Set([...given.filter((number) => number !== null), ...reserved]);
  let free = 1;
  return Array.from({ length: count }, (_, index) => {
    const known = given[index] ?? null;
    if (known !== null) return known;
    while (taken.has(free)) free++;
    taken.add(free);
    return free;
  });
}

/**
 * Numbers of a new result: a matched cluster takes the number of its match, the others the lowest
 * that is neither in use nor the number of a named group that is gone. `matches` holds for each
 * cluster the index in the earlier result, −1 for none.
 */
export function carryNumbers(
  matches: readonly number[],
  before: readonly number[],
  names: readonly string[],
): readonly number[] {
  const carried = matches.map((index) => (index < 0 ? null : (before[index] ?? null)));
  const named = names.flatMap((name, i) => (name.trim() === '' ? [] : [i + 1]));
  return fillNumbers(carried, matches.length, named);
}

/** Names by number as a list by cluster index; empty where a group has none. */
export function namesByIndex(
  names: readonly string[],
  numbers: readonly number[],
): readonly string[] {
  const length = Math.max(names.length, numbers.length);
  const indexed = Array.from({ length }, (_, index) => names[(numbers[index] ?? index + 1) - 1]);
  return trimmed(indexed.map((name) => name ?? ''));
}

/** The way back; names of groups that this result does not have stay. */
export function namesByNumber(
  indexed: readonly string[],
  numbers: readonly number[],
  names: readonly string[],
): readonly string[] {
  const count = Math.max(indexed.length, numbers.length);
  const changed = new Map(
    Array.from({ length: count }, (_, i) => [numbers[i] ?? i + 1, indexed[i]?.trim() ?? '']),
  );
  const length = Math.max(names.length, ...changed.keys());
  return trimmed(Array.from({ length }, (_, i) => changed.get(i + 1) ?? names[i] ?? ''));
}

function trimmed(names: readonly string[]): readonly string[] {
  const last = names.findLastIndex((name) => name !== '');
  return names.slice(0, last + 1);
}
