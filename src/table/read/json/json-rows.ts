import { Problem } from '../../../core/problem';
import type { DamagedLine } from '../../../core/read-report';
import { textOfCell, type JsCell } from '../cell-rows';
import { COLUMNS_LIMIT } from '../columns-limit';
import { detectLayout, uniqueNames } from '../layout';
import { beginningOf, DAMAGED_SHOWN } from '../row-collector';
import type { RowSample } from '../row-sample';
import type { RowsRead } from '../settle-table';
import { TextStore } from '../text-store';
import type { JsonNode } from './parse-json';

/** Objects within objects become columns `a.b`, this deep; what lies deeper stays JSON text. */
const FLATTEN_DEPTH = 8;
const SAMPLE_ROWS = 100;
/** Between the values of a list, which is one cell of several values. */
const LIST_SIGN = ';';

/**
 * Rows of JSON, put into columns: objects by their keys, in the order in which keys first appear,
 * an object within as `outer.inner`; lists by their places. A list of plain values within a row is
 * one cell, `a;b`; a list of anything else stays JSON text. What a row lacks is missing.
 */
export class JsonRows implements RowsRead {
  private readonly stores = new Map<string, TextStore>();
  readonly damaged: DamagedLine[] = [];
  damagedCount = 0;
  rowsRead = 0;
  rowsInFile = 0;
  private readonly unread: number[] = [];
  /** The first rows of a list of lists, until it is known which of them names the columns. */
  private lists: JsonNode[][] | null = [];
  private listNames: readonly string[] = [];
  hasHeaderRow = false;

  constructor(
    private readonly name: string,
    private readonly sample: RowSample | null = null,
  ) {}

  get names(): string[] {
    return [...this.stores.keys()];
  }

  get columns(): readonly TextStore[] {
    return [...this.stores.values()];
  }

  fileRowOf(row: number): number {
    let fileRow = (this.sample?.rows[row] ?? row) + 1;
    for (const unread of this.unread) {
      if (unread > fileRow) break;
      fileRow++;
    }
    return fileRow;
  }

  take(row: JsonNode): void {
    if (Array.isArray(row)) this.takeList(row as JsonNode[]);
    else if (row instanceof Map) this.takeObject(row as ReadonlyMap<string, JsonNode>);
    else this.refuse(textOfNode(row), 'not-a-row');
  }

  refuse(text: string, reason: string): void {
    this.rowsInFile++;
    this.unread.push(this.rowsInFile);
    this.damagedCount++;
    if (this.damaged.length >= DAMAGED_SHOWN) return;
    const beginning = beginningOf(new TextEncoder().encode(text.slice(0, 400)));
    this.damaged.push({ row: this.rowsInFile, reason, text: beginning });
  }

  /** All rows are there. */
  finish(): void {
    if (this.lists !== null && this.lists.length > 0) this.beginLists(this.lists);
    if (this.sample !== null) this.keep(this.sample.shrink());
    for (const store of this.stores.values()) this.fill(store);
  }

  /** A row is there: true when it is to be kept, for now. */
  private begins(): boolean {
    this.rowsInFile++;
    return this.sample?.takesNext() ?? true;
  }

  private ends(): void {
    this.rowsRead++;
    if (this.sample?.isFull) this.keep(this.sample.shrink());
  }

  private keep(stays: Uint8Array | null): void {
    if (stays === null || this.sample === null) return;
    for (const store of this.stores.values()) {
      this.fill(store);
      store.keepRows(stays);
    }
    this.rowsRead = this.sample.rows.length;
  }

  private takeObject(row: ReadonlyMap<string, JsonNode>): void {
    if (!this.begins()) return;
    this.flatten(row, '', 0);
    this.ends();
  }

  private flatten(row: ReadonlyMap<string, JsonNode>, prefix: string, depth: number): void {
    for (const [key, value] of row) {
      const name = prefix + key;
      if (value instanceof Map && value.size > 0 && depth < FLATTEN_DEPTH) {
        this.flatten(value as ReadonlyMap<string, JsonNode>, `${name}.`, depth + 1);
      } else this.put(name, textOfNode(value));
    }
  }

  private takeList(row: JsonNode[]): void {
    if (this.lists === null) return this.putList(row);
    this.lists.push(row);
    if (this.lists.length >= SAMPLE_ROWS) this.beginLists(this.lists);
  }

  private beginLists(lists: JsonNode[][]): void {
    const records = lists.map((list) => list.map(textOfNode));
    const lines = records.map((_, i) => i + 1);
    const layout = detectLayout({ records, lines, hasSeparatorLine: false }, 'auto');
    this.listNames = layout.names;
    this.hasHeaderRow = layout.headerRow > 0;
    this.lists = null;
    for (const list of lists.slice(layout.dataFrom)) this.putList(list);
  }

  private putList(row: JsonNode[]): void {
    if (row.length > this.listNames.length) {
      return this.refuse(textOfNode(row), 'too-many-values');
    }
    if (!this.begins()) return;
    this.listNames.forEach((name, i) => this.put(name, textOfNode(row[i] ?? null)));
    this.ends();
  }

  private put(name: string, text: string): void {
    let store = this.stores.get(name);
    if (store === undefined) {
      if (this.stores.size >= COLUMNS_LIMIT) {
        const columns = this.stores.size + 1;
        throw new Problem('file-too-wide', { name: this.name, columns, limit: COLUMNS_LIMIT });
      }
      store = new TextStore();
      this.stores.set(name, store);
    }
    this.fill(store);
    // Of two members that flatten to one name, the first stays.
    if (store.rows === this.rowsRead) store.addText(text);
  }

  /** A column that earlier rows lack begins with missing values. */
  private fill(store: TextStore): void {
    while (store.rows < this.rowsRead) store.addMissing();
  }
}

/** Column names as people see them: JSON keys may be empty, long or full of spaces. */
export function shownNames(keys: readonly string[]): string[] {
  return uniqueNames(keys.map((key) => key.replace(/\s+/g, ' ').trim().slice(0, 200)));
}

function textOfNode(node: JsonNode): string {
  if (Array.isArray(node)) {
    const values = node as readonly JsonNode[];
    const isPlain = values.every((value) => typeof value !== 'object' || value === null);
    return isPlain ? values.map(textOfNode).join(LIST_SIGN) : JSON.stringify(toPlain(node));
  }
  return node instanceof Map ? JSON.stringify(toPlain(node)) : textOfCell(node as JsCell);
}

function toPlain(node: JsonNode): unknown {
  if (Array.isArray(node)) return (node as readonly JsonNode[]).map(toPlain);
  if (!(node instanceof Map)) return node;
  const members = [...(node as ReadonlyMap<string, JsonNode>)];
  return Object.fromEntries(members.map(([key, value]) => [key, toPlain(value)]));
}
