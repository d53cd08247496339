import type { Words } from '../core/words';
import { Nearness } from './nearness.svelte';
import { Signals } from './signals.svelte';

/** Segments picked out of one result of a clustering. */
export interface Picked {
  readonly segments: readonly number[];
  /** Of the result that they were picked from; null when it was not known. */
  readonly fingerprint: string | null;
}

/** Right above a cell of the document, or right below it. */
export interface Landing {
  readonly cellId: string;
  readonly isAfter: boolean;
}

/** Cells that are dragged, and where they would go; null: they would stay. */
export interface Dragging {
  readonly ids: readonly string[];
  readonly landing: Landing | null;
}

const NONE: ReadonlySet<string> = new Set();

/** How the reader looks at an open notebook: nothing of it is saved. */
export class PageState {
  #selected: string | null = $state(null);
  #marked: ReadonlySet<string> = $state.raw(NONE);
  /** The same for each cell on its own: a press is heard by the cells that it is about. */
  readonly #isSelected = new Signals();
  readonly #isMarked = new Signals();
  /** Where a stretch of chosen cells began. */
  #anchor: string | null = null;
  /** Which cells are drawn in a long notebook. */
  readonly near = new Nearness();
  dragging: Dragging | null = $state.raw(null);
  /** Where the pointer is that drags them. */
  dragAt: { readonly x: number; readonly y: number } = $state.raw({ x: 0, y: 0 });
  /** Enter was pressed: the controls of the selected cell have the keyboard. */
  isEditing: boolean = $state(false);
  /** The parameter whose control should be shown and focused. */
  wantedParam: string | null = $state(null);
  /** Where the palette would put a cell; null: it is closed. */
  addAt: number | null = $state(null);
  /** The cell whose title is being written. */
  renaming: string | null = $state(null);
  isPaletteOpen: boolean = $state(false);
  /** What was asked for last in the command palette. */
  recentItems: readonly string[] = $state.raw([]);
  isNamingVersion: boolean = $state(false);
  isHistoryOpen: boolean = $state(false);
  isComparing: boolean = $state(false);
  isHelpOpen: boolean = $state(false);
  isExportOpen: boolean = $state(false);
  isOutlineOpen: boolean = $state(false);
  isProofOpen: boolean = $state(false);
  isProtecting: boolean = $state(false);
  /** What is picked out in the views of a clustering, by the id of the cell that gives it. */
  picked: ReadonlyMap<string, Picked> = $state.raw(new Map());
  /** What happened and has more to it than a word: shown until it is closed. */
  note: readonly Words[] | null = $state.raw(null);
  /** What the live region says. */
  announcement: string = $state('');

  get selected(): string | null {
    return this.#selected;
  }

  /** Cells chosen together, the selected one among them; empty while it stands alone. */
  get marked(): ReadonlySet<string> {
    return this.#marked;
  }

  /** What every cell asks of itself, where `selected` would tell all of them of each press. */
  isSelected(cellId: string): boolean {
    return this.#isSelected.has(cellId);
  }

  isMarked(cellId: string): boolean {
    return this.#isMarked.has(cellId);
  }

  /** Selects a cell alone. */
  select(cellId: string | null): void {
    this.unmark();
    this.#point(cellId);
  }

  /** The keyboard came into a cell: chosen cells stay chosen together. */
  enter(cellId: string): void {
    if (this.marked.has(cellId)) this.#point(cellId);
    else this.select(cellId);
  }

  /** Ends the choice of several; false when there was none. */
  unmark(): boolean {
    this.#anchor = null;
    if (this.marked.size === 0) return false;
    this.#mark(NONE);
    return true;
  }

  /** Adds a cell to those chosen together, or takes it out. */
  toggleMark(cellId: string): void {
    const marked = new Set(this.marked.size === 0 && this.selected ? [this.selected] : this.marked);
    if (marked.has(cellId) && marked.size > 1) marked.delete(cellId);
    else marked.add(cellId);
    this.#anchor = cellId;
    this.#mark(marked);
    this.#point(marked.has(cellId) ? cellId : ([...marked].at(-1) ?? null));
  }

  /** Chooses the stretch of cells from where it began to this one; `order` is that of the document. */
  markTo(cellId: string, order: readonly string[]): void {
    const from = this.#anchor ?? this.selected ?? cellId;
    const [start, end] = [order.indexOf(from), order.indexOf(cellId)].sort((a, b) => a - b);
    this.#point(cellId);
    this.#anchor = from;
    this.#mark(new Set(order.slice(Math.max(0, start ?? 0), (end ?? 0) + 1)));
  }

  /** The chosen cells, or else the selected one, in the order of the document. */
  chosen(order: readonly string[]): readonly string[] {
    return order.filter((id) =>
      this.marked.size > 0 ? this.marked.has(id) : id === this.selected,
    );
  }

  /** Chooses these cells, the first selected. */
  choose(ids: readonly string[]): void {
    this.select(ids[0] ?? null);
    if (ids.length > 1) this.#mark(new Set(ids));
  }

  #point(cellId: string | null): void {
    if (this.selected === cellId) return;
    this.wantedParam = null;
    this.isEditing = false;
    this.#selected = cellId;
    this.#isSelected.set(new Set(cellId === null ? [] : [cellId]));
  }

  #mark(cellIds: ReadonlySet<string>): void {
    this.#marked = cellIds;
    this.#isMarked.set(cellIds);
  }

  /** Selects a cell, brings it into view and gives it the keyboard. */
  goTo(cellId: string): void {
    this.select(cellId);
    this.reveal(cellId);
  }

  /** Brings a cell into view and gives it the keyboard; cells chosen together stay so. */
  reveal(cellId: string): void {
    this.isEditing = false;
    this.near.draw(cellId);
    const element = document.getElementById(`cell-${cellId}`);
    element?.scrollIntoView({ block: 'nearest' });
    element?.focus({ preventScroll: true });
  }

  /** Picks segments out in every view of a clustering; null: no longer. */
  pick(clusteringId: string, pick: Picked | null): void {
    const picked = new Map(this.picked);
    if (pick === null || pick.segments.length === 0) picked.delete(clusteringId);
    else picked.set(clusteringId, pick);
    this.picked = picked;
  }

  /** What is picked out of this very result of a clustering; another result has other segments. */
  pickedFrom(clusteringId: string, fingerprint: string | null): readonly number[] | null {
    const pick = this.picked.get(clusteringId);
    return pick && pick.fingerprint === fingerprint ? pick.segments : null;
  }

  /** Ends every pick; false when there was none. */
  unpick(): boolean {
    const had = this.picked.size > 0;
    if (had) this.picked = new Map();
    return had;
  }

  /** Selects a cell and shows the control of one of its parameters. */
  openParam(cellId: string, param: string | null): void {
    this.select(cellId);
    this.wantedParam = param;
    this.isEditing = true;
  }
}
