import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { parseCellParams } from './cell-params';
import type { CellDefinition } from './cell-type';
import { orderOf, type Definitions } from './graph';
import { canonicalJson, ownValue, type Json, type JsonObject } from './json';
import { sourceOf, type Cell, type Notebook, type Source } from './notebook';
import { Problem, reportOf, type ProblemReport } from './problem';

/** A cell that can be computed, with all that its result depends on. */
export interface Ready {
  readonly status: 'ready';
  readonly fingerprint: string;
  readonly cell: Cell;
  readonly definition: CellDefinition;
  /** Migrated, checked and complete, looks included. */
  readonly params: JsonObject;
  /** The connected inputs that the cell type knows. */
  readonly inputs: Readonly<Record<string, Ready>>;
  readonly source?: Source;
  /** Further sources, read as one with the first. */
  readonly more?: readonly Source[];
}

/** Why a cell cannot be computed as the notebook stands. */
export interface Blocked {
  readonly status: 'blocked';
  readonly problem: ProblemReport;
}

export type Readiness = Ready | Blocked;

/** Lowercase hexadecimal SHA-256 over canonical JSON: equal data, equal hash. */
export function hashOf(json: Json): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(json))));
}

const remembered = new WeakMap<Definitions, WeakMap<Notebook, ReadonlyMap<string, Readiness>>>();

/**
 * What each cell would compute, or why it cannot: by cell id. Remembered for each notebook
 * object, so asking again costs nothing; linear in cells and connections the first time.
 */
export function readinessOf(
  notebook: Notebook,
  definitions: Definitions,
): ReadonlyMap<string, Readiness> {
  const byNotebook = remembered.get(definitions) ?? new WeakMap();
  remembered.set(definitions, byNotebook);
  const known = byNotebook.get(notebook);
  if (known) return known;
  const found = findReadiness(notebook, definitions);
  byNotebook.set(notebook, found);
  return found;
}

/** The fingerprint of each cell; null where the cell cannot be computed. */
export function fingerprintsOf(
  notebook: Notebook,
  definitions: Definitions,
): Map<string, string | null> {
  const readiness = readinessOf(notebook, definitions);
  return new Map(
    notebook.cells.map(({ id }) => {
      const cell = readiness.get(id);
      return [id, cell?.status === 'ready' ? cell.fingerprint : null];
    }),
  );
}

function findReadiness(notebook: Notebook, definitions: Definitions): Map<string, Readiness> {
  const cells = new Map(notebook.cells.map((cell) => [cell.id, cell]));
  const { order, cyclic } = orderOf(notebook);
  const found = new Map<string, Readiness>();
  for (const id of order) {
    const cell = cells.get(id);
    if (!cell) continue;
    try {
      if (cyclic.has(id)) throw new Problem('notebook-cycle', { cell: id });
      found.set(id, readyCell(cell, { notebook, definitions, found }));
    } catch (thrown) {
      found.set(id, { status: 'blocked', problem: reportOf(thrown) });
    }
  }
  return found;
}

interface Surroundings {
  readonly notebook: Notebook;
  readonly definitions: Definitions;
  readonly found: ReadonlyMap<string, Readiness>;
}

function readyCell(cell: Cell, around: Surroundings): Ready {
  const definition = around.definitions.get(cell.kind);
  if (!definition) throw new Problem('cell-unknown', { kind: cell.kind });
  const saved = parseCellParams(definition, cell);
  const inputs = readyInputs(cell, definition, around.found);
  const params = definition.settle?.(saved, inputs) ?? saved;
  const sources = definition.readsSource ? readySources(params, around.notebook) : {};
  const { seed } = around.notebook;
  const fingerprint = fingerprintOf(definition, { params, inputs, seed, ...sources });
  return { status: 'ready', fingerprint, cell, definition, params, inputs, ...sources };
}

function readyInputs(
  cell: Cell,
  definition: CellDefinition,
  found: ReadonlyMap<string, Readiness>,
): Record<string, Ready> {
  const inputs: [string, Ready][] = [];
  for (const [input, kind] of Object.entries(definition.takes)) {
    const from = ownValue(cell.inputs, input);
    if (from === undefined && definition.optional?.includes(input)) continue;
    const feeder = from === undefined ? undefined : found.get(from);
    if (from === undefined || !feeder) throw new Problem('input-missing', { input });
    if (feeder.status === 'blocked') throw new Problem('input-failed', { cell: from });
    if (feeder.definition.gives !== kind) throw new Problem('input-missing', { input });
    inputs.push([input, feeder]);
  }
  return Object.fromEntries(inputs);
}

function readySources(params: JsonObject, notebook: Notebook): Pick<Ready, 'source' | 'more'> {
  const source = readySource(params.source, notebook);
  if (!Array.isArray(params.more) || params.more.length === 0) return { source };
  return { source, more: params.more.map((name) => readySource(name as Json, notebook)) };
}

function readySource(name: Json | undefined, notebook: Notebook): Source {
  const source = typeof name === 'string' ? sourceOf(notebook, name) : undefined;
  if (!source) throw new Problem('source-missing', { name: String(name ?? ''), sha256: '' });
  return source;
}

interface Ingredients {
  readonly params: JsonObject;
  readonly inputs: Readonly<Record<string, Ready>>;
  readonly source?: Source;
  readonly more?: readonly Source[];
  readonly seed: number;
}

function fingerprintOf(definition: CellDefinition, made: Ingredients): string {
  const { kind, version, usesSeed } = definition;
  const inputs = Object.entries(made.inputs).map(([name, input]) => [name, input.fingerprint]);
  return fingerprintOfParts({
    kind,
    version,
    params: decisiveParams(definition, made.params),
    inputs: Object.fromEntries(inputs) as Readonly<Record<string, string>>,
    seed: usesSeed ? made.seed : null,
    source: bytesOf(made.source, made.more),
  });
}

/** The identity of all bytes that a cell reads, in order; null when it reads none. */
export function bytesOf(
  source: { readonly sha256: string } | null | undefined,
  more: readonly { readonly sha256: string }[] = [],
): string | null {
  return source ? [source, ...more].map(({ sha256 }) => sha256).join(' ') : null;
}

/** The identity of a result: everything that can change it, and nothing else. */
export function fingerprintOfParts(parts: {
  readonly kind: string;
  readonly version: number;
  /** Those that count alone. */
  readonly params: JsonObject;
  /** Fingerprints by input. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly seed: number | null;
  /** The hash of the bytes read; of several files one after the other. */
  readonly source: string | null;
}): string {
  return hashOf({ ...parts });
}

/** The parameters that change a result; a source counts by its bytes, not by its name. */
export function decisiveParams(definition: CellDefinition, params: JsonObject): JsonObject {
  const looks = new Set<string>(definition.lookParams ?? []);
  if (definition.readsSource) looks.add('source');
  const active = new Set(definition.activeParams?.(params) ?? Object.keys(params));
  return Object.fromEntries(
    Object.entries(params).filter(([name]) => active.has(name) && !looks.has(name)),
  );
}
