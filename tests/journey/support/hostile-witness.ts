import type { BrowserContext, Page } from '@playwright/test';

declare global {
  // All are set before anything of the page runs.
  /** What would not be there if every text had stayed a text, and what was put on `Object.prototype`. */
  var tracesOfTexts: () => string[];
  var tellExecuted: (what: string) => void;
  /** As steps back and forth do: the page reads its whole address again. */
  var step: (address: string) => void;
  /** Resolves, after a turn at least, once the page shows a text. */
  var untilShown: (text: string) => Promise<void>;
  /** The start page without loading the site again, whatever else is on its way. */
  var goHome: () => Promise<void>;
}

export interface Witness {
  /** Texts that were run, as they told it. */
  readonly executed: string[];
  /** Requests and steps to somewhere else. */
  readonly foreign: readonly string[];
}

/** Watches every page of a context for texts that are run. */
export async function watchTexts(context: BrowserContext, site: string): Promise<Witness> {
  const executed: string[] = [];
  const foreign: string[] = [];
  await context.exposeBinding('tellExecuted', (_source, what: string) => executed.push(what));
  await context.addInitScript(layTraps);
  await context.addInitScript(learnToStep);
  context.on('request', (request) => {
    const url = request.url();
    if (!/^(blob|data):/.test(url) && !url.startsWith(site)) foreign.push(url);
  });
  context.on('page', (page) => watchPage(page, executed));
  return { executed, foreign };
}

function watchPage(page: Page, executed: string[]): void {
  page.on('dialog', (dialog) => {
    executed.push(dialog.message());
    void dialog.dismiss();
  });
}

function layTraps(): void {
  for (const name of ['alert', 'confirm', 'prompt'] as const) {
    Object.assign(globalThis, { [name]: () => globalThis.tellExecuted(name) });
  }
  const namesNow = (): string => Object.getOwnPropertyNames(Object.prototype).sort().join();
  const before = namesNow();
  const isOdd = (element: Element, { name, value }: Attr): boolean => {
    if (/^on/i.test(name)) return true;
    if (!/^(href|src|action|formaction|data|srcdoc|xlink:href)$/i.test(name)) return false;
    // As the browser will read it: spaces, control characters and case do not hide a scheme.
    const { protocol } = URL.parse(value, element.baseURI) ?? { protocol: '' };
    return name === 'srcdoc' || /^(javascript|vbscript):$/.test(protocol);
  };
  globalThis.tracesOfTexts = () => {
    const found = [...document.querySelectorAll('*')].flatMap((element) => {
      const tag = element.tagName.toLowerCase();
      const odd = [...element.attributes].filter((attribute) => isOdd(element, attribute));
      const isActive = /^(iframe|frame|object|embed|base|form)$/.test(tag);
      return isActive || odd.length > 0 ? [`${tag} ${odd.map(({ name }) => name).join()}`] : [];
    });
    const own = namesNow();
    return own === before ? found : [...found, `Object.prototype: ${own}`];
  };
}

function learnToStep(): void {
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  const within = async (isDone: () => boolean, what: string): Promise<void> => {
    const from = performance.now();
    do {
      await turn();
      if (performance.now() - from < 30_000) continue;
      throw new Error(`nothing came of ${what}: ${document.querySelector('#app')!.textContent}`);
    } while (!isDone());
  };
  globalThis.step = (address) => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  };
  globalThis.untilShown = (text) =>
    within(() => document.querySelector('#app')!.textContent.includes(text), text);
  globalThis.goHome = async () => {
    const isHome = (): boolean =>
      document.querySelector('#what, [data-cell]') === null &&
      document.querySelector('input[type=file]') !== null &&
      location.search + location.hash === '';
    do {
      globalThis.step(location.pathname);
      // An answer to an address before may come later than the page for this one.
      await new Promise((resolve) => setTimeout(resolve, 50));
    } while (!isHome());
  };
}
