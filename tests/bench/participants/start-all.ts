import { chromium } from '@playwright/test';
import { pathToFileURL } from 'node:url';
import type * as Tool from '../../../src/tooling/chromium.mjs';
import type { BenchCase } from '../work';
import { startProcess } from './line-process';
import { startInChromium, type BrowserPlace } from './ours-in-chromium';
import { PACKAGE_NAMES } from './packages';
import type { Started } from './participant';

/** A browser program with the switches of the tests, or why there is none. */
export async function findBrowser(): Promise<BrowserPlace['launch'] | { missing: string }> {
  // As a file of its own: it finds the project by where it lies.
  const file = pathToFileURL('src/tooling/chromium.mjs').href;
  const tool = (await import(/* @vite-ignore */ file)) as typeof Tool;
  const { findChromium, CHROMIUM_ARGS } = tool;
  const executablePath = findChromium();
  if (executablePath === undefined) return { missing: 'no Chromium was found' };
  return () => chromium.launch({ executablePath, args: CHROMIUM_ARGS });
}

function self(role: string, more: Parameters<typeof startProcess>[2] = {}): Promise<Started> {
  const quiet = ['--disable-warning=ExperimentalWarning'];
  return startProcess(process.execPath, [...quiet, process.argv[1]!, '--as', role], more);
}

function startPython(): Promise<Started> {
  const python = process.env['FENQUN_PYTHON'] ?? 'python3';
  return startProcess(python, ['tests/bench/participants/scikit_learn.py']);
}

/** Everybody who takes part in a case, ours first, each in a fresh process. */
export async function startAll(
  asked: BenchCase,
  browser: BrowserPlace | { readonly missing: string },
): Promise<readonly Started[]> {
  const inChromium = 'launch' in browser ? await startInChromium(browser) : browser;
  // The packages take minutes: only where a bar is set for them.
  const packages = asked.bars === undefined ? [] : PACKAGE_NAMES;
  const others = packages.map((name) => self(name, { isCutShort: true }));
  return [
    await self('ours', { hasLimits: true }),
    inChromium,
    ...(await Promise.all([startPython(), ...others])),
  ];
}
