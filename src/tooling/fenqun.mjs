import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isHeadlessFresh } from './freshness.mjs';
import { root } from './run.mjs';

const BUILD = [
  [
    'assemblyscript/bin/asc.js',
    'assembly/index.ts',
    '--config',
    'asconfig.json',
    '--target',
    'release',
  ],
  ['vite/bin/vite.js', 'build', '--config', 'vite.headless.config.ts', '--logLevel', 'warn'],
];

/** Standard output belongs to the result: what the build says goes to the other one. */
function build() {
  for (const [script = '', ...args] of BUILD) {
    const { status } = spawnSync(process.execPath, [join('node_modules', script), ...args], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) stop('The build failed; see the lines above.');
  }
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (!isHeadlessFresh()) {
  if (!existsSync(join(root, 'node_modules/vite'))) {
    stop('The packages are not installed: run "npm ci" once, then this command again.');
  }
  build();
}
const { main } = await import(pathToFileURL(join(root, 'build/headless.js')).href);
process.exitCode = await main(process.argv.slice(2));
