import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const SOURCES = [
  'src',
  'assembly',
  'public',
  'index.html',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'vite.headless.config.ts',
  'asconfig.json',
];

/**
 * The latest change at or below a path, in milliseconds. Folders count too: their own time
 * changes when a file in them is added or deleted.
 * @param {string} path
 * @returns {number}
 */
function latestChange(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, latestChange(join(path, name))),
    stat.mtimeMs,
  );
}

/**
 * True when the built file exists and is newer than everything it is built from.
 * @param {string} built path below the folder
 */
function isFresh(built, folder = root) {
  const stat = statSync(join(folder, built), { throwIfNoEntry: false });
  if (!stat) return false;
  return SOURCES.every((source) => latestChange(join(folder, source)) <= stat.mtimeMs);
}

export const isSiteFresh = (folder = root) => isFresh('dist/index.html', folder);

export const isHeadlessFresh = (folder = root) =>
  isFresh('build/headless.js', folder) && isFresh('build/kernels.wasm', folder);
