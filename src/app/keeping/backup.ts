import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { isJsonObject, type Json, type JsonObject } from '../../core/json';
import { setTitle, type Notebook } from '../../core/notebook';
import { Problem } from '../../core/problem';
import type { Keep, SaveRequest, Store } from '../../storage/port';
import { fileNameOf } from '../download';

export interface BackupPorts {
  readonly store: Store;
  readonly parseNotebook: (text: string) => Promise<Notebook>;
  readonly writeNotebook: (notebook: Notebook) => Promise<string>;
  readonly now: () => number;
  readonly newId: () => string;
  /** The title of what is in the backup and differs from what is here. */
  readonly copyTitle: (title: string) => string;
}

/** What a restore did; nothing that was here is changed by it. */
export interface Restored {
  readonly added: readonly string[];
  /** Here already, the same. */
  readonly same: readonly string[];
  /** Here already, but different: added beside it under another title. */
  readonly copied: readonly string[];
  /** Files of the backup that could not be read. */
  readonly damaged: readonly string[];
  readonly datasets: number;
}

const INDEX = 'fenqun-backup.json';
/** More than any backup of ours; a file that unpacks to more is not one. */
const LIMIT_BYTES = 2 ** 31;

/**
 * Everything that is kept here, as one file: notebooks, named versions and, if wished, data.
 * `onShare` hears which share of it is read.
 */
export async function makeBackup(
  ports: BackupPorts,
  hasDatasets: boolean,
  onShare: (share: number) => void = () => undefined,
): Promise<Blob> {
  const { store, writeNotebook, now } = ports;
  const files: Record<string, Uint8Array | [Uint8Array, { level: 0 }]> = {};
  const notebooks: Json[] = [];
  const heads = await store.listNotebooks();
  const kept = hasDatasets ? await store.listDatasets() : [];
  const told = (done: number) => onShare(done / (heads.length + kept.length));
  for (const [i, { id, summary }] of heads.entries()) {
    told(i);
    const opened = await store.openNotebook(id);
    if (!opened) continue;
    const place = String(i + 1).padStart(3, '0');
    const file = `notebooks/${place} ${fileNameOf(opened.notebook.title)}`;
    files[file] = strToU8(await writeNotebook(opened.notebook));
    const versions: Json[] = [];
    for (const { number, name, atMs, reason } of (await store.listVersions(id)).reverse()) {
      const state = reason === 'named' ? await store.openVersion(id, number) : null;
      if (!state) continue;
      const versionFile = `versions/${place}/${number} ${fileNameOf(name)}`;
      files[versionFile] = strToU8(await writeNotebook(state));
      versions.push({ file: versionFile, name, atMs });
    }
    // What tells that a notebook is sealed, and by which key; of others it is not kept.
    const isSealed = isJsonObject(summary) && summary.sealed !== undefined;
    const sealed = isSealed ? { sealed: summary } : {};
    notebooks.push({ id, file, versions, ...sealed });
  }
  const datasets: Json[] = [];
  for (const [i, { sha256, name }] of kept.entries()) {
    told(heads.length + i);
    const blob = await store.readDataset(sha256);
    if (!blob) continue;
    files[`data/${sha256}`] = [new Uint8Array(await blob.arrayBuffer()), { level: 0 }];
    datasets.push({ sha256, name });
  }
  const index = { format: 1, madeMs: now(), notebooks, datasets };
  files[INDEX] = strToU8(JSON.stringify(index, null, 1));
  return new Blob([zipSync(files)], { type: 'application/zip' });
}

/** Adds what a backup holds to what is here. Throws a `Problem` when the file is no backup. */
export async function restoreBackup(ports: BackupPorts, backup: File): Promise<Restored> {
  const files = unpacked(backup.name, new Uint8Array(await backup.arrayBuffer()));
  const index = indexOf(backup.name, files);
  const done = { added: [], same: [], copied: [], damaged: [] } as Record<
    'added' | 'same' | 'copied' | 'damaged',
    string[]
  >;
  for (const entry of listOf(index.notebooks)) {
    const file = String(entry.file);
    const notebook = await parsed(ports, files[file]);
    if (!notebook) {
      done.damaged.push(file);
      continue;
    }
    const keep: Keep[] = [];
    for (const version of listOf(entry.versions)) {
      const state = await parsed(ports, files[String(version.file)]);
      if (!state) done.damaged.push(String(version.file));
      else
        keep.push({
          notebook: state,
          reason: 'named',
          name: String(version.name),
          atMs: Number(version.atMs),
        });
    }
    const { sealed: summary = null } = entry;
    const how = await addNotebook(ports, { id: String(entry.id), notebook, keep, summary });
    done[how].push(notebook.title);
  }
  let datasets = 0;
  for (const { sha256, name } of listOf(index.datasets)) {
    const bytes = files[`data/${String(sha256)}`];
    if (!bytes) continue;
    const known = { sha256: String(sha256), name: String(name), sizeBytes: bytes.length };
    await ports.store.saveDataset(known, new Blob([bytes]));
    datasets++;
  }
  return { ...done, datasets };
}

/** Adds a notebook under its own id, or beside another state of it under a new one. */
async function addNotebook(
  { store, newId, copyTitle, writeNotebook }: BackupPorts,
  {
    id,
    notebook,
    keep,
    summary,
  }: Pick<SaveRequest, 'id' | 'notebook' | 'summary'> & { readonly keep: Keep[] },
): Promise<'added' | 'same' | 'copied'> {
  const known = await store.openNotebook(id);
  if (known && (await writeNotebook(known.notebook)) === (await writeNotebook(notebook)))
    return 'same';
  const request = { notebook, basedOn: 0, summary, keep };
  if (!known && (await store.saveNotebook({ ...request, id })).status === 'saved') return 'added';
  const copy = setTitle(notebook, copyTitle(notebook.title));
  await store.saveNotebook({ ...request, id: newId(), notebook: copy });
  return 'copied';
}

function unpacked(name: string, bytes: Uint8Array): Record<string, Uint8Array<ArrayBuffer>> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > LIMIT_BYTES)
          throw new Problem('file-unpacks-too-large', { name, limitBytes: LIMIT_BYTES });
        return true;
      },
    });
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    throw new Problem('backup-invalid', { name });
  }
}

function indexOf(name: string, files: Record<string, Uint8Array>): JsonObject {
  try {
    const bytes = Object.hasOwn(files, INDEX) ? files[INDEX] : undefined;
    const index = bytes && (JSON.parse(strFromU8(bytes)) as unknown);
    if (isJsonObject(index) && index.format === 1) return index;
  } catch {
    // Told below.
  }
  throw new Problem('backup-invalid', { name });
}

function listOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

async function parsed(
  { parseNotebook }: BackupPorts,
  bytes: Uint8Array | undefined,
): Promise<Notebook | null> {
  if (!bytes) return null;
  return parseNotebook(strFromU8(bytes)).catch(() => null);
}
