import type { Page } from '@playwright/test';
import { expect, type Language, type Theme } from './app';
import { violationsOf } from './axe';

const LANGUAGES: readonly Language[] = ['en', 'zh'];
const THEMES: readonly Theme[] = ['light', 'dark'];

/** Gives the page a language and a theme by its own buttons, also those that a dialog covers. */
export async function dress(page: Page, language: Language, theme: Theme): Promise<void> {
  const wanted = { lang: language === 'zh' ? 'zh-CN' : 'en', theme };
  // The buttons come back a moment after a window that was as narrow as a phone.
  await expect
    .poll(() => page.evaluate(pressTowards, wanted), { intervals: [0, 20, 50, 100] })
    .toEqual(wanted);
}

/** Presses the buttons that are still needed, and says how the page is dressed now. */
function pressTowards({ lang, theme }: { lang: string; theme: string }) {
  const html = document.documentElement;
  const buttons = [...document.querySelectorAll('button')];
  const press = (name: RegExp, of: (button: HTMLButtonElement) => string) =>
    buttons.find((button) => name.test(of(button).trim()))?.click();
  if (html.dataset.theme !== theme) {
    press(/^(换成.色|Switch to (dark|light))$/, (button) => button.ariaLabel ?? '');
  }
  if (html.lang !== lang) press(/(English|中文)$/, (button) => button.textContent);
  return { lang: html.lang, theme: html.dataset.theme };
}

export interface LookOptions {
  /** The widths that it is looked at in; else the window as it is. */
  readonly widths?: readonly number[];
  /** How a screen that has no such buttons changes its dress. */
  readonly change?: (page: Page, language: Language, theme: Theme) => Promise<void>;
}

/** Looks at screens in every language and theme, and remembers what was wrong. */
export class Looks {
  readonly screens: string[] = [];
  readonly violations: string[] = [];
  count = 0;

  async at(page: Page, screen: string, options: LookOptions = {}): Promise<void> {
    const { widths = [], change = dress } = options;
    const { width: own, height } = page.viewportSize()!;
    this.screens.push(screen);
    for (const language of LANGUAGES) {
      for (const theme of language === 'en' ? THEMES : THEMES.toReversed()) {
        // Where the window is wide; a phone has the buttons elsewhere.
        await change(page, language, theme);
        for (const width of widths.length > 0 ? widths : [own]) {
          if (width !== page.viewportSize()!.width) await resize(page, width);
          await this.#look(page, `${screen}, ${width} px, ${language}, ${theme}`);
        }
        if (page.viewportSize()!.width !== own) await page.setViewportSize({ width: own, height });
      }
    }
    await change(page, 'en', 'light');
  }

  async #look(page: Page, what: string): Promise<void> {
    this.count++;
    const folder = process.env['FENQUN_PICTURES'];
    if (folder) await page.screenshot({ path: `${folder}/${what}.png` });
    const found = [...(await violationsOf(page)), ...(await tooWide(page))];
    this.violations.push(...found.map((violation) => `${what}: ${violation}`));
    expect.soft(found, what).toEqual([]);
  }

  toString(): string {
    const { screens, count, violations } = this;
    return `axe: ${screens.length} screens, ${count} times looked, ${violations.length} violations`;
  }
}

/** A page as wide as its window: only what is made for it scrolls sideways. */
async function tooWide(page: Page): Promise<string[]> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  return scrollWidth > clientWidth ? [`${scrollWidth} px wide in ${clientWidth} px`] : [];
}

async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: width < 760 ? 844 : 800 });
  // Queries of the window are answered with the next frame.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
