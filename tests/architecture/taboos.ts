import type { Source } from './sources';

/**
 * The files that ask the network: for the kernels and the workers, before the page is ready; for a
 * table of this site, when somebody types its address.
 */
const FETCHING = [
  'src/engine/load-parts.ts',
  'src/app/table-address.ts',
  // The service worker keeps the site before the page is ready.
  'src/offline/site.worker.ts',
  'src/offline/answer.ts',
];

const NETWORK = [
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'XMLHttpRequest',
  'sendBeacon',
  'EventSource',
  'RTCPeerConnection',
  'importScripts',
  'SharedWorker',
];

/** A worker proves its cover by showing that text cannot become code there. */
const PROBE = 'src/engine/link.ts';

const RAW_HTML = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'createContextualFragment'];

const PURE =
  /^src\/(core|kernels|metrics|table|algorithms|samples|notebook-file|proposal)\/|^src\/cells\/[^/]+\/(compute|definition|text|face)\.ts$|\/layout[^/]*\.ts$/;

const VAGUE = /^(utils?|helpers?|common|misc|manager|service|handler|data|info)$/;

const inCode = (source: Source): boolean => !/\.test\.ts$/.test(source.path);

/** Files that reach for the network although they are not of those that may. */
export function networkUses(sources: readonly Source[]): string[] {
  return sources.filter(inCode).flatMap((source) => {
    const found = NETWORK.filter((name) => source.names.has(name));
    if (source.names.has('fetch') && !FETCHING.includes(source.path)) found.push('fetch');
    return found.map((name) => `${source.path} uses ${name}`);
  });
}

/** Ways to run text as code or as markup, which the policy refuses or should never see. */
export function textAsCode(sources: readonly Source[]): string[] {
  return sources.filter(inCode).flatMap((source) => {
    const found = RAW_HTML.filter((name) => source.names.has(name));
    if (source.names.has('eval')) found.push('eval');
    if (source.uses.has('new Function') && source.path !== PROBE) found.push('new Function');
    if (source.uses.has('document.write')) found.push('document.write');
    if (source.markup.includes('{@html')) found.push('{@html');
    if (/\sstyle\s*=/.test(source.markup)) found.push('style="" (use style:property)');
    return found.map((name) => `${source.path} uses ${name}`);
  });
}

/** Chance and clocks where the same input must give the same answer. */
export function chanceAndClocks(sources: readonly Source[]): string[] {
  return sources.filter(inCode).flatMap((source) => {
    const found = source.uses.has('Math.random') ? ['Math.random'] : [];
    if (PURE.test(source.path)) {
      found.push(...['Date.now', 'performance.now'].filter((name) => source.uses.has(name)));
    }
    return found.map((name) => `${source.path} uses ${name}`);
  });
}

/** Charts draw numbers; what the numbers are about is none of their business. */
export function businessWordsInCharts(sources: readonly Source[]): string[] {
  return sources
    .filter((source) => source.path.startsWith('src/charts/'))
    .flatMap((source) =>
      [...source.names]
        .filter((name) => /cell|notebook|table(?!au)/i.test(name) && !/stable/i.test(name))
        .map((name) => `${source.path} says ${name}`),
    );
}

/** File names: kebab-case, components in PascalCase, and no word that says nothing. */
export function poorFileNames(sources: readonly Source[]): string[] {
  return sources
    .map(({ path }) => path)
    .filter((path) => {
      const name = path.split('/').at(-1)!;
      const isShaped = name.endsWith('.svelte')
        ? /^[A-Z][A-Za-z0-9]*\.svelte$/.test(name)
        : /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(ts|mjs)$/.test(name);
      const words = path.replace(/\.\w+$/, '').split(/[/.-]|(?<=[a-z])(?=[A-Z])/);
      return !isShaped || words.some((word) => VAGUE.test(word.toLowerCase()));
    });
}
