import type { CellDefinition, InputKinds } from './cell-type';
import { cellOf, connect, type Cell, type Notebook } from './notebook';
import { ownValue } from './json';
import type { ValueKind } from './values';

/** The known cell types by kind. */
export type Definitions = ReadonlyMap<string, CellDefinition>;

export interface CellOrder {
  /** Ids so that every cell comes after the cells that feed it; else as in the document. */
  readonly order: readonly string[];
  /** Ids of cells that feed themselves, directly or round a circle. */
  readonly cyclic: ReadonlySet<string>;
}

/**
 * The same function, which remembers its answer for each notebook object: notebooks never change,
 * and every progress of a run asks about the one there is.
 */
function remembering<Answer>(find: (notebook: Notebook) => Answer): (notebook: Notebook) => Answer {
  const known = new WeakMap<Notebook, Answer>();
  return (notebook) => {
    let answer = known.get(notebook);
    if (answer === undefined) {
      answer = find(notebook);
      known.set(notebook, answer);
    }
    return answer;
  };
}

/**
 * Sorts the cells by who feeds whom and finds the circles (Tarjan 1972, strongly connected
 * components). Linear in cells and connections the first time, remembered after that.
 */
export const orderOf: (notebook: Notebook) => CellOrder = remembering(findOrder);

function findOrder(notebook: Notebook): CellOrder {
  const walk: Walk = {
    feeders: feedersById(notebook),
    visits: new Map(),
    open: [],
    order: [],
    cyclic: new Set(),
  };
  for (const { id } of notebook.cells) if (!walk.visits.has(id)) visitFrom(id, walk);
  return { order: walk.order, cyclic: walk.cyclic };
}

interface Visit {
  readonly id: string;
  readonly number: number;
  /** Lowest number reachable among the open visits. */
  lowest: number;
  isOpen: boolean;
  next: number;
}

interface Walk {
  readonly feeders: Neighbors;
  readonly visits: Map<string, Visit>;
  readonly open: Visit[];
  readonly order: string[];
  readonly cyclic: Set<string>;
}

/** Depth first with a stack of its own: a hostile notebook may be a chain of any length. */
function visitFrom(start: string, walk: Walk): void {
  const path = [beginVisit(start, walk)];
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const feeder = (walk.feeders.get(top.id) ?? [])[top.next++];
    const known = feeder === undefined ? undefined : walk.visits.get(feeder);
    if (feeder === undefined) {
      path.pop();
      endVisit(top, path.at(-1), walk);
    } else if (!known) {
      path.push(beginVisit(feeder, walk));
    } else if (known.isOpen) {
      top.lowest = Math.min(top.lowest, known.number);
      if (known === top) walk.cyclic.add(top.id);
    }
  }
}

function beginVisit(id: string, walk: Walk): Visit {
  const number = walk.visits.size;
  const visit: Visit = { id, number, lowest: number, isOpen: true, next: 0 };
  walk.visits.set(id, visit);
  walk.open.push(visit);
  return visit;
}

function endVisit(visit: Visit, caller: Visit | undefined, walk: Walk): void {
  walk.order.push(visit.id);
  if (caller) caller.lowest = Math.min(caller.lowest, visit.lowest);
  if (visit.lowest < visit.number) return;
  const circle = walk.open.splice(walk.open.lastIndexOf(visit));
  for (const member of circle) {
    member.isOpen = false;
    if (circle.length > 1) walk.cyclic.add(member.id);
  }
}

type Neighbors = ReadonlyMap<string, readonly string[]>;

const feedersById = remembering((notebook): Neighbors => {
  const ids = new Set(notebook.cells.map((cell) => cell.id));
  return new Map(
    notebook.cells.map((cell) => [
      cell.id,
      [...new Set(Object.values(cell.inputs))].filter((id) => ids.has(id)),
    ]),
  );
});

const fedById = remembering((notebook): Neighbors => {
  const fed = new Map<string, string[]>();
  for (const [cell, feeders] of feedersById(notebook)) {
    for (const feeder of feeders) {
      const followers = fed.get(feeder);
      if (followers) followers.push(cell);
      else fed.set(feeder, [cell]);
    }
  }
  return fed;
});

/** Ids of all cells that a cell's result depends on, without itself. */
export function upstreamOf(notebook: Notebook, id: string): Set<string> {
  return reachedFrom(id, feedersById(notebook));
}

/** These cells and all that their results depend on. */
export function withUpstream(notebook: Notebook, ids: Iterable<string>): Set<string> {
  const feeders = feedersById(notebook);
  const reached = new Set(ids);
  // A set goes on to what is added to it on the way.
  for (const id of reached) for (const feeder of feeders.get(id) ?? []) reached.add(feeder);
  return reached;
}

/** Ids of all cells whose results depend on a cell, without itself: what a change affects. */
export function downstreamOf(notebook: Notebook, id: string): Set<string> {
  return reachedFrom(id, fedById(notebook));
}

function reachedFrom(start: string, next: Neighbors): Set<string> {
  const reached = new Set<string>();
  const open = [...(next.get(start) ?? [])];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(next.get(id) ?? []));
  }
  // Round a circle the start is reached too.
  reached.delete(start);
  return reached;
}

/** Kind of value that a cell gives; null when it gives none or its type is not known. */
export function kindGivenBy(cell: Cell | undefined, definitions: Definitions): ValueKind | null {
  return (cell && definitions.get(cell.kind)?.gives) ?? null;
}

/**
 * Ids of the cells that could feed an input: right kind of value, no circle; nearest above
 * first, then those below in order.
 */
