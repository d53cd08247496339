import type { Notebook, Source } from '../../core/notebook';
import type { Documents } from '../../engine/documents';
import type { Engine } from '../../engine/port';
import { hashOf } from '../../core/fingerprint';
import { fileBeside } from '../../notebook-file/beside';
import type { Foreign, ForeignNotebook } from '../../notebook-file/read-document';
import { parseResults, RESULTS_ENTRY, type PackedResult } from '../../notebook-file/results';
import type { Store } from '../../storage/port';
import { fetchTable } from '../table-address';

/** Where a notebook came from that was not made here. */
export interface Arrival {
  readonly from: 'file' | 'link' | 'site';
  /** Of the file, or its path; empty for links. */
  readonly name: string;
  /** How many results came with it and fit it. */
  readonly results?: number;
  /** Results came with it and are not what was written. */
  readonly hasBadResults?: boolean;
  /** Files that lie where its data should, with other content. */
  readonly badFiles?: readonly string[];
}

export interface ForeignPorts {
  readonly documents: Documents;
  readonly engine: Pick<Engine, 'addFile'>;
  readonly store: Pick<Store, 'saveDataset' | 'readDataset'>;
}

const NOTEBOOK_LIMIT_BYTES = 256 * 1024 * 1024;
const DATA_LIMIT_BYTES = 512 * 1024 * 1024;

export const isBundle = (name: string): boolean => /\.zip$/i.test(name);

/** How a file that may be a notebook is read. */
export function foreignOf(file: Blob, name: string): Foreign {
  return { kind: isBundle(name) ? 'bundle' : 'notebook', file };
}

/** Keeps those of the files that came along which are the notebook's data; the hash tells. */
export async function keepData(
  { notebook, data }: ForeignNotebook,
  ports: ForeignPorts,
): Promise<void> {
  for (const file of data) await keepIfWanted(file, notebook, ports);
}

/** Whether a file is the data of one of the sources; if so it is kept. */
async function keepIfWanted(
  file: Blob,
  { sources }: Notebook,
  { engine, store }: ForeignPorts,
): Promise<boolean> {
  const added = await engine.addFile(file);
  const source = sources.find(({ sha256 }) => sha256 === added.sha256);
  // A full disk: the engine has it for this visit.
  if (source) await store.saveDataset({ name: source.name, ...added }, file).catch(() => undefined);
  return source !== undefined;
}

/**
 * The notebook at a path beside the site. Asked of the site each time; without a network the copy
 * from last time. Throws a `Problem`.
 */
export async function fetchBeside(path: string, ports: ForeignPorts): Promise<ForeignNotebook> {
  const url = addressOf(path);
  const { caches } = globalThis as { caches?: CacheStorage };
  const kept = await caches?.open(`fenqun-beside ${addressOf('.')}`).catch(() => undefined);
  const name = path.split('/').at(-1) ?? path;
  const file = await fetched(url, name, NOTEBOOK_LIMIT_BYTES).catch(async (thrown: unknown) => {
    const copy = await kept?.match(url);
    if (!copy) throw thrown;
    return copy.blob();
  });
  const document = await ports.documents.read(foreignOf(file, name), name);
  await kept?.put(url, new Response(file)).catch(() => undefined);
  return document;
}

export interface DataBeside {
  /** All data of the notebook are here. */
  readonly isWhole: boolean;
  /** Files that are there and are not what the notebook was made with. */
  readonly badFiles: readonly string[];
}

/** Fetches the data that lie beside a notebook and are not here yet. */
export async function fetchData(
  notebook: Notebook,
  path: string,
  ports: ForeignPorts,
): Promise<DataBeside> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  let isWhole = true;
  const badFiles: string[] = [];
  for (const source of notebook.sources) {
    if (await hasData(source, ports)) continue;
    const name = fileBeside(source);
    const url = addressOf(folder + encodeURIComponent(name));
    const file = await fetched(url, name, DATA_LIMIT_BYTES).catch(() => null);
    const isRight = file !== null && (await keepIfWanted(file, notebook, ports));
    if (file && !isRight) badFiles.push(name);
    isWhole &&= isRight;
  }
  return { isWhole, badFiles };
}

/**
 * The results that a site was published with, which lie beside its notebook; null where they are
 * not what was written.
 * @param hash of their text, as the page of the site has it
 */
export async function fetchResults(
  path: string,
  hash: string,
): Promise<readonly PackedResult[] | null> {
  const url = addressOf(path.slice(0, path.lastIndexOf('/') + 1) + RESULTS_ENTRY);
  const file = await fetched(url, RESULTS_ENTRY, DATA_LIMIT_BYTES).catch(() => null);
  const text = (await file?.text()) ?? '';
  return hashOf(text) === hash ? parseResults(text) : null;
}

async function hasData({ sha256 }: Source, { store }: ForeignPorts): Promise<boolean> {
  return (await store.readDataset(sha256).catch(() => null)) !== null;
}

/** The address of a path from the page's folder. */
function addressOf(path: string): string {
  return new URL(path, new URL('.', location.href)).href;
}

function fetched(url: string, name: string, limitBytes: number): Promise<File> {
  const { signal } = new AbortController();
  return fetchTable({ url, name }, { signal, onProgress: () => undefined, limitBytes });
}
