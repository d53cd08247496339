import { describe, expect, it } from 'vitest';
import { findItems, withRecent } from './find';
import type { FinderItem } from './item';

const item = (id: string, en: string, zh: string, more: Partial<FinderItem> = {}): FinderItem => ({
  id,
  group: 'command',
  words: { zh, en },
  act: () => undefined,
  ...more,
});
const items = [
  item('undo', 'Undo: delete Scatter', '撤销：删除「散点图」'),
  item('run', 'Run all stale cells', '运行所有过期单元'),
  item('add:scatter', 'Scatter', '散点图', { group: 'add' }),
  item('cell:scatter', 'Scatter', '散点图', { group: 'cell' }),
  item('redo', 'Redo', '重做', { isOff: true }),
];
const found = (question: string, recent: readonly string[] = []) =>
  findItems(question, items, recent).map(({ id }) => id);

describe('the command palette', () => {
  it('offers what was used last, then commands and cells, while nothing is asked', () => {
    expect(found('', ['run', 'gone'])).toEqual(['run', 'undo', 'cell:scatter']);
  });

  it('answers in both languages, whatever language is shown', () => {
    expect(found('散点')).toEqual(['add:scatter', 'cell:scatter', 'undo']);
    expect(found('scat')[0]).toBe('add:scatter');
    expect(found('过期')).toEqual(['run']);
  });

  it('puts what was used last before its equals', () => {
    expect(found('scat', ['cell:scatter'])[0]).toBe('cell:scatter');
  });

  it('offers nothing that cannot be done', () => {
    expect(found('redo')).toEqual([]);
  });

  it('remembers a few, the last first, each once', () => {
    expect(withRecent(['a', 'b'], 'b')).toEqual(['b', 'a']);
    expect(withRecent(['1', '2', '3', '4', '5', '6'], '7')).toHaveLength(6);
  });
});
