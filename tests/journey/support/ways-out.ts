/**
 * Tries every way that code in a page or a worker has to send something to another origin and
 * tells what became of each: `refused …`, `reached`, or `none` where there is no such way. Runs
 * in the browser, so it may use nothing of this file.
 */
export async function tryWaysOut(target: string): Promise<Record<string, string>> {
  const outcomes: Record<string, string> = {};
  const attempt = async (way: string, go: () => unknown): Promise<void> => {
    try {
      outcomes[way] = (await go()) === 'none' ? 'none' : 'reached';
    } catch (error) {
      outcomes[way] = `refused: ${error instanceof Error ? error.name : 'error'}`;
    }
  };
  const settled = (thing: EventTarget, good: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      thing.addEventListener(good, resolve);
      thing.addEventListener('error', () => reject(new Error('refused')));
    });
  const scope = globalThis as unknown as {
    importScripts?: (url: string) => void;
    document?: Document;
  };
  const { document } = scope;

  await attempt('fetch', () => fetch(`${target}fetch`));
  await attempt('fetch without CORS', () => fetch(`${target}opaque`, { mode: 'no-cors' }));
  await attempt('XMLHttpRequest', () => {
    const request = new XMLHttpRequest();
    request.open('POST', `${target}xhr`);
    request.send('rows');
    return settled(request, 'load');
  });
  await attempt('WebSocket', () => {
    return settled(new WebSocket(`${target.replace('http', 'ws')}socket`), 'open');
  });
  await attempt('EventSource', () => settled(new EventSource(`${target}events`), 'open'));
  await attempt('import', () => import(`${target}module.js`));
  await attempt('importScripts', () => {
    if (!document && scope.importScripts) return scope.importScripts(`${target}script.js`);
    return 'none';
  });
  await attempt('worker', () => {
    const source = `fetch(${JSON.stringify(`${target}worker`)})`;
    return new Worker(URL.createObjectURL(new Blob([source])));
  });
  await attempt('sendBeacon', () => {
    if (!document) return 'none';
    // A beacon is queued silently; what counts is whether it arrives.
    navigator.sendBeacon(`${target}beacon`, 'rows');
    throw new Error('unknown');
  });
  for (const tag of ['img', 'script', 'iframe', 'link'] as const) {
    await attempt(tag, () => {
      if (!document) return 'none';
      const element = document.createElement(tag);
      // A frame says that it loaded also when it was refused; what counts is what arrives.
      const isSilent = element instanceof HTMLIFrameElement;
      const loaded = isSilent ? new Promise(() => undefined) : settled(element, 'load');
      if (element instanceof HTMLLinkElement) {
        Object.assign(element, { rel: 'stylesheet', href: `${target}${tag}` });
      } else Object.assign(element, { src: `${target}${tag}` });
      document.head.append(element);
      const giveUp = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 500));
      return Promise.race([loaded, giveUp]).finally(() => element.remove());
    });
  }
  return outcomes;
}
