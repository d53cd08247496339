import { describe, expect, it } from 'vitest';
import { toyNotebook } from '../../tests/fixtures/toy-cells';
import { createHistory, record, redo, undo, undoable } from '../core/history';
import { removeCells } from '../core/many-cells';
import { setParams } from '../core/notebook';
import { aboutCells, announcementOfHistory, redoLabel, undoLabel } from './history-words';

const start = createHistory(toyNotebook());
const deleted = (...ids: string[]) =>
  record(start, removeCells(start.present, new Set(ids)), {
    action: { code: 'remove-cells', facts: aboutCells(start.present, ids) },
    atMs: 0,
  });

describe('the words of undo', () => {
  it('name the cell as it was called when it was still there', () => {
    expect(undoLabel(undoable(deleted('cluster')))).toEqual({
      zh: '撤销：删除「分群」',
      en: 'Undo: delete Clustering',
    });
  });

  it('count several cells', () => {
    expect(undoLabel(undoable(deleted('cluster', 'segments'))).en).toBe('Undo: delete 2 cells');
  });

  it('name the parameter that was changed', () => {
    const next = setParams(start.present, 'cluster', { clusters: 5 });
    const facts = aboutCells(start.present, ['cluster'], ['clusters']);
    const changed = record(start, next, { action: { code: 'set-params', facts }, atMs: 0 });
    expect(undoLabel(undoable(changed)).zh).toMatch(/^撤销：改「分群」的簇数/);
  });

  it('say nothing in particular when there is nothing to undo', () => {
    expect([undoLabel(null).en, redoLabel(null).en]).toEqual(['Undo', 'Redo']);
  });
});

describe('what is said aloud', () => {
  it('follows every step, back and forth', () => {
    const after = deleted('cluster');
    const back = undo(after);
    expect(announcementOfHistory(start, after)?.en).toBe('Done: delete Clustering');
    expect(announcementOfHistory(after, back)?.en).toBe('Undone: delete Clustering');
    expect(announcementOfHistory(back, redo(back))?.en).toBe('Redone: delete Clustering');
    expect(announcementOfHistory(back, back)).toBeNull();
  });
});
