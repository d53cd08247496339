import { describe, expect, it } from 'vitest';
import { createNotebook } from '../core/notebook';
import { literal } from '../core/python';
import { compareReceipts } from './compare-receipts';
import { parseReceipt, type Receipt } from './receipt';
import type { PythonCell, Reproduction } from './reproduction';
import { writeJupyter } from './write-jupyter';
import { writeScript } from './write-script';

function reproductionOf(...cells: Partial<PythonCell>[]): Reproduction {
  const frame = { id: 'a', kind: 'cluster', title: 'T', step: { lines: [] }, lacks: [] };
  const notebook = createNotebook('en', 'Two\nlines\rof title');
  return { notebook, language: 'en', cells: cells.map((cell) => ({ ...frame, ...cell })) };
}

/** Lines of a script that are neither empty nor comments, behind the functions it begins with. */
function codeIn(script: string): readonly string[] {
  const cells = script.slice(script.indexOf('# --- '));
  return cells.split(/[\n\r]/).filter((line) => line !== '' && !line.startsWith('#'));
}

describe('a value in Python', () => {
  it('is what Python reads back as the same', () => {
    expect(literal([null, true, 0.1, -0, 'a"\\\n', { k: [1e21] }])).toBe(
      '[None, True, 0.1, -0.0, "a\\"\\\\\\n", {"k": [1e+21]}]',
    );
  });

  it('never ends the text that it stands in', () => {
    const literals = ['\u2028', '\u0000', '\u0085', '"', '\\', '\ud800', '\u007f'].map(literal);
    for (const text of literals) expect(text).toMatch(/^"(\\u[0-9a-f]{4}|\\"|\\\\)"$/);
  });
});

describe('a script', () => {
  it('has no line of its own in the titles and words of a stranger', () => {
    const script = writeScript(
      reproductionOf(
        { title: 'x\nimport os\rimport sys', step: { lines: ['kept = 1'] } },
        { kind: 'note', prose: 'a\nimport os\r\nimport sys\rimport re\u0000' },
        { title: 'y\nimport os', step: null, lacks: ['b'] },
      ),
    );
    expect(codeIn(script)).toEqual(['kept = 1']);
    expect(script).not.toContain('\u0000');
    expect(script.startsWith('# Two lines of title\n')).toBe(true);
  });

  it('says which cells it could not write and why', () => {
    const script = writeScript(reproductionOf({ title: 'Rules', step: null, lacks: ['sql'] }));
    expect(script).toContain(
      '# --- Rules (cluster) ---\n# Not written as Python: needs sql, which',
    );
  });

  it('has each helper and import once', () => {
    const step = { lines: ['f()'], helpers: ['def f():\n    pass\n'], imports: ['import re'] };
    const script = writeScript(reproductionOf({ step }, { id: 'b', step }));
    expect(script.match(/def f/g)).toHaveLength(1);
    expect(script.match(/import re$/gm)).toHaveLength(1);
  });
});

describe('a Jupyter notebook', () => {
  it('is of format 4.5 with a cell for every step', () => {
    const written = JSON.parse(
      writeJupyter(reproductionOf({ step: { lines: ['a = 1', 'b = 2'] } }, { prose: '# Hi' })),
    );
    expect([written.nbformat, written.nbformat_minor]).toEqual([4, 5]);
    const last = written.cells.slice(-3);
    expect(last.map((cell: { cell_type: string }) => cell.cell_type)).toEqual([
      'markdown',
      'code',
      'markdown',
    ]);
    expect(last[1]).toMatchObject({ source: ['a = 1\n', 'b = 2'], outputs: [] });
    const ids = written.cells.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a receipt', () => {
  const hash = 'a'.repeat(64);
  const receipt: Receipt = {
    kind: 'fenqun-receipt',
    format: 1,
    title: 't',
    notebook: hash,
    seed: 1,
    madeAt: '2026-01-01T00:00:00.000Z',
    sources: [{ name: 's', rows: 1, sha256: hash }],
    cells: [{ id: 'a', kind: 'load', version: 1, fingerprint: hash, result: hash }],
  };
  const withCell = (change: Partial<Receipt['cells'][number]>): Receipt => ({
    ...receipt,
    cells: [{ ...receipt.cells[0]!, ...change }],
  });

  it('is refused with the place where it is damaged', () => {
    expect(() => parseReceipt('{')).toThrow('receipt-damaged');
    const damaged = JSON.stringify(withCell({ result: 'zz' }));
    expect(() => parseReceipt(damaged)).toThrow(/receipt-damaged.*cells\.0\.result/);
  });

  it.each([
    ['same', receipt],
    ['differs', withCell({ result: 'b'.repeat(64) })],
    ['other-inputs', withCell({ fingerprint: 'b'.repeat(64) })],
    ['not-run', withCell({ result: null })],
    ['gone', { ...receipt, cells: [] }],
  ])('says %s of a cell', (verdict, now) => {
    expect(compareReceipts(receipt, now).cells).toMatchObject([{ id: 'a', kind: 'load', verdict }]);
    expect(compareReceipts(receipt, now).isSame).toBe(verdict === 'same');
  });

  it('names data that is not what it was', () => {
    const now = { ...receipt, sources: [{ name: 's', rows: 1, sha256: 'b'.repeat(64) }] };
    expect(compareReceipts(receipt, now)).toMatchObject({ isSame: false, otherSources: ['s'] });
  });
});
