import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { finish } from '../core/job';
import { READ_AUTOMATICALLY } from '../core/read-report';
import { toIpc } from '../table/ipc';
import { readTable } from '../table/read/read-table';
import { openSteadyBlob } from './steady-blob';

const folder = mkdtempSync(join(tmpdir(), 'fenqun-steady-'));
const path = join(folder, 'table.csv');
afterEach(() => rmSync(path, { force: true }));

const lines = Array.from({ length: 5000 }, (_, row) => `${row},"名 ${row % 7}",${row / 8}`);
const text = ['id,name,spend', ...lines, ''].join('\n');
const read = (blob: Blob, pieceBytes = 1000) =>
  finish(readTable({ name: 'table.csv', blob }, READ_AUTOMATICALLY, { pieceBytes }));

it('reads a file of the disk as it reads the same bytes in memory', async () => {
  writeFileSync(path, text);
  const steady = await read(await openSteadyBlob(path));
  const inMemory = await read(new Blob([text]));
  expect(Buffer.compare(toIpc(steady.value), toIpc(inMemory.value))).toBe(0);
  expect(steady.report).toEqual(inMemory.report);
});

it('is unreadable when the file changed or went away meanwhile', async () => {
  writeFileSync(path, text);
  const blob = await openSteadyBlob(path);
  const reading = readTable({ name: 'table.csv', blob }, READ_AUTOMATICALLY, { pieceBytes: 1000 });
  await reading.next();
  truncateSync(path, 2000);
  await expect(finish(reading)).rejects.toMatchObject({ code: 'file-unreadable' });
  appendFileSync(path, text);
  await expect(read(blob)).rejects.toMatchObject({ code: 'file-unreadable' });
  rmSync(path);
  await expect(read(blob)).rejects.toMatchObject({ code: 'file-unreadable' });
});
