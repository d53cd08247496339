import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';

const MODULES = ['build/kernels.debug.wasm', 'build/kernels.wasm'];

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Compiles the kernels before the tests when a module is missing or older than its sources. */
export function setup(): void {
  const kernels = readdirSync('assembly', { recursive: true, encoding: 'utf8' });
  const sources = [...kernels.map((name) => `assembly/${name}`), 'asconfig.json'];
  const newest = Math.max(...sources.map(timeOf));
  if (MODULES.every((path) => timeOf(path) >= newest)) return;
  const run = spawnSync('npm', ['run', '-s', 'wasm'], { stdio: 'inherit' });
  if (run.status !== 0) throw new Error('the kernels did not compile');
}
