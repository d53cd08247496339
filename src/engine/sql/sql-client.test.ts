import { describe, expect, it } from 'vitest';
import { createStarter } from '../../../tests/contract/engine-links';
import { finish } from '../../core/job';
import { createTable, numberColumn } from '../../table/create-table';
import { drive } from '../drive';
import { openNodeDatabase } from './open-node';
import { serveSql } from './serve-sql';
import { SqlClient } from './sql-client';

const numbers = createTable([numberColumn('n', Float64Array.from([1, 2, NaN]))]);
const tables = [{ name: 't', value: numbers }];
const never = new AbortController().signal;
// Compiled by nobody: Node's database has a module of its own.
const files = {
  worker: new Blob([]),
  module: new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)),
};

function createClient(load = () => Promise.resolve(files)) {
  const { start, started } = createStarter((link) => {
    serveSql(link, () => openNodeDatabase());
  });
  return { client: new SqlClient({ load, start }), started };
}

const sumOf = (client: SqlClient, signal = never) =>
  client.query({ sql: 'SELECT sum(n) AS s FROM t', tables }, signal);

describe('the client of the database', () => {
  it('starts nothing before the first query, and sends a table once', async () => {
    const { client, started } = createClient();
    expect(started).toEqual([]);
    await finish(sumOf(client));
    const { value } = await finish(sumOf(client));
    expect(value.rows).toBe(1);
    const queries = started[0]!.received.filter((message) => 'added' in (message as object));
    expect(queries.map((message) => (message as { added: unknown[] }).added.length)).toEqual([
      1, 0,
    ]);
  });

  it('ends a query when its worker dies, and starts another for the next', async () => {
    const { client, started } = createClient();
    await finish(sumOf(client));
    started[0]!.die('out of memory');
    expect((await finish(sumOf(client))).value.rows).toBe(1);
    expect(started).toHaveLength(2);
  });

  it('hears a cancel in the middle of a long query, and answers the next', async () => {
    const { client } = createClient();
    const stop = new AbortController();
    const sql = 'SELECT sum(a.i * b.i) AS s FROM range(300000) a(i), range(300000) b(i)';
    const long = drive(client.query({ sql, tables }, stop.signal), {
      signal: stop.signal,
      onProgress: ({ phase }) => phase === 'query' && stop.abort(),
    });
    expect((await long).status).toBe('cancelled');
    expect((await finish(sumOf(client))).value.rows).toBe(1);
  });

  it('tries to load once more after it could not', async () => {
    let tries = 0;
    const { client } = createClient(() =>
      ++tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(files),
    );
    await expect(finish(sumOf(client))).rejects.toThrow('offline');
    expect((await finish(sumOf(client))).value.rows).toBe(1);
  });
});
