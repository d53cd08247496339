import { readinessOf } from '../core/fingerprint';
import type { Definitions } from '../core/graph';
import {
  fillNumbers,
  identityIn,
  namesByIndex,
  namesByNumber as keptByNumber,
  recordOf,
} from '../core/identity';
import type { Json, JsonObject } from '../core/json';
import { cellOf, type Notebook } from '../core/notebook';
import { fingerprintsIn } from '../core/recipe-task';
import type { Words } from '../core/words';
import type { StoredResult } from '../storage/port';
import type { MarkSource } from '../ui/segment-marks';
import { numberedName } from '../ui/segment-names';
import { addedNames, addedOrigins, clusteringAbove, linkedClustering } from './cell-facts';
import { same } from './cell-words';

/** What the segments of one result of a clustering are called, by cluster index. */
export interface Called extends MarkSource {
  /** The names that people gave; empty where a segment has none. */
  readonly given: readonly string[];
}

const NO_NAMES: readonly string[] = [];
const UNCALLED: readonly number[] = [];
/** Names are filled up to here where a prefix belongs before every number. */
const MOST_SEGMENTS = 64;

/** The clustering that a cell looks at, as a result of that cell or as the notebook asks for it. */
export interface Seen {
  readonly notebook: Notebook;
  readonly cellId: string;
  /** Absent: as the notebook stands. */
  readonly result?: StoredResult;
  readonly definitions: Definitions;
  /** The results that cells showed last. */
  readonly shown: ReadonlyMap<string, StoredResult>;
}

/** What the segments are called, those that a cell between adds included. */
export function calledBy(seen: Seen): Called {
  const base = baseCalled(seen);
  const giver = cellOf(seen.notebook, clusteringAbove(seen.notebook, seen.cellId));
  const origins = giver ? addedOrigins(giver, seen.shown) : null;
  if (!giver || !origins) return base;
  const added = addedNames(giver) ?? [];
  const named = namesByNumberOf(seen).flatMap((name, i) => (name === '' ? [] : [i + 1]));
  const numberOf = (origin: number) => base.numbers[origin] ?? origin + 1;
  const kept = origins.map((origin) => (origin >= 0 ? numberOf(origin) : null));
  const numbers = fillNumbers(kept, origins.length, [...named, ...base.numbers]);
  const given = origins.map((origin) =>
    origin >= 0 ? (base.given[origin] ?? '') : (added[-1 - origin] ?? ''),
  );
  return { ...base, numbers, given };
}

/**
 * What the segments of the clustering itself are called. A result that has no record while others have one is not matched
 * yet: it has plain numbers and no names rather than those of other groups.
 */
function baseCalled(seen: Seen): Called {
  const id = linkedClustering(seen.notebook, seen.cellId);
  const cell = cellOf(seen.notebook, id);
  const fingerprint = fingerprintSeen(seen, id);
  const prefix = prefixOf(seen, id);
  if (!cell) return { numbers: UNCALLED, prefix, given: NO_NAMES };
  const identity = identityIn(cell.params);
  const record = fingerprint === null ? null : recordOf(identity, fingerprint);
  if (!record && identity.length > 0) return { numbers: UNCALLED, prefix, given: NO_NAMES };
  const numbers = record?.numbers ?? UNCALLED;
  return { numbers, prefix, given: namesByIndex(namesByNumberOf(seen), numbers) };
}

/** The names in the document: by number, whatever index has it at present. */
function namesByNumberOf({ notebook, cellId }: Seen): readonly string[] {
  return savedNames(cellOf(notebook, linkedClustering(notebook, cellId))?.params.names);
}

function fingerprintSeen({ notebook, result, definitions }: Seen, id: string): string | null {
  const made = result && fingerprintsIn(result.recipe).get(id);
  if (made !== undefined) return made;
  const ready = readinessOf(notebook, definitions).get(id);
  return ready?.status === 'ready' ? ready.fingerprint : null;
}

/** "2." for what was clustered inside segment 2, "2.1." inside its segment 1. */
function prefixOf({ notebook, result }: Seen, id: string): string {
  const passed = new Set<string>();
  let prefix = '';
  for (let at: string | undefined = id; at !== undefined && !passed.has(at);) {
    passed.add(at);
    const here: string = at;
    const step = result?.recipe.steps.find(({ cellId }) => cellId === here);
    const place = step ?? cellOf(notebook, here);
    const segment = place?.params.segment;
    if (typeof segment !== 'number' || segment < 1) break;
    prefix = `${segment}.${prefix}`;
    at = place?.inputs.parent;
  }
  return prefix;
}

function savedNames(names: Json | undefined): readonly string[] {
  const isNames = Array.isArray(names) && names.every((name) => typeof name === 'string');
  return isNames ? (names as readonly string[]) : NO_NAMES;
}

const remembered = new Map<string, readonly Words[]>();
const MOST_REMEMBERED = 200;

/** Names for every view, by index: as given, else "segment 2.1"; the same list for the same names. */
export function namesOfCalled({ numbers, prefix, given }: Called): readonly Words[] {
  const key = JSON.stringify([numbers, prefix, given]);
  const known = remembered.get(key);
  if (known) return known;
  const length = Math.max(numbers.length, given.length, prefix === '' ? 0 : MOST_SEGMENTS);
  const names = Array.from({ length }, (_, index) => {
    const name = given[index]?.trim() ?? '';
    return name === '' ? numberedName(`${prefix}${numbers[index] ?? index + 1}`) : same(name);
  });
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, names);
  return names;
}

/**
 * What exports know of every segment by index: what its mark says, the place of its shape and
 * colour, and the name that people gave it.
 */
export function labelsOfCalled({ numbers, prefix, given }: Called) {
  return numbers.map((number, index) => ({
    label: `${prefix}${number}`,
    mark: number - 1,
    name: given[index] ?? '',
  }));
}

/** "2.1–2.3": what the marks say, the lowest and the highest. */
export function numberRange({ numbers, prefix }: Called): string {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (numbers.length === 0) return '';
  return least === most ? `${prefix}${least}` : `${prefix}${least}–${prefix}${most}`;
}

/** True for a cell whose names are kept by number. */
function keepsNumbers({ notebook, cellId, definitions }: Seen): boolean {
  const cell = cellOf(notebook, cellId);
  const params = cell && definitions.get(cell.kind)?.params;
  return params !== undefined && Object.hasOwn(params, 'identity');
}

/** Parameters of a cell as views know them: names by cluster index, as everything there. */
export function paramsForView<P extends Readonly<Record<string, unknown>>>(
  seen: Seen,
  params: P,
): P {
  return keepsNumbers(seen) ? { ...params, names: calledBy(seen).given } : params;
}

/** What a view changes, as the document keeps it: names by number. */
export function patchFromView(seen: Seen, patch: JsonObject): JsonObject {
  if (!Object.hasOwn(patch, 'names') || !keepsNumbers(seen)) return patch;
  const { numbers } = calledBy(seen);
  const names = keptByNumber(savedNames(patch.names), numbers, namesByNumberOf(seen));
  return { ...patch, names };
}

/** The name of any group that the clustering knows or knew, by number. */
export function namesByNumber(seen: Seen): (number: number) => Words {
  const prefix = prefixOf(seen, linkedClustering(seen.notebook, seen.cellId));
  const saved = namesByNumberOf(seen);
  return (number) => {
    const name = saved[number - 1]?.trim() ?? '';
    return name === '' ? numberedName(`${prefix}${number}`) : same(name);
  };
}
