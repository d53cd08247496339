import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const NAME = 'service-worker.js';
/** 9 MB that most visits never need: kept by the page on first use. */
const LATER = /^assets\/(?:duckdb\.wasm|sql\.worker)-/;

/**
 * Writes the service worker into a built site, before its code one line with everything that the
 * site consists of: `self.precache={version, files: [[path, integrity]], later: [path]};`
 * @param {string} folder
 * @param {string} code
 */
export function writeServiceWorker(folder, code) {
  const paths = filesIn(folder).filter((path) => path !== NAME);
  const files = paths
    .filter((path) => !LATER.test(path))
    .map((path) => [path, integrityOf(readFileSync(join(folder, path)))]);
  const later = paths.filter((path) => LATER.test(path));
  const known = JSON.stringify([files, later, code]);
  const version = createHash('sha256').update(known).digest('hex').slice(0, 16);
  const precache = JSON.stringify({ version, files, later });
  writeFileSync(join(folder, NAME), `self.precache=${precache};\n${code}`);
}

/** @param {Buffer} bytes */
function integrityOf(bytes) {
  return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
}

/**
 * Every file below a folder, as the site calls it, sorted.
 * @param {string} folder
 */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.split(sep).join('/'))
    .sort();
}
