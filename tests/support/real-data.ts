import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The folder of real data sets, which are too large to keep with the code. */
export const DATA_FOLDER = process.env.FENQUN_DATA;

/** Ends a test's title, so that a skipped one says what it was skipped for. */
export const WANTING = DATA_FOLDER ? '' : ' (skipped for want of FENQUN_DATA)';

/** The bytes of a real file, unpacked when its name ends in `.gz`. */
export function realFile(path: string): Uint8Array<ArrayBuffer> {
  const bytes = readFileSync(join(DATA_FOLDER ?? '', path));
  return new Uint8Array(path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
}
