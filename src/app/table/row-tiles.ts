import type { RowsWindow, WindowCells } from '../../core/table-rows';

export const TILE_ROWS = 128;
const TILE_COLUMNS = 16;
/** Tiles that are kept: some 400,000 values. */
const MOST_TILES = 200;

interface Tile {
  readonly columns: ReadonlyMap<string, WindowCells>;
  readonly tableRows: Uint32Array;
}

export interface Wanted {
  readonly from: number;
  readonly to: number;
  readonly columns: readonly string[];
}

/** Blocks of rows and columns of one view, the least recently seen forgotten first. */
export class RowTiles {
  readonly #tiles = new Map<string, Tile>();
  readonly #groupOf: ReadonlyMap<string, number>;

  constructor(private readonly ids: readonly string[]) {
    this.#groupOf = new Map(ids.map((id, i) => [id, Math.floor(i / TILE_COLUMNS)]));
  }

  /** What is to be asked for so that all of this is here; null when it is. */
  missing({ from, to, columns }: Wanted): Wanted | null {
    const groups = [...new Set(columns.flatMap((id) => this.#groupOf.get(id) ?? []))];
    const lacking = { blocks: new Set<number>(), groups: new Set<number>() };
    for (let block = Math.floor(from / TILE_ROWS); block * TILE_ROWS < to; block++) {
      for (const group of groups) {
        const key = `${block} ${group}`;
        const tile = this.#tiles.get(key);
        if (tile) {
          this.#tiles.delete(key);
          this.#tiles.set(key, tile);
        } else {
          lacking.blocks.add(block);
          lacking.groups.add(group);
        }
      }
    }
    if (lacking.blocks.size === 0) return null;
    return {
      from: Math.min(...lacking.blocks) * TILE_ROWS,
      to: (Math.max(...lacking.blocks) + 1) * TILE_ROWS,
      columns: [...lacking.groups].flatMap((group) => this.#idsOf(group)),
    };
  }

  #idsOf(group: number): readonly string[] {
    return this.ids.slice(group * TILE_COLUMNS, (group + 1) * TILE_COLUMNS);
  }

  /** Takes in the answer to what `missing` said. */
  add({ from, columns }: Wanted, given: RowsWindow): void {
    const cells = new Map(columns.map((id, i) => [id, given.columns[i]!] as const));
    const groups = new Set(columns.map((id) => this.#groupOf.get(id)!));
    for (let start = 0; start < given.tableRows.length; start += TILE_ROWS) {
      const end = Math.min(start + TILE_ROWS, given.tableRows.length);
      const tableRows = given.tableRows.slice(start, end);
      for (const group of groups) {
        const own = new Map(
          this.#idsOf(group).map((id) => [id, piece(cells.get(id)!, start, end)] as const),
        );
        this.#tiles.set(`${(from + start) / TILE_ROWS} ${group}`, { columns: own, tableRows });
      }
    }
    for (const oldest of this.#tiles.keys()) {
      if (this.#tiles.size <= MOST_TILES) return;
      this.#tiles.delete(oldest);
    }
  }

  /** A value: a number or a text, null when missing, undefined when it is not here. */
  valueAt(position: number, id: string): number | string | null | undefined {
    const cells = this.#tileAt(position, id)?.columns.get(id);
    const value = cells?.values[position % TILE_ROWS];
    return Number.isNaN(value) ? null : value;
  }

  /** The row of the table, from 0; undefined when it is not here. */
  tableRowAt(position: number, id: string): number | undefined {
    return this.#tileAt(position, id)?.tableRows[position % TILE_ROWS];
  }

  #tileAt(position: number, id: string): Tile | undefined {
    return this.#tiles.get(`${Math.floor(position / TILE_ROWS)} ${this.#groupOf.get(id)}`);
  }
}

function piece(cells: WindowCells, from: number, to: number): WindowCells {
  return cells.kind === 'number'
    ? { kind: 'number', values: cells.values.slice(from, to) }
    : { kind: 'text', values: cells.values.slice(from, to) };
}
