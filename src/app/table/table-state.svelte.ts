import type { ProblemReport } from '../../core/problem';
import type {
  ColumnFilter,
  ColumnGlance,
  RowsAsk,
  RowsGiven,
  RowsView,
  SortKey,
  TableRows,
} from '../../core/table-rows';
import type { ColumnMeta } from '../../core/values';
import type { Language } from '../../core/words';
import type { RunOptions } from '../../engine/port';
import { fittingWidth } from './column-widths';
import { RowTiles, TILE_ROWS, type Wanted } from './row-tiles';
import { carriedView, idsByName } from './carry-over';

type Ask = (ask: RowsAsk, options?: RunOptions) => Promise<TableRows>;

const WHOLE: RowsView = { sort: [], filters: [], search: '', language: 'en' };
/** Columns whose values decide how wide they open. */
const FITTED = 48;
const NARROW_FIRST = 120;

/**
 * One open table: what is asked of the engine and what has come. All of it is how somebody looks at a
 * result, so nothing is saved.
 */
export class TableState {
  columns: readonly ColumnMeta[] = $state.raw([]);
  total: number = $state(0);
  /** Rows in view, of the view that has arrived. */
  rows: number = $state(0);
  view: RowsView = $state.raw(WHOLE);
  isOpen: boolean = $state(false);
  /** A new view or the table itself is on its way; null: nothing is. */
  share: number | null = $state(null);
  isBusy: boolean = $state(false);
  problem: ProblemReport | null = $state.raw(null);
  /** Counts what arrives: whoever reads values reads this first. */
  arrivals: number = $state(0);
  /** Counts the views that arrived: the grid then shows the first row. */
  views: number = $state(0);
  glances: ReadonlyMap<string, ColumnGlance> = $state.raw(new Map());
  widths: ReadonlyMap<string, number> = $state.raw(new Map());
  pinned: readonly string[] = $state.raw([]);
  #tiles = new RowTiles([]);
  #wanted: Wanted | null = null;
  #isFetching = false;
  #isGlancing = false;
  #turn = new AbortController();

  constructor(
    private readonly ask: Ask,
    language: Language,
    /** Little room: the first column then stays while the others scroll. */
    private readonly isNarrow = false,
  ) {
    this.view = { ...WHOLE, language };
  }

