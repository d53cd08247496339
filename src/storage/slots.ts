/**
 * Files of bytes in one folder of the browser's private file system. A write replaces the file
 * or, when the page dies meanwhile, may leave it damaged: whoever reads it checks.
 */
export interface Slots {
  readonly list: () => Promise<string[]>;
  /** Null when there is no such file. */
  readonly read: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly write: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
}

/** Whether this browser lets a page write into its private file system; Safari before 26 does not. */
export function canWriteSlots(): boolean {
  return 'FileSystemFileHandle' in globalThis && 'createWritable' in FileSystemFileHandle.prototype;
}

/** The slots of a site in the origin private file system; made when first written to. */
export function createOpfsSlots(
  sitePath: string,
  root: () => Promise<FileSystemDirectoryHandle>,
): Slots {
  const folderName = mirrorFolderOf(sitePath);
  const existing = async () => (await root()).getDirectoryHandle(folderName).catch(nothingIfAbsent);
  return {
    list: async () => {
      const folder = await existing();
      const names: string[] = [];
      if (folder) for await (const name of folder.keys()) names.push(name);
      return names;
    },
    read: async (name) => {
      const file = await (await existing())?.getFileHandle(name).catch(nothingIfAbsent);
      return file ? new Uint8Array(await (await file.getFile()).arrayBuffer()) : null;
    },
    write: async (name, bytes) => {
      const folder = await (await root()).getDirectoryHandle(folderName, { create: true });
      const file = await folder.getFileHandle(name, { create: true });
      // Written beside the file and put in its place when closed.
      const stream = await file.createWritable();
      await stream.write(bytes);
      await stream.close();
    },
    remove: async (name) => {
      await (await existing())?.removeEntry(name).catch(nothingIfAbsent);
    },
  };
}

/** The folder of a site at a path: as with the database, for ever. */
export function mirrorFolderOf(sitePath: string): string {
  return `fenqun mirror ${encodeURIComponent(sitePath.slice(0, sitePath.lastIndexOf('/') + 1))}`;
}

function nothingIfAbsent(thrown: unknown): null {
  if (thrown instanceof Error && thrown.name === 'NotFoundError') return null;
  throw thrown;
}

/** Slots that last as long as the page, for tests. */
export function createMemorySlots(): Slots {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    list: async () => [...files.keys()],
    read: async (name) => files.get(name) ?? null,
    write: async (name, bytes) => void files.set(name, bytes.slice()),
    remove: async (name) => void files.delete(name),
  };
}
