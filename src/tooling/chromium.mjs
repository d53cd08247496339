import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run, runTool } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Switches for a browser that stays quiet and runs as root, without a screen or a GPU. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * True when the program opens a page. Asking for its version is not enough: Ubuntu's
 * `chromium-browser` is a script that only says where to get the browser, and a browser without
 * its libraries starts nowhere.
 * @param {string} path
 */
export function runsPages(path) {
  if (!existsSync(path)) return false;
  const profile = mkdtempSync(join(tmpdir(), 'fenqun-browser-'));
  const page = 'data:text/html,<p>opened</p>';
  const args = [...CHROMIUM_ARGS, '--headless', `--user-data-dir=${profile}`, '--dump-dom', page];
  const { stdout } = spawnSync(path, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 60_000,
  });
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return (stdout ?? '').includes('<p>opened</p>');
}

/** Where a Chromium may lie, best first. */
function* candidates() {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) yield chosen;
  for (const name of NAMES) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      if (folder) yield join(folder, name);
    }
  }
  yield* ELSEWHERE;
  const own = playwrightsOwn();
  if (own) yield own;
}

function playwrightsOwn() {
  try {
    /** @type {typeof import('@playwright/test')} */
    const { chromium } = createRequire(import.meta.url)('@playwright/test');
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** The first Chromium on this machine that opens a page, or undefined. */
export function findChromium() {
  const chosen = process.env['CHROMIUM_PATH'];
  for (const path of candidates()) {
    if (runsPages(path)) return path;
    if (path === chosen) console.warn(`CHROMIUM_PATH is ${path}, which opens no page; looking on.`);
  }
  return undefined;
}

/**
 * Finds a Chromium or installs one: Debian's package as root, else Playwright's download.
 * @returns {Promise<string | undefined>}
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && hasChromiumPackage()) {
    console.log('Installing Chromium with apt-get …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], env);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], env);
    const installed = findChromium();
    if (installed) return installed;
  }
  console.log('Downloading Chromium with Playwright …');
  const withSystemParts = isRoot && existsSync('/usr/bin/apt-get') ? ['--with-deps'] : [];
  await runTool('@playwright/test/cli.js', ['install', ...withSystemParts, 'chromium']);
  return findChromium();
}

/** Ubuntu's package of that name only installs a snap, which containers cannot run. */
function hasChromiumPackage() {
  if (!existsSync('/usr/bin/apt-get')) return false;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return !/^ID="?ubuntu"?$/m.test(release);
}

export const CHROMIUM_ADVICE = [
  'The browser tests need a Chromium, and none could be found or installed.',
  'Any of these helps:',
  '  - set CHROMIUM_PATH to a Chromium or Chrome that runs here;',
  '  - as root on Debian: apt-get install chromium;',
  '  - npx playwright install chromium, and, if its libraries are missing,',
  '    sudo npx playwright install-deps chromium.',
].join('\n');
