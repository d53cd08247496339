import type { Job } from '../../core/job';
import { Problem } from '../../core/problem';
import type { Bindings } from './bindings';
import { problemOf } from './database-problem';
import { quoted } from './quote';
import type { Stream } from './stream';

/** A stored table as one query sees it: under a name, its columns under the names people see. */
export interface NamedTable {
  readonly id: string;
  readonly name: string;
  /** Names of its columns `c0`, `c1`, … in order. */
  readonly columns: readonly string[];
}

export interface Statement {
  readonly sql: string;
  readonly tables: readonly NamedTable[];
}

export interface Limits {
  /** For the tables and what a query needs beside them: half of what a tab can hold. */
  readonly memoryBytes: number;
  /** A result of so many bytes is there twice while it becomes a table. */
  readonly resultBytes: number;
}

const LIMITS: Limits = { memoryBytes: 1e9, resultBytes: 4e8 };

/** Nothing is read from or written to anywhere else, and nothing can change that back. */
const locks = (memoryBytes: number): readonly string[] => [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET allow_community_extensions = false',
  'SET allow_unsigned_extensions = false',
  "SET temp_directory = ''",
  // One thread: rows without an order come in the same order every time.
  'SET threads = 1',
  `SET memory_limit = '${memoryBytes / 1e6}MB'`,
  'CREATE SCHEMA store',
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

/**
 * A database in memory and in the calling thread, locked: only tables that were given to it, only
 * statements that read. Throws `Problem`s; after anything else the database is not to be trusted.
 */
export class SqlDatabase {
  readonly #bindings: Bindings;
  readonly #connection: number;
  readonly #limits: Limits;
  #views: readonly string[] = [];

  constructor(bindings: Bindings, limits: Limits = LIMITS) {
    this.#limits = limits;
    this.#bindings = bindings;
    bindings.open({ allowUnsignedExtensions: false });
    this.#connection = bindings.connect().useUnsafe((_bindings, connection) => connection);
    for (const lock of locks(limits.memoryBytes)) this.#run(lock);
  }

  /** Keeps a table (the bytes that `toIpc` wrote) under an id made of letters and digits. */
  addTable(id: string, ipc: Uint8Array): void {
    this.#guarded('', () =>
      this.#bindings.insertArrowFromIPCStream(this.#connection, ipc, {
        schema: 'store',
        name: id,
        create: true,
      }),
    );
  }

  dropTable(id: string): void {
    this.#run(`DROP TABLE IF EXISTS store.${quoted(id)} CASCADE`);
  }

  /** Runs one statement that reads; pauses every few milliseconds of the database's work. */
  async *query({ sql, tables }: Statement): Job<Stream, never> {
    this.#name(tables);
    yield { done: 0, total: 1, phase: 'query' };
    this.#checkReads(sql);
    let isOver = false;
    try {
      let head = this.#guarded(sql, () =>
        this.#bindings.startPendingQuery(this.#connection, sql, true),
      );
      while (head === null) {
        yield { done: 0.1, total: 1, phase: 'query' };
        head = this.#guarded(sql, () => this.#bindings.pollPendingQuery(this.#connection));
      }
      const stream = yield* this.#fetch(head, sql);
      isOver = true;
      return stream;
    } finally {
      if (!isOver) this.#bindings.cancelPendingQuery(this.#connection);
    }
  }

  async *#fetch(head: Uint8Array, sql: string): Job<Stream, never> {
    const { resultBytes } = this.#limits;
    const stream = [head.slice()];
    let bytes = head.length;
    for (;;) {
      const batch = this.#guarded(sql, () => this.#bindings.fetchQueryResults(this.#connection));
      if (!batch || batch.length === 0) return stream;
      // The database uses its memory again.
      stream.push(batch.slice());
      bytes += batch.length;
      if (bytes > resultBytes) {
        throw new Problem('sql-result-needs-memory', { limitBytes: resultBytes });
      }
      yield { done: 0.1 + (0.8 * bytes) / resultBytes, total: 1, phase: 'fetch' };
    }
  }

  /** Lets the tables be spoken of by these names, and by no others any more. */
  #name(tables: readonly NamedTable[]): void {
    for (const view of this.#views) this.#run(`DROP VIEW IF EXISTS ${view}`);
    this.#views = tables.map(({ name }) => `main.${quoted(name)}`);
    tables.forEach(({ id, columns }, index) => {
      const list = columns.map((column, at) => `c${at} AS ${quoted(column)}`).join(', ');
      this.#run(`CREATE VIEW ${this.#views[index]!} AS SELECT ${list} FROM store.${quoted(id)}`);
    });
  }

  /**
   * Only what reads can stand between brackets after FROM, and what ends the brackets early leaves
   * a statement of its own behind, which is refused: the database's own grammar decides.
   */
  #checkReads(sql: string): void {
    this.#guarded(sql, () => this.#prepare(sql));
    try {
      this.#prepare(`SELECT * FROM (\n${sql}\n) AS query`);
    } catch {
      const { from, to } = firstWord(sql);
      throw new Problem('sql-not-allowed', { what: sql.slice(from, to).toUpperCase(), from, to });
    }
  }

  /** Reads a statement and looks up what it names, without running it. */
  #prepare(sql: string): void {
    const prepared = this.#bindings.createPrepared(this.#connection, sql);
    this.#bindings.closePrepared(this.#connection, prepared);
  }

  #run(text: string): void {
    this.#guarded('', () => this.#bindings.runQuery(this.#connection, text));
  }

  #guarded<T>(sql: string, ask: () => T): T {
    try {
      return ask();
    } catch (thrown) {
      throw problemOf(thrown, { sql, limitBytes: this.#limits.memoryBytes });
    }
  }
}

/** Where the first word of a statement stands, behind comments. */
function firstWord(sql: string): { readonly from: number; readonly to: number } {
  const [all, before = '', word = ''] =
    /^((?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*)(\p{L}*)/u.exec(sql) ?? [];
  return word === '' ? { from: 0, to: sql.length } : { from: before.length, to: all!.length };
}
