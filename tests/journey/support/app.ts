import { expect, test as base, type Locator, type Page } from '@playwright/test';

export { expect };

export type Language = 'zh' | 'en';
export type Theme = 'light' | 'dark';

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Buffer | string;
}

/** Everything a browser complains about: errors, refused requests, policy violations. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens the start page, as someone who chose this language and theme earlier. */
export async function openStart(
  page: Page,
  language: Language,
  theme: Theme = 'light',
  site = process.env['FENQUN_SITE']!,
) {
  await page.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      localStorage.setItem('fenqun.language', chosenLanguage);
      localStorage.setItem('fenqun.theme', chosenTheme);
    },
    [language, theme] as const,
  );
  await page.goto(site);
}

/** Drops a file onto the page, as a mouse would. */
export async function dropFile(page: Page, { name, bytes }: DroppedFile): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ fileName, base64 }) => {
      const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const held = new DataTransfer();
      held.items.add(new File([content], fileName));
      return held;
    },
    { fileName: name, base64: Buffer.from(bytes).toString('base64') },
  );
  const body = page.locator('body');
  for (const kind of ['dragenter', 'dragover', 'drop']) {
    await body.dispatchEvent(kind, { dataTransfer: transfer });
  }
}

/** Drops a file on the next page while it is still starting: its script has run, nothing shows. */
export async function dropWhileStarting(page: Page, { name, bytes }: DroppedFile): Promise<void> {
  await page.addInitScript(
    ({ fileName, text }) => {
      document.addEventListener('DOMContentLoaded', () => {
        const held = new DataTransfer();
        held.items.add(new File([text], fileName));
        const at = { dataTransfer: held, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new DragEvent('drop', at));
      });
    },
    { fileName: name, text: bytes.toString() },
  );
}

/** Picks a file through the dialog of the start page. */
export async function chooseFile(page: Page, { name, bytes }: DroppedFile): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
}

/** The cell of a kind; notebooks of these journeys hold one of each. */
export function cellOf(page: Page, kind: string): Locator {
  return page.locator(`[data-kind="${kind}"]`);
}

export async function expectState(
  page: Page,
  kind: string,
  state: string,
  timeout = 60_000,
): Promise<void> {
  await expect(cellOf(page, kind)).toHaveAttribute('data-state', state, { timeout });
  await expectDrawn(page, `[data-kind="${kind}"]`);
}

/** The code of every view has come: what is read now is the whole of each result. */
async function expectDrawn(page: Page, within: string): Promise<void> {
  await expect(page.locator(`${within} [aria-busy="true"]`)).toHaveCount(0);
}

/** Everything of the proposed notebook is computed. */
export async function expectAllFresh(page: Page): Promise<void> {
  await expectState(page, 'segments', 'fresh');
  await expect(page.locator('[data-state]:not([data-state="fresh"])')).toHaveCount(0);
  await expectDrawn(page, '[data-cell]');
}

/** The document is in the browser's storage, by the word of the page. */
export async function expectSaved(page: Page, language: Language): Promise<void> {
  await expect(page.getByText(language === 'zh' ? /^已保存/ : /^Saved/).first()).toBeVisible();
}
