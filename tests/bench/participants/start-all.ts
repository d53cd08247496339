import { pathToFileURL } from 'node:url';
import type * as Tool from '../../../src/tooling/chromium.mjs';
import type { BenchCase } from '../work';
import { startProcess } from './line-process';
import { startInChromium, type BrowserPlace } from './ours-in-chromium';
import { proverOf } from './ours-in-node';
import { PACKAGE_NAMES } from './packages';
import type { Prover, Started } from './participant';

/** Either a browser to measure in, or why there is none. */
export type Browsing = BrowserPlace | { readonly missing: string };

/** A browser program with the switches of the tests, to look at the page at this address. */
export async function findBrowser(address: string): Promise<Browsing> {
  // As a file of its own: it finds the project by where it lies.
  const file = pathToFileURL('src/tooling/chromium.mjs').href;
  const tool = (await import(/* @vite-ignore */ file)) as typeof Tool;
  const { findChromium, CHROMIUM_ARGS } = tool;
  const executablePath = findChromium();
  if (executablePath === undefined) return { missing: 'our engine in Chromium: none was found' };
  // Processes that only measure need not carry it.
  const { chromium } = await import('@playwright/test');
  return { launch: () => chromium.launch({ executablePath, args: CHROMIUM_ARGS }), address };
}

function startSelf(role: string) {
  return startProcess(process.execPath, [process.argv[1]!, '--as', role]);
}

function startPython(): Promise<Started> {
  const python = process.env['FENQUN_PYTHON'] ?? 'python3';
  return startProcess(python, ['tests/bench/participants/scikit_learn.py']);
}

async function startPackage(name: string): Promise<Started> {
  const started = await startSelf(name);
  return 'missing' in started ? started : { ...started, isCutShort: true };
}

/** Our engine in Node and in Chromium, each in a fresh process. */
export async function startOurs(
  browser: Browsing,
): Promise<readonly (Prover | { readonly missing: string })[]> {
  const inNode = await startSelf('ours');
  return [
    'missing' in inNode ? inNode : proverOf(inNode),
    'missing' in browser ? browser : await startInChromium(browser),
  ];
}

/** Everybody who takes part in a case, ours first, each in a fresh process. */
export async function startAll(asked: BenchCase, browser: Browsing): Promise<readonly Started[]> {
  // The packages take minutes: only where a bar is set for them.
  const packages = asked.bars === undefined ? [] : PACKAGE_NAMES;
  const peers = [startPython(), ...packages.map(startPackage)];
  return [...(await startOurs(browser)), ...(await Promise.all(peers))];
}
