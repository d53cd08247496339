import { existsSync, readdirSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cellTypeOf, definitions, kinds } from '../../src/cells/catalogue';
import { computes } from '../../src/cells/computes';
import { viewOf } from '../../src/cells/views';
import { STAGES } from '../../src/core/cell-type';
import type { Words } from '../../src/core/words';
import { initialParams, parseParam, parseParams } from '../../src/core/params';
import { writeNotebook } from '../../src/notebook-file/write';
import { readRecorded, recordable, writeRecorded } from '../support/recorded';
import {
  displayOf,
  engineFor,
  readExample,
  runAll,
  tasksOf,
  unreleasedShards,
  type Run,
} from '../support/run-example';

/** Asked of the disk, not of the catalogue: a folder that the catalogue misses must fail. */
const folders = readdirSync('src/cells', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const FILES = [
  'definition.ts',
  'text.ts',
  'compute.ts',
  'face.ts',
  'display.ts',
  'View.svelte',
  'README.md',
  'example.fenqun.md',
  'compute.test.ts',
  'face.test.ts',
];
const NAMES: readonly Words[] = Array.from({ length: 50 }, (_, i) => ({
  zh: `分群 ${i + 1}`,
  en: `Segment ${i + 1}`,
}));
const HAN = /\p{Script=Han}/u;
const LEAKED = /undefined|null|NaN|Infinity|\[object|\{\w*\}/;

function expectWords({ zh, en }: Words, what: string): void {
  expect(zh.trim(), `${what}, zh`).not.toBe('');
  expect(en.trim(), `${what}, en`).not.toBe('');
  expect(HAN.test(en), `${what}, en is English: ${en}`).toBe(false);
}

function expectSentence(words: Words, what: string): void {
  for (const text of [words.zh, words.en]) expect(text, what).not.toMatch(LEAKED);
}

it('finds every folder of cells', () => {
  expect(kinds).toEqual([...folders].sort());
});

describe.each(folders)('the cell type %s', (kind) => {
  it.each(FILES)('has %s', (file) => {
    expect(existsSync(`src/cells/${kind}/${file}`)).toBe(true);
  });

  it('is known by the name of its folder, to page and worker alike', () => {
    const definition = definitions.get(kind);
    expect(definition?.kind).toBe(kind);
    expect(computes.get(kind)?.definition).toBe(definition);
    expect(cellTypeOf(kind)?.definition).toBe(definition);
    expect(viewOf(kind)).not.toBeNull();
  });

  it('has a version and belongs to a stage', () => {
    const definition = definitions.get(kind)!;
    expect(Number.isSafeInteger(definition.version)).toBe(true);
    expect(definition.version).toBeGreaterThan(0);
    expect([...STAGES, 'anywhere']).toContain(definition.stage);
    if (definition.version > 1) expect(definition.migrate).toBeTypeOf('function');
  });

  it('declares parameters that accept their own initial values', () => {
    const { params } = definitions.get(kind)!;
    for (const [name, spec] of Object.entries(params)) {
      expect(parseParam(name, spec, spec.initial)).toEqual(spec.initial);
    }
    // As another version may write: what is not known is ignored, not refused.
    expect(parseParams(params, { fromTheFuture: 1 })).toEqual(initialParams(params));
  });

  it('names only parameters and inputs that it has', () => {
    const {
      params,
      takes,
      firstParams = [],
      lookParams = [],
      optional = [],
      activeParams,
    } = definitions.get(kind)!;
    const initial = initialParams(params);
    const first = typeof firstParams === 'function' ? firstParams(initial) : firstParams;
    expect(Object.keys(params)).toEqual(expect.arrayContaining([...first, ...lookParams]));
    expect(Object.keys(takes)).toEqual(expect.arrayContaining([...optional]));
    const active = activeParams?.(initial) ?? Object.keys(params);
    expect(Object.keys(params)).toEqual(expect.arrayContaining([...active]));
    expect(active).toEqual(expect.arrayContaining([...first]));
    expect(new Set(first).size).toBe(first.length);
    expect(first.length).toBeLessThanOrEqual(3);
  });

  it('has words in both languages for all that people see of it', () => {
    const { text, definition } = cellTypeOf(kind)!;
    for (const part of ['title', 'summary', 'need'] as const) expectWords(text[part], part);
    for (const [name, spec] of Object.entries(definition.params)) {
      const words = text.params[name];
      expectWords(words!.label, name);
      if (words?.hint) expectWords(words.hint, `${name}, hint`);
      if (spec.type !== 'choice') continue;
      for (const option of spec.options) {
        const label = words?.options?.[option];
        expect(label, `${name}: ${option}`).toBeDefined();
        expectWords(label!, `${name}: ${option}`);
      }
    }
    for (const [input, words] of Object.entries(text.inputs ?? {})) {
      expect(Object.keys(definition.takes)).toContain(input);
      expectWords(words, input);
    }
  });

  it('says in a sentence what its parameters do, and links only parameters that it has', () => {
    const { face, definition } = cellTypeOf(kind)!;
    for (const part of face.margin(initialParams(definition.params))) {
      expectSentence(part.words, 'margin');
      if (part.param !== undefined) expect(Object.keys(definition.params)).toContain(part.param);
    }
  });

  it('can hold single rows back from reports when it gives a table', () => {
    const { face, definition } = cellTypeOf(kind)!;
    if (definition.gives === 'table') expect(face.withhold).toBeTypeOf('function');
  });
});

describe.each(folders)('the example of %s', { timeout: 30_000 }, (kind) => {
  let runs: readonly Run[] = [];
  beforeAll(async () => {
    const { notebook } = readExample(kind);
    runs = await runAll(notebook, await engineFor(notebook));
  });
  // Also after a cancel: a memory that is not given back is missed by whoever comes next.
  afterEach(() => expect(unreleasedShards()).toBe(0));
  const own = () => runs.filter((run) => run.task.kind === kind);

  it('is written as the page would write it, and uses the cell', () => {
    const { text, notebook } = readExample(kind);
    expect(writeNotebook(notebook, definitions)).toBe(text);
    expect(notebook.cells.some((cell) => cell.kind === kind)).toBe(true);
  });

  it('runs to its end', () => {
    expect(runs.map(({ task, outcome }) => [task.cellId, outcome.status])).toEqual(
      runs.map(({ task }) => [task.cellId, 'done']),
    );
  });

  it('shows what can cross a thread', () => {
    for (const run of own()) expect(structuredClone(displayOf(run))).toEqual(displayOf(run));
  });

  it('never moves its progress backwards', () => {
    for (const { progress } of own()) {
      const shares = progress.map(({ done, total }) => (total > 0 ? done / total : 0));
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      for (const share of shares) expect(share).toBeLessThanOrEqual(1);
    }
  });

  it('shows the same on another engine, and again on the same one with the inputs it used', async () => {
    const { notebook } = readExample(kind);
    const engine = await engineFor(notebook);
    const again = await runAll(notebook, engine);
    expect(again.map(displayOf)).toEqual(runs.map(displayOf));
    for (const run of again.filter(({ task }) => task.kind === kind)) {
      // Another fingerprint makes the engine compute once more, from the values it holds: an
      // input that the first run changed would show here.
      const task = { ...run.task, fingerprint: `${run.task.fingerprint}-again` };
      expect(displayOf({ outcome: await engine.run(task) })).toEqual(displayOf(run));
    }
  });

  it('stops cleanly when it is cancelled', async () => {
    const { notebook } = readExample(kind);
    const engine = await engineFor(notebook);
    for (const task of tasksOf(notebook)) {
      if (task.kind !== kind) continue;
      const stop = new AbortController();
      const outcome = await engine.run(task, {
        signal: stop.signal,
        onProgress: () => stop.abort(),
      });
      expect(outcome.status).not.toBe('failed');
      expect((await engine.run(task)).status).toBe('done');
    }
  });

  it('has a headline and a source line that say something in both languages', () => {
    const { face, definition } = cellTypeOf(kind)!;
    for (const run of own()) {
      const params = parseParams(definition.params, run.task.params);
      const finding = face.finding(displayOf(run), params, NAMES);
      const sourceLine = face.sourceLine(displayOf(run), params);
      expectSentence(finding, 'finding');
      expectSentence(sourceLine, 'source line');
      // A note has the words of its author, in one language.
      if (kind !== 'note') expectWords(finding, 'finding');
    }
  });

  it('shows what was recorded for this version', () => {
    const version = definitions.get(kind)!.version;
    const displays = recordable(own().map(displayOf));
    const before = readRecorded(kind);
    // FENQUN_RECORD=1 takes what is shown now as right, for a new cell type or a raised version.
    if (process.env.FENQUN_RECORD && before?.version !== version) {
      writeRecorded(kind, { version, displays });
    }
    const recorded = readRecorded(kind);
    expect(recorded, 'nothing recorded: run with FENQUN_RECORD=1').not.toBeNull();
    expect(recorded?.version, 'another version: run with FENQUN_RECORD=1').toBe(version);
    // Differs under an unchanged version: old results would pass for fresh. Raise the version.
    expect(JSON.parse(JSON.stringify(displays))).toEqual(recorded?.displays);
  });
});
