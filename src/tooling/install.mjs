import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNpm } from './run.mjs';

const OLDEST_NODE = { major: 20, minor: 19 };

/** The sentence to show when this Node is too old for the tools, or undefined when it will do. */
export function nodeComplaint(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough =
    major > OLDEST_NODE.major || (major === OLDEST_NODE.major && minor >= OLDEST_NODE.minor);
  if (isNewEnough) return undefined;
  return `Fenqun needs Node ${OLDEST_NODE.major}.${OLDEST_NODE.minor} or newer to build; this is Node ${version}. Install a newer one from https://nodejs.org and try again.`;
}

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} Locked
 * @param {string} file
 * @returns {Map<string, Locked>}
 */
function readLock(file) {
  const { packages = {} } = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(Object.entries(packages));
}

/** True when every package of the lock lies in node_modules at the locked version. */
export function isInstalled(folder = root) {
  const installedLock = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const installed = readLock(installedLock);
  for (const [path, locked] of readLock(join(folder, 'package-lock.json'))) {
    if (path === '' || locked.optional) continue;
    if (installed.get(path)?.version !== locked.version) return false;
  }
  return true;
}

/** Installs the locked packages when some are missing; resolves to whether they are there now. */
export async function installPackages() {
  if (isInstalled()) return true;
  console.log('Installing packages …');
  // The tools are development packages: a NODE_ENV=production must not leave them out.
  const exitCode = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  return exitCode === 0;
}
