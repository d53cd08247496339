import { layoutColumns, leftToSee, type ColumnsLayout } from './layout-columns';
import { selectionBetween, type GridPlace, type Selection, type SelectionMode } from './grid-moves';
import { placeAfter, placeAt, topToSee, type Heights, type Place } from './scroll-place';
import type { TableState } from './table-state.svelte';

export const HEAD_HEIGHT = 76;
/** Rows drawn on either side of those in sight. */
const MARGIN = 6;
/** Rows are placed from here, so that no distance grows beyond what a browser draws exactly. */
const BASE_EVERY = 512;
const RESYNC_MS = 250;

/** Where the grid is scrolled to, which cell has the keyboard and what is selected. */
export class GridState {
  active: GridPlace = $state.raw({ row: 0, column: 0 });
  anchor: GridPlace = $state.raw({ row: 0, column: 0 });
  mode: SelectionMode = $state('cells');
  top: number = $state(0);
  scrollLeft: number = $state(0);
  /** Of the whole grid, in pixels. */
  width: number = $state(600);
  height: number = $state(400);
  #place: Place = { scrollTop: 0, top: 0 };
  #scroller: HTMLElement | null = null;
  #resync: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly table: TableState,
    readonly rowHeight: number,
  ) {}

  /** Ids from left to right: the pinned ones first. */
  readonly ids: readonly string[] = $derived.by(() => {
    const { pinned, columns } = this.table;
    return [...pinned, ...columns.map(({ id }) => id).filter((id) => !pinned.includes(id))];
  });

  readonly headWidth: number = $derived.by(
    () => 30 + 7.4 * String(Math.max(1, this.table.total)).length,
  );

  readonly heights: Heights = $derived.by(() => ({
    total: this.table.rows * this.rowHeight,
    view: Math.max(this.rowHeight, this.height - HEAD_HEIGHT),
  }));

  readonly layout: ColumnsLayout = $derived.by(() =>
    layoutColumns({ ...this.#frame(), keeps: this.active.column }),
  );

  /** Rows `[from, to)` that are drawn. */
  readonly from: number = $derived.by(() =>
    Math.max(0, Math.floor(this.top / this.rowHeight) - MARGIN),
  );
  readonly to: number = $derived.by(() =>
    Math.min(this.table.rows, Math.ceil((this.top + this.heights.view) / this.rowHeight) + MARGIN),
  );
  readonly base: number = $derived(Math.floor(this.from / BASE_EVERY) * BASE_EVERY);

  /**
   * The row that each of a fixed number of elements shows, −1 for none: a scroll fills them anew and
   * neither makes nor moves one. The active row has an element of its own, wherever it is, since one
   * that is moved or filled anew would lose the keyboard.
   */
  readonly slots: readonly number[] = $derived.by(() => {
    const pool = Math.ceil(this.heights.view / this.rowHeight) + 2 * MARGIN + 2;
    const slots = new Array<number>(pool).fill(-1);
    for (let row = this.from; row < this.to; row++) {
      if (row !== this.active.row) slots[row % pool] = row;
    }
    return slots;
  });

  readonly kept: readonly number[] = $derived.by(() => {
    const { row } = this.active;
    return row >= 0 && row < this.table.rows ? [row] : [];
  });

  /** More than the active cell; null: no more. */
  readonly selection: Selection | null = $derived.by(() => {
    const { active, anchor, mode } = this;
    if (mode === 'cells' && active.row === anchor.row && active.column === anchor.column) {
      return null;
    }
    return selectionBetween(anchor, active, {
      mode,
      rows: this.table.rows,
      columns: this.ids.length,
    });
  });

  get isHead(): boolean {
    return this.active.row < 0;
  }

  get activeId(): string | null {
    return this.ids[this.active.column] ?? null;
  }

  get page(): number {
    return Math.max(1, Math.floor(this.heights.view / this.rowHeight) - 1);
  }

  attach(scroller: HTMLElement): () => void {
    this.#scroller = scroller;
    return () => {
      clearTimeout(this.#resync);
      this.#scroller = null;
    };
  }

  scrolled(): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    this.scrollLeft = scroller.scrollLeft;
    if (scroller.scrollTop === this.#place.scrollTop) return;
    this.#place = placeAfter(this.#place, scroller.scrollTop, this.heights);
    this.top = this.#place.top;
    clearTimeout(this.#resync);
    // Small moves let bar and rows drift apart on very long tables; the bar follows in silence.
    this.#resync = setTimeout(() => this.#moveBar(), RESYNC_MS);
  }

  /** Gives a cell the keyboard and brings it into sight; `extends` selects up to it. */
  goTo(place: GridPlace, { extend = false }: { readonly extend?: boolean } = {}): void {
    this.active = place;
    if (!extend) {
      this.anchor = place;
      this.mode = 'cells';
    }
    this.#reveal(place);
  }

  select(mode: SelectionMode, from: GridPlace, to: GridPlace): void {
    this.mode = mode;
    this.anchor = from;
    this.active = to;
  }

  unselect(): boolean {
    const had = this.selection !== null;
    this.anchor = this.active;
    this.mode = 'cells';
    return had;
  }

  /** Another view has come: its first row is seen. */
  toStart(): void {
    const { active, table, ids } = this;
    const column = Math.max(0, Math.min(active.column, ids.length - 1));
    this.active = { row: active.row < 0 || table.rows === 0 ? -1 : 0, column };
    this.unselect();
    this.top = 0;
    this.#moveBar();
  }

  #reveal({ row, column }: GridPlace): void {
    if (row >= 0) {
      const { top, rowHeight, heights } = this;
      this.top = topToSee(row, { top, rowHeight, view: heights.view });
      this.#moveBar();
    }
    const left = leftToSee(column, this.#frame());
    if (this.#scroller && left !== this.scrollLeft) this.#scroller.scrollLeft = left;
  }

  #moveBar(): void {
    if (!this.#scroller) return;
    const place = placeAt(this.top, this.heights);
    this.#scroller.scrollTop = place.scrollTop;
    this.#place = { scrollTop: this.#scroller.scrollTop, top: this.top };
  }

  #frame() {
    return {
      ids: this.ids,
      pinned: this.table.pinned.length,
      widthOf: (id: string) => this.table.widthOf(id),
      headWidth: this.headWidth,
      scrollLeft: this.scrollLeft,
      viewWidth: this.width,
    };
  }
}
