import { Problem, reportOf, type ProblemReport } from '../../core/problem';
import { drive } from '../drive';
import type { Link } from '../link';
import type { SqlDatabase } from './database';
import type { FromSql, SqlAnswer, ToSql } from './protocol';
import { joined } from './stream';

type Query = Extract<ToSql, { readonly kind: 'query' }>;

/** After these the database is as it was before the query. */
const HARMLESS: ReadonlySet<string> = new Set([
  'sql-failed',
  'sql-not-allowed',
  'sql-result-needs-memory',
] satisfies ProblemReport['code'][]);

/** The worker's half of the database: answers every query exactly once. */
export function serveSql(
  link: Link,
  open: (module: WebAssembly.Module) => Promise<SqlDatabase>,
): void {
  let opened: Promise<SqlDatabase> | undefined;
  let controller = new AbortController();
  const post = (message: FromSql, transfer: readonly ArrayBuffer[] = []): void =>
    link.post(message, transfer);

  async function answerTo({ statement, added, dropped }: Query): Promise<SqlAnswer> {
    let hasTables = false;
    try {
      const database = await opened!;
      for (const id of dropped) database.dropTable(id);
      for (const { id, ipc } of added) database.addTable(id, ipc);
      hasTables = true;
      const driven = await drive(database.query(statement), {
        signal: controller.signal,
        onProgress: (progress) => post({ kind: 'progress', progress }),
      });
      if (driven.status !== 'done') return { kind: 'cancelled' };
      return { kind: 'done', stream: joined(driven.value) };
    } catch (thrown) {
      const isBroken = !(thrown instanceof Problem && HARMLESS.has(thrown.code) && hasTables);
      return { kind: 'failed', problem: reportOf(thrown), isBroken };
    }
  }

  async function query(message: Query): Promise<void> {
    controller = new AbortController();
    const answer = await answerTo(message);
    // Made above for this message alone.
    const moved = answer.kind === 'done' ? [answer.stream.buffer as ArrayBuffer] : [];
    post(answer, moved);
  }

  link.listen((received) => {
    // Only the engine that started us can post here, and it posts nothing else.
    const message = received as ToSql;
    switch (message.kind) {
      case 'setup':
        opened = open(message.module);
        // A database that does not open says so to the first query.
        opened.catch(() => undefined);
        return;
      case 'query':
        return void query(message);
      case 'cancel':
        return controller.abort();
      default:
        return message satisfies never;
    }
  });
}
