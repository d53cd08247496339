import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyNotebook } from '../../../tests/fixtures/any-notebook';
import { addCell, createNotebook, moveCell, removeCell, setParams } from '../../core/notebook';
import { hashOfNotebook } from '../../storage/head';
import { compareLines, compareVersions } from './compare-versions';

const base = ['load', 'profile', 'cluster', 'note'].reduce(
  (notebook, kind) => addCell(notebook, { kind, version: 1, params: { k: 1 } }).notebook,
  createNotebook('en', 'a'),
);
const kinds = (after: typeof base) =>
  compareVersions(base, after).cells.map(({ kind, cell }) => [kind, cell.id]);

describe('two versions of a notebook', () => {
  it('differ by cells added, removed and moved, as few as explain it', () => {
    expect(kinds(addCell(base, { kind: 'scatter', version: 1 }).notebook)).toEqual([
      ['added', 'scatter'],
    ]);
    expect(kinds(removeCell(base, 'profile'))).toEqual([['removed', 'profile']]);
    expect(kinds(moveCell(base, 'note', 0))).toEqual([['moved', 'note']]);
  });

  it('differ by parameters, each with both values', () => {
    const after = setParams(base, 'cluster', { k: 5, start: 'random' });
    expect(compareVersions(base, after).cells).toMatchObject([
      {
        kind: 'changed',
        params: [
          { param: 'k', before: 1, after: 5 },
          { param: 'start', before: undefined, after: 'random' },
        ],
      },
    ]);
  });

  it('differ by lines of prose', () => {
    const [one, two] = ['a\nb\nc', 'a\nx\nc\nd'].map((text) => setParams(base, 'note', { text }));
    const [change] = compareVersions(one!, two!).cells;
    expect(change).toMatchObject({ params: [] });
    expect(
      change?.kind === 'changed' && change.prose?.map(({ side, text }) => side + text),
    ).toEqual(['botha', 'beforeb', 'afterx', 'bothc', 'afterd']);
  });

  it('differ in nothing exactly when they are the same', () => {
    fc.assert(
      fc.property(anyNotebook, anyNotebook, (one, other) => {
        const { cells, frame } = compareVersions(one, other);
        const unknown = JSON.stringify(one.unknown) === JSON.stringify(other.unknown);
        if (hashOfNotebook(one) === hashOfNotebook(other)) {
          expect([cells, frame]).toEqual([[], []]);
        } else if (unknown) expect(cells.length + frame.length).toBeGreaterThan(0);
      }),
    );
  });

  it('are told by lines that put together give both texts', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ''), { maxLength: 9 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const lines = compareLines(a.join('\n'), b.join('\n'));
        const without = (side: string) =>
          lines.filter((line) => line.side !== side).map((line) => line.text);
        expect(without('after').join('\n')).toBe(a.join('\n'));
        expect(without('before').join('\n')).toBe(b.join('\n'));
      }),
    );
  });
});
