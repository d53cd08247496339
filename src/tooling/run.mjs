import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs a program in the project's folder with its output passed through and nothing to read.
 * Resolves to its exit code; a program that cannot be started counts as 127.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @returns {Promise<number>}
 */
export function run(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs the npm that started us, or the one in PATH.
 * @param {readonly string[]} args
 */
export function runNpm(args) {
  const npm = process.env['npm_execpath'];
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args]);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

/**
 * Runs the program of an installed package.
 * @param {string} script path below node_modules, e.g. `vite/bin/vite.js`
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
export function runTool(script, args, env) {
  return run(process.execPath, [`node_modules/${script}`, ...args], env);
}
