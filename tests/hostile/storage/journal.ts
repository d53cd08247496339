import type { BrowserContext, Page } from '@playwright/test';
import { openBlank } from './browser';

/** A notebook that the page has called saved, and what of it is in it then. */
export interface Acknowledged {
  readonly id: string;
  readonly title: string;
  readonly cells: number;
}

/**
 * What a page has told of itself, up to the moment that it was killed. It tells as it goes: to ask
 * it would mean to kill it only when it is idle.
 */
export interface Journal {
  /** When each edit was typed; edits are counted from 1. */
  readonly typedAt: number[];
  /** The last edit that the page has called saved. */
  saved: number;
  readonly acknowledged: Acknowledged[];
  /** What the page has announced of a restore, once it is through. */
  restored: string | null;
}

type Word =
  | { readonly typed: number; readonly atMs: number }
  | { readonly saved: number }
  | { readonly acknowledged: Acknowledged }
  | { readonly restored: string };

type Told = typeof globalThis & { tell: (word: Word) => void };

/** Opens a page that keeps a journal here. */
export async function pageWithJournal(
  context: BrowserContext,
): Promise<{ readonly page: Page; readonly journal: Journal }> {
  const page = await context.newPage();
  const journal: Journal = { typedAt: [], saved: 0, acknowledged: [], restored: null };
  await page.exposeFunction('tell', (word: Word) => {
    if ('typed' in word) journal.typedAt[word.typed] = word.atMs;
    else if ('saved' in word) journal.saved = Math.max(journal.saved, word.saved);
    else if ('acknowledged' in word) journal.acknowledged.push(word.acknowledged);
    else journal.restored = word.restored;
  });
  return { page, journal };
}

/**
 * Types titles faster than a person can, in bursts, each edit with a number; tells of each and of
 * each time that the page calls them saved.
 */
export async function typeTitles(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { tell } = globalThis as Told;
    const input = document.querySelector<HTMLInputElement>('header input')!;
    const state = document.querySelector('[data-save]')!;
    let typed = 0;
    const look = () => {
      if (state.getAttribute('data-save') === 'saved') tell({ saved: typed });
    };
    new MutationObserver(look).observe(state, { attributes: true });
    const type = () => {
      typed++;
      input.value = `edit ${typed}`;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      tell({ typed, atMs: Date.now() });
      const isPause = Math.random() < 0.05;
      setTimeout(type, isPause ? 300 + Math.random() * 1200 : 20);
    };
    type();
  });
}

/** Fields that take their text when they are left; a note takes every letter. */
export const TYPED_INTO = ['title', 'sql', 'note', 'cell-title'] as const;

/** A new notebook with a note and a query, both empty, for somebody to type into. */
export async function openToType(page: Page): Promise<string> {
  const address = await openBlank(page);
  for (const name of [/^Anywhere Note/, /^Data SQL/]) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('b');
    await page.getByRole('button', { name }).first().click();
  }
  await page.waitForSelector('[data-kind=sql] [data-typing]');
  await page.waitForSelector('[data-save=saved]');
  return address;
}

/** Puts the keyboard into a field. */
async function enter(page: Page, where: (typeof TYPED_INTO)[number]): Promise<void> {
  if (where === 'title') return page.locator('header input').first().focus();
  const cell = page.locator(`[data-kind=${where === 'sql' ? 'sql' : 'note'}]`);
  // Cells far away, below a long title, are not drawn.
  await cell.scrollIntoViewIfNeeded();
  if (where === 'sql') return cell.locator('.cm-content').focus();
  if (where === 'note') {
    await cell.getByRole('button', { name: /^(Write|Edit)/ }).click();
    return cell.locator('textarea').focus();
  }
  await cell.getByTitle('Cell actions').click();
  await cell.getByRole('button', { name: 'Title of your own' }).click();
  return cell.locator('input').focus();
}

/**
 * Types words with numbers into a field that keeps the keyboard, faster than a person can and in
 * bursts; tells of each word and of each time that the page calls them saved. The words of each
 * round are its own.
 */
export async function typeWords(
  page: Page,
  where: (typeof TYPED_INTO)[number],
  round: number,
): Promise<void> {
  await enter(page, where);
  await page.evaluate((prefix) => {
    const { tell } = globalThis as Told;
    const state = document.querySelector('[data-save]')!;
    let typed = 0;
    const look = () => {
      if (state.getAttribute('data-save') === 'saved') tell({ saved: typed });
    };
    new MutationObserver(look).observe(state, { attributes: true });
    document.execCommand('selectAll');
    const type = () => {
      typed++;
      tell({ typed, atMs: Date.now() });
      document.execCommand('insertText', false, `${prefix}${typed} `);
      const isPause = Math.random() < 0.05;
      setTimeout(type, isPause ? 300 + Math.random() * 1200 : 20);
    };
    type();
  }, `r${round}w`);
}

/** The last word of a round that a text holds; 0: none. */
export function lastWord(text: string, round: number): number {
  const words = text.matchAll(new RegExp(`\\br${round}w(\\d+)`, 'g'));
  return Math.max(0, ...Array.from(words, ([, number]) => Number(number)));
}

/** Tells of every notebook that the page calls saved from now on, and of a restore that is through. */
export async function watchImports(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { tell } = globalThis as Told;
    let last = '';
    const look = () => {
      const through = [...document.querySelectorAll('[role=status] p')]
        .map((line) => line.textContent)
        .find((line) => /added, \d+ already here/.test(line));
      if (through) tell({ restored: through });
      const id = /#\/notebook\/(.+)$/.exec(location.hash)?.[1];
      if (!id || !document.querySelector('[data-save=saved]')) return;
      const title = document.querySelector<HTMLInputElement>('header input')!.value;
      const cells = document.querySelectorAll('[data-kind]').length;
      const now = JSON.stringify([id, title, cells]);
      if (now !== last) tell({ acknowledged: { id, title, cells } });
      last = now;
    };
    setInterval(look, 10);
  });
}
