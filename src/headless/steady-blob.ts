import { openAsBlob } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import type { SteadyBlob, SteadyFile } from '../table/read/read-source';

/**
 * A file of the disk as a blob that can also be read into memory that is there already, which spares
 * two copies of everything. A file that changed since is unreadable, as any blob of one.
 */
export async function openSteadyBlob(path: string): Promise<SteadyBlob> {
  const blob = await openAsBlob(path);
  const { mtimeMs } = await stat(path);
  const openFile = async (): Promise<SteadyFile> => {
    const handle = await open(path);
    const now = await handle.stat();
    if (now.mtimeMs === mtimeMs && now.size === blob.size) return steadyFile(handle);
    await handle.close();
    throw new DOMException('the file has changed', 'NotReadableError');
  };
  return Object.assign(blob, { openFile });
}

function steadyFile(handle: FileHandle): SteadyFile {
  return {
    async read(into, from) {
      for (let at = 0; at < into.length;) {
        const { bytesRead } = await handle.read(into, at, into.length - at, from + at);
        if (bytesRead === 0) throw new DOMException('the file is shorter', 'NotReadableError');
        at += bytesRead;
      }
    },
    close: () => handle.close(),
  };
}
