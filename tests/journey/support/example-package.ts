import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { DATA_FOLDER, NOTEBOOK_ENTRY } from '../../../src/notebook-file/bundle';
import { fileBeside } from '../../../src/notebook-file/beside';
import { parseNotebook } from '../../../src/notebook-file/parse';
import { filesOf } from '../../support/example-sources';
import type { DroppedFile } from './app';

const CELLS = fileURLToPath(new URL('../../../src/cells/', import.meta.url));

/** Every kind of cell, by its folder. */
export const KINDS: readonly string[] = readdirSync(CELLS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** The example of a kind with its data, as a file to open; `change` makes another notebook of it. */
export async function examplePackage(
  kind: string,
  change: (text: string) => string = (text) => text,
): Promise<DroppedFile> {
  const text = change(readFileSync(`${CELLS}${kind}/example.fenqun.md`, 'utf8'));
  const notebook = parseNotebook(text);
  const files: Record<string, Uint8Array> = { [NOTEBOOK_ENTRY]: strToU8(text) };
  const tables = await filesOf(notebook);
  for (const source of notebook.sources) {
    const file = tables.get(source.sha256)!;
    files[DATA_FOLDER + fileBeside(source)] = new Uint8Array(await file.arrayBuffer());
  }
  return { name: `${kind}.fenqun.zip`, bytes: Buffer.from(zipSync(files)) };
}
