import { describe, expect, it } from 'vitest';
import { createTextStorage } from '../../tests/support/text-storage';
import { createNotebook } from '../core/notebook';
import { createUnsavedShelf } from './unsaved';

const unsaved = {
  notebook: createNotebook('zh', '会员'),
  basedOn: 3,
  atMs: 5,
  summary: { rows: 1 },
};

describe('the shelf for what is not saved', () => {
  it('gives back what was put, until it is removed', () => {
    const shelf = createUnsavedShelf('/', createTextStorage());
    expect(shelf.get('a')).toBeNull();
    shelf.put('a', unsaved);
    expect(shelf.get('a')).toEqual(unsaved);
    expect(shelf.list()).toMatchObject([{ id: 'a', title: '会员', updatedMs: 5, revision: 3 }]);
    shelf.remove('a');
    expect([shelf.get('a'), shelf.list()]).toEqual([null, []]);
  });

  it('is one for each site', () => {
    const storage = createTextStorage();
    createUnsavedShelf('/a/', storage).put('n', unsaved);
    expect(createUnsavedShelf('/b/', storage).list()).toEqual([]);
    expect(createUnsavedShelf('/a/index.html', storage).get('n')).toEqual(unsaved);
  });

  it('makes nothing of what is no notebook', () => {
    const storage = createTextStorage();
    for (const text of ['', '{', 'null', '[]', '{"notebook":{}}', '{"notebook":{"cells":1}}']) {
      storage.setItem('fenqun.unsaved./.n', text);
      const shelf = createUnsavedShelf('/', storage);
      expect([shelf.get('n'), shelf.list()]).toEqual([null, []]);
    }
  });

  it('holds nothing, and says nothing, where the browser refuses', () => {
    const refuse = () => {
      throw new Error('refused');
    };
    const storage = {
      ...createTextStorage(),
      getItem: refuse,
      setItem: refuse,
      removeItem: refuse,
    };
    for (const shelf of [createUnsavedShelf('/', storage), createUnsavedShelf('/', null)]) {
      shelf.put('a', unsaved);
      expect(shelf.get('a')).toBeNull();
      shelf.remove('a');
    }
  });
});
