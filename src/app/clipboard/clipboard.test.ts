import { describe, expect, it } from 'vitest';
import { HASH, toyDefinitions, toyNotebook } from '../../../tests/fixtures/toy-cells';
import { cellOf, createNotebook, type Notebook } from '../../core/notebook';
import { parseFragment, writeFragment } from './fragment';
import { pasteInto } from './paste';

const text = (...ids: string[]) => writeFragment(toyNotebook(), new Set(ids), toyDefinitions);
const fragment = (...ids: string[]) => parseFragment(text(...ids))!;
const elsewhere = { position: 99, isSameNotebook: false, definitions: toyDefinitions };

describe('cells as text', () => {
  it('read well: a head with the sources they name, then a block each', () => {
    expect(text('load', 'features')).toBe(
      [
        '---',
        'fenqun: 1',
        'title: ""',
        'language: "zh"',
        'seed: 1',
        'sources:',
        `  - {"name": "a.csv", "rows": 9, "columns": ["x"], "sha256": "${HASH}"}`,
        '---',
        '',
        '```fenqun load id=load',
        'version: 1',
        'source: "a.csv"',
        '```',
        '',
        '```fenqun features id=features',
        'version: 1',
        'from.table: "load"',
        '```',
        '',
      ].join('\n'),
    );
    expect(text('cluster')).toContain('sources: []');
  });

  it('are found in blocks copied out of a file, and in no other text', () => {
    const block = '```fenqun cluster id=k\nversion: 2\nclusters: 3\n```';
    expect(parseFragment(`so:\n\n${block}\n`)?.cells.map(({ kind }) => kind)).toEqual([
      'note',
      'cluster',
    ]);
    expect(parseFragment('just text')).toBeNull();
    expect(parseFragment('---\nfenqun: 1\n---\n')).toBeNull();
    expect(() => parseFragment('```fenqun cluster id=k\nversion: 2')).toThrow();
  });
});

describe('pasting', () => {
  it('into another notebook brings the data source and keeps what was connected', () => {
    const empty = createNotebook('en');
    const pasted = pasteInto(empty, fragment('load', 'features', 'cluster'), elsewhere);
    expect(pasted.ids).toEqual(['load', 'features', 'cluster']);
    expect(pasted.notebook.sources.map(({ name }) => name)).toEqual(['a.csv']);
    expect(cellOf(pasted.notebook, 'cluster')?.inputs).toEqual({ points: 'features' });
    expect([pasted.connected, pasted.open]).toEqual([[], []]);
  });

  it('under taken ids makes new ones, for the connections among the pasted cells too', () => {
    const { notebook, ids } = pasteInto(toyNotebook(), fragment('features', 'cluster'), elsewhere);
    expect(ids).toEqual(['features-2', 'cluster-2']);
    expect(cellOf(notebook, 'cluster-2')?.inputs).toEqual({ points: 'features-2' });
    expect(cellOf(notebook, 'features-2')?.inputs).toEqual({ table: 'load' });
  });

  it('connects an input to what type-checks, and says what nothing here can feed', () => {
    const { cells } = toyNotebook();
    const renamed = { ...cells[1]!, id: 'other' };
    const target: Notebook = { ...toyNotebook(), cells: [cells[0]!, renamed] };
    const pasted = pasteInto(target, fragment('segments'), elsewhere);
    expect(pasted.connected).toEqual([
      { cellId: 'segments', input: 'points', from: 'other' },
      { cellId: 'segments', input: 'table', from: 'load' },
    ]);
    expect(pasted.open).toEqual([{ cellId: 'segments', input: 'clustering' }]);
    expect(cellOf(pasted.notebook, 'segments')?.inputs).toEqual({ table: 'load', points: 'other' });
  });

  it('gives a source another name where its own stands for other bytes', () => {
    const [source] = toyNotebook().sources;
    const other = { ...toyNotebook(), sources: [{ ...source!, sha256: 'cd'.repeat(32) }] };
    const { notebook } = pasteInto(other, fragment('load'), elsewhere);
    expect(notebook.sources.map(({ name }) => name)).toEqual(['a.csv', 'a.csv (2)']);
    expect(cellOf(notebook, 'load-2')?.params.source).toBe('a.csv (2)');
  });

  it('what was cut in the same notebook comes back under its own id, connected as before', () => {
    const cut = {
      ...toyNotebook(),
      cells: toyNotebook().cells.filter(({ id }) => id !== 'cluster'),
    };
    const { notebook, ids } = pasteInto(cut, fragment('cluster'), {
      position: 0,
      isSameNotebook: true,
      definitions: toyDefinitions,
    });
    expect(ids).toEqual(['cluster']);
    expect(notebook.cells[0]?.inputs).toEqual({ points: 'features' });
    expect(cellOf(notebook, 'segments')?.inputs.clustering).toBe('cluster');
  });
});
