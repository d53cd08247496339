import { stretch } from '../../core/job';
import type { Query } from '../../core/query';
import { toIpc } from '../../table/ipc';
import type { SqlDatabase } from './database';
import { resultTable } from './result-table';
import { TableShelf } from './table-shelf';

/** Queries a database in the calling thread, which is opened on first use: Node and tests. */
export function createLocalQuery(open: () => Promise<SqlDatabase>): Query {
  let opened: Promise<SqlDatabase> | undefined;
  const shelf = new TableShelf();
  return async function* ({ sql, tables }) {
    yield { done: 0, total: 1, phase: 'load-sql' };
    opened ??= open();
    const database = await opened;
    const { named, added, dropped } = shelf.take(tables);
    for (const id of dropped) database.dropTable(id);
    for (const { id, value } of added) database.addTable(id, toIpc(value));
    const stream = yield* stretch(database.query({ sql, tables: named }), 0.2, 0.7);
    return yield* stretch(resultTable(stream, tables), 0.7, 1);
  };
}
