import { spawn } from 'node:child_process';
import { root } from './run.mjs';

/** The slow tests, in turn; each is `npm run hostile:<part>`, too. */
const PARTS = ['mutants', 'promises', 'storage', 'engine', 'page'];

/**
 * Lines that tell figures: a name, a colon, and a number after it. Not those of a failed test, which
 * are indented, nor the list of tests.
 * @param {string} line
 */
export function isFigure(line) {
  return /^[^\s✓✘✗·›>❯][^:]*: .*\d/u.test(line) && !/^(Error|npm|Running|vite|Duration)/.test(line);
}

/**
 * Runs a part with its output passed through; resolves to what it told and how it ended.
 * @param {string} part
 * @returns {Promise<{ part: string, exitCode: number, minutes: number, figures: string[] }>}
 */
function runPart(part) {
  const sinceMs = Date.now();
  let text = '';
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '-s', `hostile:${part}`], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.stdout.on('data', (/** @type {Buffer} */ bytes) => {
      text += bytes;
      process.stdout.write(bytes);
    });
    child.on('error', (error) => console.error(error.message));
    child.on('close', (code) => {
      const figures = text.split('\n').filter(isFigure);
      resolve({ part, exitCode: code ?? 1, minutes: (Date.now() - sinceMs) / 60_000, figures });
    });
  });
}

async function main() {
  const done = [];
  // One part that fails does not keep the others from showing what they find.
  for (const part of PARTS) {
    console.log(`\n── ${part}`);
    done.push(await runPart(part));
  }
  console.log('\n── figures');
  for (const { part, exitCode, minutes, figures } of done) {
    console.log(`\n${part}: ${exitCode === 0 ? 'passed' : 'FAILED'} in ${minutes.toFixed(1)} min`);
    for (const figure of figures) console.log(`  ${figure}`);
  }
  process.exitCode = done.some(({ exitCode }) => exitCode !== 0) ? 1 : 0;
}

if (import.meta.url === `file://${process.argv[1]}`) await main();
