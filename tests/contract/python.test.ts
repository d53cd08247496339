import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clusteringAlgorithm } from '../../src/algorithms/catalogue';
import { algorithmPython } from '../../src/algorithms/pythons';
import { pythonOf } from '../../src/cells/pythons';
import { initialParams } from '../../src/core/params';
import { isGap } from '../../src/core/python';
import { createNotebook, type Notebook } from '../../src/core/notebook';
import { leftOutOf, reproduce } from '../../src/interop/reproduction';
import { TAKEN, variableOf } from '../../src/interop/variables';
import { writeJupyter } from '../../src/interop/write-jupyter';
import { writeScript } from '../../src/interop/write-script';

/** Asked of the disk: a folder that has no Python must say why. */
function foldersIn(path: string): readonly string[] {
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

const algorithms = foldersIn('src/algorithms').filter((name) => name !== 'parts');
// Words of people are written as comments by the script itself.
const kinds = foldersIn('src/cells').filter((kind) => kind !== 'note');
const HAN = /\p{Script=Han}/u;

describe.each(kinds)('the cell type %s', (kind) => {
  it('is written as Python, or says why it is not', () => {
    const part = pythonOf(kind);
    expect(part).toBeDefined();
    if (!part || !isGap(part)) return;
    expect(part.why.zh).toMatch(HAN);
    expect(part.why.en).not.toMatch(HAN);
    expect(part.why.en).not.toBe('');
  });
});

describe.each(algorithms)('the algorithm %s', (name) => {
  it('is written as a call of functions that its helpers and imports bring', () => {
    const { definition } = clusteringAlgorithm(name)!;
    const params = { ...initialParams(definition.params), radius: 1 };
    const ground = { params, used: { radius: 1 }, points: 'points', seed: 7, rows: 100 };
    const written = algorithmPython(name)(ground);
    if (isGap(written)) throw new Error(written.why.en);
    const called = /^\w+/.exec(written.call)![0];
    const brought = [...written.helpers, ...written.imports].join('\n');
    expect(brought).toMatch(new RegExp(`def ${called}\\(|import .*\\b${called}\\b`));
    expect(written.call).not.toMatch(/undefined|NaN/);
  });
});

it('never gives a cell the name of a function that scripts call', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const scripts = files.filter((path) => path.endsWith('.py'));
  const names = scripts.flatMap((path) =>
    [...readFileSync(`src/${path}`, 'utf8').matchAll(/^(?:def|class) (\w+)|^([A-Z_]+) =/gm)].map(
      ([, name, constant]) => name ?? constant!,
    ),
  );
  expect(names.filter((name) => !TAKEN.has(name))).toEqual([]);
  expect([variableOf('kmedians'), variableOf('2-a'), variableOf('rfm')]).toEqual([
    'kmedians_cell',
    'cell_2_a',
    'rfm',
  ]);
});

describe('what is not written', () => {
  const frame = { version: 1, inputs: {}, params: {} };
  const cells = [
    { ...frame, id: 'table', kind: 'sequence' },
    { ...frame, id: 'tidy', kind: 'clean', inputs: { table: 'table' } },
    { ...frame, id: 'tree', kind: 'dendrogram' },
  ];
  const notebook = { ...createNotebook('en', 'T'), cells } as unknown as Notebook;
  const reproduction = reproduce(notebook, new Map([['tidy', {}]]), 'en');

  it('is named with its reason before it is exported', () => {
    const left = leftOutOf(reproduction);
    expect(left.map(({ id }) => id)).toEqual(['table', 'tidy', 'tree']);
    expect(left[1]!.why.en).toBe('needs table, which is not written as Python');
    for (const { why } of left) expect(why.zh).toMatch(HAN);
  });

  it('stands in the script as a comment and in the Jupyter notebook as text', () => {
    const [script, jupyter] = [writeScript(reproduction), writeJupyter(reproduction)];
    for (const { why } of leftOutOf(reproduction)) {
      expect(script).toContain(`# Not written as Python: ${why.en}`);
      expect(jupyter).toContain(JSON.stringify(`*${why.en}*`).slice(1, -1));
    }
  });
});
