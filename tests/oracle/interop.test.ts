import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { definitions } from '../../src/cells/catalogue';
import { replaceSource, type Notebook } from '../../src/core/notebook';
import { taskOf } from '../../src/core/task';
import { InlineEngine } from '../../src/engine/inline-engine';
import { nodeParts } from '../../src/headless/node-parts';
import { printedLabels } from '../../src/headless/printed';
import { runNotebook } from '../../src/headless/run-notebook';
import { compareReceipts, makeReceipt, parseReceipt } from '../../src/interop/receipt';
import { reproduce } from '../../src/interop/reproduction';
import { writeScript } from '../../src/interop/write-script';
import { parseNotebook } from '../../src/notebook-file/parse';
import { DATA_FOLDER, realFile, WANTING } from '../support/real-data';
import { CASES, notebookText, type InteropCase } from './interop/cases';
import recorded from './interop/labels.json';

const wasm = new Uint8Array(readFileSync('build/kernels.wasm')).buffer;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Ran {
  readonly notebook: Notebook;
  readonly displays: ReadonlyMap<string, unknown>;
  readonly labels: string;
}

async function run(each: InteropCase, seed = 7): Promise<Ran> {
  const engine = new InlineEngine(nodeParts(wasm));
  const { sha256: hash } = await engine.addFile(new Blob([realFile(each.file)]));
  const parsed = { ...parseNotebook(notebookText(each)), seed };
  const source = { ...parsed.sources[0]!, sha256: hash };
  const notebook = replaceSource(parsed, each.source, source);
  const ends = await runNotebook({ notebook, engine, definitions });
  const displays = new Map(
    [...ends].flatMap(([id, end]) => (end.status === 'done' ? [[id, end.display] as const] : [])),
  );
  const found = await engine.labels(taskOf(notebook, 'cluster', definitions)!);
  if (found.status !== 'done') throw new Error(`no labels: ${JSON.stringify([...ends])}`);
  return { notebook, displays, labels: printedLabels(found.labels) };
}

/**
 * `interop/labels.json` is what Python made of the scripts beside it: `interop.py` runs them with
 * pandas and scikit-learn. A script that changed must be run again before this passes.
 */
describe.runIf(DATA_FOLDER).each(CASES)(`the script of $name${WANTING}`, (each) => {
  const expected = recorded[each.name as keyof typeof recorded];
  let ran: Ran;
  beforeAll(async () => {
    ran = await run(each);
  });

  it('is the script that was run', async () => {
    const script = writeScript(reproduce(ran.notebook, ran.displays, 'en'));
    await expect(script).toMatchFileSnapshot(`interop/${each.name}.py`);
    expect(sha256(script)).toBe(expected.script);
  });

  it('gave the labels of the page, row by row', () => {
    expect(ran.labels.trimEnd().split('\n')).toHaveLength(expected.rows + 1);
    expect(sha256(ran.labels)).toBe(expected.labels);
  });
});

describe.runIf(DATA_FOLDER)(`a receipt of a run${WANTING}`, () => {
  it('is matched by a second run, and not by one with another seed', async () => {
    const each = CASES[0]!;
    const at = new Date(0);
    const make = ({ notebook, displays }: Ran) =>
      makeReceipt(notebook, displays, { definitions, at });
    const kept = parseReceipt(JSON.stringify(await make(await run(each))));
    expect(compareReceipts(kept, await make(await run(each)))).toMatchObject({ isSame: true });
    const other = compareReceipts(kept, await make(await run(each, 8)));
    expect(other.isSame).toBe(false);
    expect(other.cells.find(({ id }) => id === 'cluster')?.verdict).toBe('other-inputs');
    expect(other.cells.find(({ id }) => id === 'features')?.verdict).toBe('same');
  });
});
