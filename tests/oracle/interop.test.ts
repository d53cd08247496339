import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cellTypeOf, definitions } from '../../src/cells/catalogue';
import { ownValue } from '../../src/core/json';
import { replaceSource, type Notebook } from '../../src/core/notebook';
import { taskOf } from '../../src/core/task';
import { InlineEngine } from '../../src/engine/inline-engine';
import { nodeParts } from '../../src/headless/node-parts';
import { printedLabels } from '../../src/headless/printed';
import { runNotebook } from '../../src/headless/run-notebook';
import { compareReceipts } from '../../src/interop/compare-receipts';
import { makeReceipt, parseReceipt } from '../../src/interop/receipt';
import { leftOutOf, reproduce } from '../../src/interop/reproduction';
import { variableOf } from '../../src/interop/variables';
import { writeJupyter } from '../../src/interop/write-jupyter';
import { writeScript } from '../../src/interop/write-script';
import { parseNotebook } from '../../src/notebook-file/parse';
import { DATA_FOLDER, realFile, WANTING } from '../support/real-data';
import { CASES } from './interop/cases';
import { notebookText, type InteropCase } from './interop/cells';
import jupyter from './interop/jupyter.json';
import { expectFigures, type RecordedFigures } from './interop/expect-figures';
import recorded from './interop/labels.json';
import { codeOfNotebook, codeOfScript, faultsIn } from './interop/jupyter-rules';
import { tableMarks, type ColumnMark } from './interop/table-marks';

const wasm = new Uint8Array(readFileSync('build/kernels.wasm')).buffer;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Ran {
  readonly notebook: Notebook;
  readonly displays: ReadonlyMap<string, unknown>;
  readonly engine: InlineEngine;
}

async function run(each: InteropCase, seed = 7): Promise<Ran> {
  const engine = new InlineEngine(nodeParts(wasm));
  let notebook: Notebook = { ...parseNotebook(notebookText(each)), seed };
  for (const [name, file] of Object.entries(each.files)) {
    const { sha256: hash } = await engine.addFile(new Blob([realFile(file)]));
    const source = notebook.sources.find((source) => source.name === name)!;
    notebook = replaceSource(notebook, name, { ...source, sha256: hash });
  }
  const ends = await runNotebook({ notebook, engine, definitions });
  const displays = new Map(
    [...ends].flatMap(([id, end]) => (end.status === 'done' ? [[id, end.display] as const] : [])),
  );
  const failed = [...ends].filter(([, { status }]) => status !== 'done');
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
  return { notebook, displays, engine };
}

interface Recorded {
  readonly script: string;
  readonly labels: Readonly<Record<string, { readonly labels: string; readonly rows: number }>>;
  readonly figures: object;
  readonly tables: Readonly<
    Record<string, { readonly rows: number; readonly columns: readonly ColumnMark[] }>
  >;
}

/** What nbclient made of two of the notebooks. */
const EXECUTED: Readonly<
  Record<string, { notebook: string; faults: number; labels: Recorded['labels'] }>
> = jupyter;

/** What Python has to leave behind: the labels of clusterings, and tables as they came out. */
function planOf({ files, figures = [] }: InteropCase, { notebook, displays }: Ran): object {
  const left = leftOutOf(reproduce(notebook, displays, 'en')).map(({ id }) => id);
  const idsGiving = (gives: string): readonly (readonly [string, string])[] =>
    notebook.cells
      .filter(({ id, kind }) => cellTypeOf(kind)?.definition.gives === gives && !left.includes(id))
      .map(({ id }) => [id, variableOf(id)]);
  return {
    files,
    labels: Object.fromEntries(idsGiving('clustering')),
    tables: Object.fromEntries(idsGiving('table')),
    figures: Object.fromEntries(figures.map((id) => [id, variableOf(id)])),
  };
}

/** Sums of the same numbers in another order. */
function expectAlike(found: ColumnMark, expected: ColumnMark): void {
  expect([found.name, found.present]).toEqual([expected.name, expected.present]);
  if ('sha256' in expected) return expect(found).toEqual(expected);
  for (const sum of ['sum', 'wave'] as const) {
    const [a, b] = [(found as typeof expected)[sum], expected[sum]];
    expect(Math.abs(a - b), found.name).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(b)));
  }
}

/**
 * `interop/labels.json` is what Python made of the scripts beside it: `interop.py` runs them with
 * pandas and scikit-learn. A script that changed must be run again before this passes.
 */
describe.runIf(DATA_FOLDER).each(CASES)(`the script of $name${WANTING}`, (each) => {
  const expected = (recorded as unknown as Readonly<Record<string, Recorded>>)[each.name];
  let ran: Ran;
  beforeAll(async () => {
    ran = await run(each);
  }, 60_000);

  it('is the script that was run', async () => {
    const script = writeScript(reproduce(ran.notebook, ran.displays, 'en'));
    await expect(script).toMatchFileSnapshot(`interop/${each.name}.py`);
    const plan = `${JSON.stringify(planOf(each, ran), null, 1)}\n`;
    await expect(plan).toMatchFileSnapshot(`interop/${each.name}.plan.json`);
    expect(sha256(script)).toBe(expected?.script);
  });

  it('is the same code as the Jupyter notebook, which nbformat accepts', async () => {
    const reproduction = reproduce(ran.notebook, ran.displays, 'en');
    const written = writeJupyter(reproduction);
    expect(faultsIn(JSON.parse(written))).toEqual([]);
    expect(codeOfNotebook(written)).toEqual(codeOfScript(writeScript(reproduction)));
    const executed = ownValue(EXECUTED, each.name);
    if (!executed) return;
    // `interop-jupyter.py` executed this very file: run it again when it changes.
    await expect(written).toMatchFileSnapshot(`interop/${each.name}.ipynb`);
    expect(sha256(written)).toBe(executed.notebook);
    expect([executed.faults, executed.labels]).toEqual([0, expected?.labels]);
  });

  it('gave the labels of the page, row by row', async () => {
    for (const [id, { labels, rows }] of Object.entries(expected?.labels ?? {})) {
      const found = await ran.engine.labels(taskOf(ran.notebook, id, definitions)!);
      if (found.status !== 'done') throw new Error(`no labels of ${id}`);
      // Python has no line for a row that the features left out.
      const printed = printedLabels(found.labels).replaceAll(/^\d+,\n/gm, '');
      expect(printed.trimEnd().split('\n'), id).toHaveLength(rows + 1);
      expect(sha256(printed), id).toBe(labels);
    }
  });

  if (each.figures) {
    it('gave the figures of the page', () => {
      expectFigures(ran.displays, expected!.figures as RecordedFigures);
    });
  }

  it('gave the tables of the page, column by column', async () => {
    for (const [id, { rows, columns }] of Object.entries(expected?.tables ?? {})) {
      const found = await tableMarks(ran.engine, ran.notebook, id);
      expect(found.rows, id).toBe(rows);
      expect(
        found.columns.map(({ name }) => name),
        variableOf(id),
      ).toEqual(columns.map(({ name }) => name));
      found.columns.forEach((column, i) => expectAlike(column, columns[i]!));
    }
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
