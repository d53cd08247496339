import type { Import, Source } from './sources';

interface Layer {
  /** Folders or files that this layer is; `*` stands for one plug-in's name. */
  readonly at: RegExp;
  /** Project paths that it may import beside its own files. */
  readonly may: readonly RegExp[];
  /** Packages that it may import; `svelte` comes with every component by itself. */
  readonly packages?: readonly string[];
  /** Packages of which it may import types only. */
  readonly packageTypes?: readonly string[];
}

const core = /^src\/core\//;
const locale = /^src\/locale\//;
const ui = /^src\/ui\//;
const kernels = /^src\/kernels\//;
const metrics = /^src\/metrics\//;
const table = /^src\/table\//;
const charts = /^src\/charts\//;
const algorithms = /^src\/algorithms\//;
const passport = /^src\/passport\//;
const formula = /^src\/formula\//;
const editor = /^src\/editor\//;
const anything = /^/;
const codemirror = ['state', 'view', 'commands', 'language', 'autocomplete'].map(
  (part) => `@codemirror/${part}`,
);

/** Who may import whom. This table is the one that counts; the first layer that fits holds. */
export const LAYERS: readonly Layer[] = [
  { at: core, may: [], packages: ['@noble/hashes'], packageTypes: ['apache-arrow'] },
  { at: locale, may: [core] },
  { at: kernels, may: [core], packages: ['@assemblyscript/loader'] },
  { at: metrics, may: [core, kernels] },
  { at: /^src\/algorithms\/parts\//, may: [core, kernels, metrics] },
  { at: /^src\/algorithms\/[^/]+\//, may: [core, kernels, metrics, /^src\/algorithms\/parts\//] },
  { at: /^src\/algorithms\/[^/]+$/, may: [core, /^src\/algorithms\//] },
  {
    at: table,
    may: [core],
    packages: [
      'apache-arrow',
      'hyparquet',
      'hyparquet-compressors',
      'hyparquet-writer',
      '@e965/xlsx',
    ],
  },
  { at: formula, may: [core, table], packages: ['jsep'] },
  { at: editor, may: [core, ui], packages: [...codemirror, 'svelte'] },
  { at: passport, may: [core, table], packages: ['valibot'] },
  { at: ui, may: [core], packages: ['@lucide/svelte', 'svelte'] },
  { at: charts, may: [core, ui], packages: ['d3', 'd3-sankey'] },
  {
    at: /^src\/cells\/[^/]+\//,
    may: [core, table, formula, editor, algorithms, metrics, passport, charts, ui, locale],
    packages: ['marked', '@noble/hashes', 'libphonenumber-js'],
  },
  { at: /^src\/cells\/[^/]+$/, may: [core, /^src\/cells\//], packageTypes: ['svelte'] },
  { at: /^src\/samples\//, may: [core] },
  { at: /^src\/notebook-file\//, may: [core], packages: ['fflate'] },
  {
    at: /^src\/interop\//,
    may: [core, /^src\/cells\/(catalogue|pythons)$/],
    packages: ['@noble/hashes', 'valibot'],
  },
  { at: /^src\/storage\//, may: [core], packages: ['idb'] },
  {
    at: /^src\/proposal\//,
    may: [core, table, metrics, locale, /^src\/cells\/(catalogue|computes)$/],
  },
  {
    at: /^src\/engine\/sql\//,
    may: [core, table, /^src\/engine\/(?!sql\/)/],
    packages: ['@duckdb/duckdb-wasm', 'apache-arrow', 'node'],
  },
  {
    at: /^src\/engine\//,
    may: [
      core,
      kernels,
      metrics,
      table,
      /^src\/cells\/(catalogue|computes)$/,
      /^src\/proposal\//,
      /^src\/notebook-file\//,
      /^build\//,
    ],
    packages: ['@noble/hashes', 'virtual:duckdb.wasm.gz'],
  },
  // The service worker and the page's half of it.
  { at: /^src\/offline\//, may: [/^src\/policy\.mjs$/, /^src\/engine\/trusted-url$/] },
  {
    at: /^src\/app\//,
    may: [
      core,
      locale,
      charts,
      ui,
      /^src\/cells\/(catalogue|views)$/,
      /^src\/engine\/(port|documents)$/,
      /^src\/storage\/port$/,
      /^src\/notebook-file\//,
      /^src\/interop\/records$/,
      /^src\/samples\//,
      /^src\/offline\/(offline-site|precache)/,
    ],
    packages: ['svelte', '@lucide/svelte', 'marked', 'fflate'],
  },
  {
    at: /^src\/headless(\/|\.ts$)/,
    may: [/^src\/(?!app\/|ui\/(?!segment-names$)|charts\/)/],
    packages: ['node'],
  },
  { at: /^src\/main\.ts$/, may: [anything] },
  { at: /^src\/policy\.mjs$/, may: [] },
  {
    at: /^src\/tooling\//,
    may: [/^src\/policy\.mjs$/, /^build\//],
    packages: ['node', '@playwright/test', 'vite'],
  },
];

/** Folders whose members are plug-ins: none may know another. */
const PLUG_INS = /^src\/(?:cells|algorithms)\/(?!parts\/)[^/]+\//;

const isTest = (path: string): boolean => /\.test\.ts$/.test(path);
const withoutEnding = (path: string): string => path.replace(/\.ts$/, '');

function isAllowed(
  layer: Layer,
  source: Source,
  { target, isPackage, isTypeOnly }: Import,
): boolean {
  if (isPackage) {
    if (target === 'svelte' && /\.svelte(\.ts)?$/.test(source.path)) return true;
    if (isTypeOnly && layer.packageTypes?.includes(target)) return true;
    return layer.packages?.includes(target) ?? layer.may.includes(anything);
  }
  const own = layer.at.exec(source.path)?.[0];
  if (own?.endsWith('/') && target.startsWith(own)) return true;
  return layer.may.some((path) => path.test(target) || path.test(withoutEnding(target)));
}

/** Imports that go up or sideways. Tests may reach further than the code beside them. */
export function forbiddenImports(sources: readonly Source[]): string[] {
  return sources
    .filter((source) => !isTest(source.path))
    .flatMap((source) => {
      const layer = LAYERS.find(({ at }) => at.test(source.path));
      if (!layer) return [`${source.path} lies in no layer`];
      return source.imports
        .filter((found) => !isAllowed(layer, source, found))
        .map((found) => `${source.path} imports ${found.target}`);
    });
}

/** Plug-ins that know another plug-in of their kind, tests included. */
export function plugInsThatMeet(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const own = PLUG_INS.exec(source.path)?.[0];
    if (!own) return [];
    const family = own.split('/').slice(0, 2).join('/');
    return source.imports
      .map(({ target }) => target)
      .filter((target) => PLUG_INS.test(target) && target.startsWith(`${family}/`))
      .filter((target) => !target.startsWith(own))
      .map((target) => `${source.path} imports ${target}`);
  });
}

/** Patterns find plug-ins in these files only; everywhere else a file names what it wants. */
export function strayPatterns(sources: readonly Source[]): string[] {
  const homes =
    /^src\/(cells\/(catalogue|computes|views|pythons)|algorithms\/(catalogue|fits|pythons))\.ts$/;
  return sources
    .filter((source) => source.uses.has('import.meta.glob'))
    .filter((source) => !homes.test(source.path) && !isTest(source.path))
    .map((source) => `${source.path} uses import.meta.glob`);
}
