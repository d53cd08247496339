import { strFromU8, unzipSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { Problem } from '../core/problem';
import { RESULTS_ENTRY } from './results';
import { crc32, listZip } from './zip-list';

export const BUNDLE_LIMITS = {
  /** Bytes of the file as it lies there. */
  packed: 256 * 1024 * 1024,
  /** Bytes of all that is in it. */
  unpacked: 1024 * 1024 * 1024,
  /** Of the notebook in it: three bytes a character at most. */
  notebook: 12 * 1024 * 1024,
  entries: 1000,
} as const;

/** A byte of a deflated stream stands for at most so many (RFC 1951: 258 by two bits). */
const MOST_SAVED = 1032;

/** The notebook's place in a bundle; the files of its data lie in a folder beside it. */
export const NOTEBOOK_ENTRY = 'notebook.fenqun.md';
export const DATA_FOLDER = 'data/';

/** What a bundle holds: the notebook's text, and files that may be its data. */
export interface Bundle {
  readonly text: string;
  readonly data: readonly Blob[];
  /** The text of the results that came along; empty: none. */
  readonly results: string;
}

/**
 * Reads a bundle. Only the notebook and what lies right in `data/` is unpacked, each within what
 * the limits leave; nothing is ever written under a name from the file. Throws `bundle-invalid`,
 * which names the member that is damaged.
 */
export function readBundle(bytes: Uint8Array): Bundle {
  if (bytes.length > BUNDLE_LIMITS.packed) refuse('too-large');
  const entries = unpack(bytes);
  const notebook = entries.get(NOTEBOOK_ENTRY);
  if (!notebook) return refuse('no-notebook');
  const files = [...entries]
    .filter(([name]) => name.startsWith(DATA_FOLDER))
    .map(([, content]) => new Blob([content]));
  const results = entries.get(RESULTS_ENTRY);
  return { text: strFromU8(notebook), data: files, results: results ? strFromU8(results) : '' };
}

function unpack(bytes: Uint8Array): Map<string, Uint8Array<ArrayBuffer>> {
  const wanted = wantedNames(bytes);
  const crcs = new Map(listZip(bytes).map(({ name, crc }) => [name, crc]));
  const unpacked = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const member of wanted) {
    const content = unpackOne(bytes, member);
    const crc = crcs.get(member);
    if (crc !== undefined && crc !== crc32(content)) refuse('damaged', member);
    unpacked.set(member, content);
  }
  return unpacked;
}

/** The members to unpack, within the limits; nothing is unpacked for it. */
function wantedNames(bytes: Uint8Array): Set<string> {
  const wanted = new Set<string>();
  let unpacked = 0;
  let count = 0;
  guarded(() =>
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (++count > BUNDLE_LIMITS.entries) refuse('too-many-files');
        if (name !== NOTEBOOK_ENTRY && name !== RESULTS_ENTRY && !isData(name)) return false;
        // Room is made for what the list claims: no more than deflating can have saved.
        if (originalSize > size * MOST_SAVED) refuse('damaged', name);
        if (wanted.has(name)) refuse('file-twice', name);
        wanted.add(name);
        unpacked += originalSize;
        const isTooLarge = name === NOTEBOOK_ENTRY && originalSize > BUNDLE_LIMITS.notebook;
        if (isTooLarge || unpacked > BUNDLE_LIMITS.unpacked) refuse('unpacks-too-large', name);
        return false;
      },
    }),
  );
  return wanted;
}

function unpackOne(bytes: Uint8Array, member: string): Uint8Array<ArrayBuffer> {
  const files = guarded(() => unzipSync(bytes, { filter: ({ name }) => name === member }), member);
  return files[member] ?? refuse('damaged', member);
}

function guarded<T>(read: () => T, member?: string): T {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    return refuse('damaged', member);
  }
}

/** Right in the folder, under a plain name. */
function isData(name: string): boolean {
  const rest = name.slice(DATA_FOLDER.length);
  return name.startsWith(DATA_FOLDER) && rest !== '' && !/[/\\]/.test(rest) && rest !== '..';
}

function refuse(reason: string, member?: string): never {
  throw new Problem('bundle-invalid', { reason, ...(member === undefined ? {} : { member }) });
}

/** A file on its way into a zip. */
export interface PackedFile {
  readonly path: string;
  readonly content: Blob;
}

/** What is packed already only grows by packing it again. */
const PACKED = /\.(?:gz|zip|xlsx?|xlsb|ods|parquet|png|jpe?g|woff2?)$/i;

/** The same files give the same bytes, whenever they are packed. */
const WHEN = new Date(1980, 0, 1);

/** Packs files one after another, a piece at a time: no file lies in memory as a whole. */
export async function packFiles(
  files: readonly PackedFile[],
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Blob> {
  const pieces: BlobPart[] = [];
  const total = files.reduce((sum, { content }) => sum + content.size, 0);
  let done = 0;
  let failure: unknown = null;
  const zip = new Zip((error, piece) => {
    if (error) failure = error;
    else pieces.push(piece as Uint8Array<ArrayBuffer>);
  });
  for (const { path, content } of files) {
    const entry = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    entry.mtime = WHEN;
    zip.add(entry);
    const reader = content.stream().getReader();
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      entry.push(step.value);
      done += step.value.length;
      onProgress(done, total);
    }
    entry.push(new Uint8Array(0), true);
    if (failure) throw failure;
  }
  zip.end();
  return new Blob(pieces, { type: 'application/zip' });
}