export function candidatesFor(
  notebook: Notebook,
  { cellId: id, input }: { readonly cellId: string; readonly input: string },
  definitions: Definitions,
): string[] {
  const position = notebook.cells.findIndex((cell) => cell.id === id);
  const cell = notebook.cells[position];
  const kind = cell && ownValue(definitions.get(cell.kind)?.takes ?? {}, input);
  if (!kind) return [];
  const after = downstreamOf(notebook, id).add(id);
  const fits = (other: Cell) => !after.has(other.id) && kindGivenBy(other, definitions) === kind;
  const above = notebook.cells.slice(0, position).filter(fits).reverse();
  const below = notebook.cells.slice(position + 1).filter(fits);
  return [...above, ...below].map((other) => other.id);
}

/** Values in the order in which they are made; the last made decides where the others come from. */
const MADE_LAST_FIRST: readonly ValueKind[] = ['scores', 'clustering', 'matrix', 'table'];

/**
 * Connections for a new cell at a position: each input from the nearest fitting cell above.
 * What feeds the chosen cell goes before what is merely near, so that a clustering and the
 * points given beside it belong together.
 */
export function inputsForNewCell(
  { takes, optional = [], gives, keepsSegments }: CellDefinition,
  { notebook, position }: { readonly notebook: Notebook; readonly position: number },
  definitions: Definitions,
): Record<string, string> {
  const above = notebook.cells.slice(0, Math.max(0, position)).reverse();
  const chosen = new Map<string, string>();
  const related = new Set<string>();
  for (const [input, kind] of lastMadeFirst(takes)) {
    // Whether a cell works inside another of its kind is for people to say; one that passes the
    // segments of another on wants it.
    if (kind === gives && optional.includes(input) && !keepsSegments) continue;
    const fitting = above.filter((cell) => kindOfferedBy(cell, definitions) === kind);
    // Two inputs of one kind are there for two things: a table is not joined with itself unasked,
    // nor with what it was made from.
    const isSecond = [...chosen.keys()].some((name) => takes[name] === kind);
    const feeder = isSecond
      ? fitting.find(({ id }) => !related.has(id) && ![...chosen.values()].includes(id))
      : (fitting.find((cell) => related.has(cell.id)) ?? fitting[0]);
    if (!feeder) continue;
    chosen.set(input, feeder.id);
    for (const id of upstreamOf(notebook, feeder.id)) related.add(id);
  }
  return Object.fromEntries(inReadingOrder(chosen, takes, notebook));
}

/** Of inputs of one kind the first is fed from further above: the table that was there before. */
function inReadingOrder(
  chosen: ReadonlyMap<string, string>,
  takes: InputKinds,
  notebook: Notebook,
): [string, string][] {
  const place = (id: string) => notebook.cells.findIndex((cell) => cell.id === id);
  return [...chosen].map(([input, feeder]) => {
    const alike = [...chosen].filter(([name]) => takes[name] === takes[input]);
    const nth = alike.findIndex(([name]) => name === input);
    const sorted = alike.map(([, id]) => id).sort((a, b) => place(a) - place(b));
    return [input, sorted[nth] ?? feeder];
  });
}

/** What a cell gives to new cells unasked: nothing while it only passes on what it was fed. */
function kindOfferedBy(cell: Cell, definitions: Definitions): ValueKind | null {
  const { addsSegments } = definitions.get(cell.kind) ?? {};
  return addsSegments?.(cell.params).length === 0 ? null : kindGivenBy(cell, definitions);
}

function lastMadeFirst(takes: InputKinds): [string, ValueKind][] {
  const rank = (kind: ValueKind) => MADE_LAST_FIRST.indexOf(kind);
  return Object.entries(takes).sort(([, a], [, b]) => rank(a) - rank(b));
}

/** True when feeding `id` from `from` would close a circle. */
export function wouldCycle(notebook: Notebook, id: string, from: string): boolean {
  return id === from || (cellOf(notebook, id) ? downstreamOf(notebook, id).has(from) : false);
}

/**
 * The input by which a cell passes on a table or features, changed. Clusterings are for people to
 * choose between: no cell takes the place of another's.
 */
function passedOnInput({ takes, gives }: CellDefinition): string | null {
  if (gives !== 'table' && gives !== 'matrix') return null;
  return Object.entries(takes).find(([, kind]) => kind === gives)?.[0] ?? null;
}

/**
 * Inputs below a cell that are still fed with what it was fed, before its change: a cleaned table
 * next to cells that go on reading the raw one. None for a cell that passes nothing on.
 */
export function bypassesOf(
  notebook: Notebook,
  id: string,
  definitions: Definitions,
): { readonly cellId: string; readonly input: string }[] {
  const position = notebook.cells.findIndex((cell) => cell.id === id);
  const cell = notebook.cells[position];
  const definition = cell && definitions.get(cell.kind);
  const input = definition ? passedOnInput(definition) : null;
  const feeder = input === null ? undefined : cell?.inputs[input];
  if (feeder === undefined) return [];
  return notebook.cells.slice(position + 1).flatMap((below) =>
    Object.entries(below.inputs)
      .filter(([, from]) => from === feeder && !wouldCycle(notebook, below.id, id))
      .map(([name]) => ({ cellId: below.id, input: name })),
  );
}

/** Feeds from a cell what below it is still fed with what it was fed itself. */
export function standBetween(notebook: Notebook, id: string, definitions: Definitions): Notebook {
  return bypassesOf(notebook, id, definitions).reduce(
    (changed, { cellId, input }) => connect(changed, cellId, { input, from: id }),
    notebook,
  );
}