  /** Opens the table anew, as after another run of its cell; columns keep by name what they had. */
  async open(): Promise<void> {
    await this.#take(async (signal) => {
      const shape = await this.#given({ kind: 'shape' }, signal);
      if (shape?.kind !== 'shape') return;
      const ids = idsByName(this.columns, shape.columns);
      const view = carriedView(this.view, ids);
      const tiles = new RowTiles(shape.columns.map(({ id }) => id));
      const columns = shape.columns.slice(0, FITTED).map(({ id }) => id);
      const first = await this.#first(tiles, { view, columns, signal });
      if (first === null) return;
      this.columns = shape.columns;
      this.total = shape.rows;
      this.widths = new Map([...this.widths].flatMap(([id, px]) => renamed(ids, id, px)));
      this.pinned = this.pinned.flatMap((id) => ids.get(id) ?? []);
      this.glances = new Map();
      this.#arrive(tiles, view, first);
      this.#fitNew(columns);
      if (!this.isOpen && this.isNarrow) this.#holdFirst();
      this.isOpen = true;
    });
  }

  /** Asks for other rows or another order; what stands there stays until the answer is here. */
  async show(patch: Partial<RowsView>): Promise<void> {
    const view = { ...this.view, ...patch };
    const before = this.view;
    this.view = view;
    await this.#take(async (signal) => {
      const columns = (this.#wanted?.columns ?? []).slice(0, FITTED);
      const tiles = new RowTiles(this.columns.map(({ id }) => id));
      const rows = await this.#first(tiles, { view, columns, signal });
      if (rows !== null) this.#arrive(tiles, view, rows);
      else if (this.view === view) this.view = before;
    });
  }

  sort(sort: readonly SortKey[]): void {
    void this.show({ sort });
  }

  filter(column: string, filter: ColumnFilter | null): void {
    const others = this.view.filters.filter((one) => one.column !== column);
    void this.show({ filters: filter === null ? others : [...others, { column, filter }] });
  }

  /** Stops what is under way; what stands there stays. */
  cancel(): void {
    this.#turn.abort();
  }

  /** Says what is in sight; what of it is not here yet is fetched, the latest wish first. */
  want(wanted: Wanted): void {
    this.#wanted = wanted;
    void this.#fetch();
  }

  wantGlances(ids: readonly string[]): void {
    void this.#glance(ids);
  }

  valueAt(position: number, id: string): number | string | null | undefined {
    return this.#tiles.valueAt(position, id);
  }

  tableRowAt(position: number, ids: readonly string[]): number | undefined {
    for (const id of ids) {
      const row = this.#tiles.tableRowAt(position, id);
      if (row !== undefined) return row;
    }
    return undefined;
  }

  widthOf(id: string): number {
    return this.widths.get(id) ?? fittingWidth(this.#column(id), []);
  }

  setWidth(id: string, width: number): void {
    this.widths = new Map(this.widths).set(id, width);
  }

  /** As wide as the values that are in sight, and the name. */
  fit(id: string): void {
    const { from = 0 } = this.#wanted ?? {};
    const texts: string[] = [];
    for (let position = from; position < from + TILE_ROWS && position < this.rows; position++) {
      const value = this.valueAt(position, id);
      if (value !== null && value !== undefined) texts.push(grouped(value));
    }
    this.setWidth(id, fittingWidth(this.#column(id), texts));
  }

  togglePin(id: string): void {
    this.pinned = this.pinned.includes(id)
      ? this.pinned.filter((other) => other !== id)
      : [...this.pinned, id];
  }

  /** Any other question about the table as it is seen. */
  async question(ask: RowsAsk): Promise<RowsGiven | null> {
    return this.#given(ask, this.#turn.signal);
  }

  #column(id: string): ColumnMeta {
    return this.columns.find((column) => column.id === id) ?? { id, name: id, type: 'text' };
  }

  #fitNew(ids: readonly string[]): void {
    for (const id of ids) if (!this.widths.has(id)) this.fit(id);
  }

  #holdFirst(): void {
    const [first] = this.columns;
    if (!first || this.columns.length < 2) return;
    this.pinned = [first.id];
    this.setWidth(first.id, Math.min(this.widthOf(first.id), NARROW_FIRST));
  }

  /** Runs one change of what is seen; a later one takes its place. */
  async #take(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#turn.abort();
    const turn = new AbortController();
    this.#turn = turn;
    this.isBusy = true;
    this.share = null;
    this.problem = null;
    await work(turn.signal);
    if (this.#turn !== turn) return;
    this.isBusy = false;
    if (turn.signal.aborted) this.#turn = new AbortController();
    void this.#fetch();
  }

  async #first(
    tiles: RowTiles,
    of: {
      readonly view: RowsView;
      readonly columns: readonly string[];
      readonly signal: AbortSignal;
    },
  ): Promise<number | null> {
    const { view, columns, signal } = of;
    const wanted = tiles.missing({ from: 0, to: TILE_ROWS, columns }) ?? {
      from: 0,
      to: TILE_ROWS,
      columns: [],
    };
    const given = await this.#given({ kind: 'window', view, ...wanted }, signal);
    if (given?.kind !== 'window') return null;
    tiles.add(wanted, given);
    return given.rows;
  }

  #arrive(tiles: RowTiles, view: RowsView, rows: number): void {
    this.#tiles = tiles;
    this.view = view;
    this.rows = rows;
    this.arrivals++;
    this.views++;
  }

  async #fetch(): Promise<void> {
    if (this.#isFetching || this.isBusy || !this.isOpen) return;
    this.#isFetching = true;
    try {
      for (;;) {
        const tiles = this.#tiles;
        const lacking = this.#wanted && tiles.missing(this.#wanted);
        if (!lacking || this.isBusy) return;
        const ask = { kind: 'window', view: this.view, ...lacking } as const;
        const given = await this.#given(ask, this.#turn.signal);
        if (given?.kind !== 'window' || given.tableRows.length === 0) return;
        tiles.add(lacking, given);
        if (tiles === this.#tiles) this.arrivals++;
      }
    } finally {
      this.#isFetching = false;
    }
  }

  async #glance(ids: readonly string[]): Promise<void> {
    const columns = ids.filter((id) => !this.glances.has(id));
    if (this.#isGlancing || columns.length === 0) return;
    this.#isGlancing = true;
    const answer = await this.ask({ kind: 'summaries', columns });
    this.#isGlancing = false;
    if (answer.status !== 'done' || answer.given.kind !== 'summaries') return;
    const known = new Map(this.glances);
    for (const glance of answer.given.glances) known.set(glance.column, glance);
    this.glances = known;
  }

  async #given(ask: RowsAsk, signal: AbortSignal): Promise<RowsGiven | null> {
    const onProgress: RunOptions['onProgress'] = ({ done, total }) => {
      if (!signal.aborted) this.share = total > 0 ? Math.min(1, done / total) : null;
    };
    const answer = await this.ask(ask, { signal, onProgress });
    if (answer.status === 'failed' && !signal.aborted) this.problem = answer.problem;
    return answer.status === 'done' && !signal.aborted ? answer.given : null;
  }
}

function renamed(
  ids: ReadonlyMap<string, string>,
  id: string,
  px: number,
): readonly (readonly [string, number])[] {
  const now = ids.get(id);
  return now === undefined ? [] : [[now, px]];
}

/** About as long as the value is when it is shown. */
function grouped(value: number | string): string {
  if (typeof value === 'string') return value;
  return Number(value.toFixed(6)).toLocaleString('en');
}
