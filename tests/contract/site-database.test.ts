import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createNotebook, setTitle } from '../../src/core/notebook';
import { openIdbStore } from '../../src/storage/idb-store';

const base = createNotebook('zh', '会员');

describe('the database of a site', () => {
  it('is shared by two connections and not by two paths', async () => {
    const one = await openIdbStore('/a/');
    const two = await openIdbStore('/a/');
    const other = await openIdbStore('/b/');
    await one.saveNotebook({ id: 'n', notebook: base, basedOn: 0, summary: null });
    expect((await two.openNotebook('n'))?.notebook).toEqual(base);
    expect(await other.openNotebook('n')).toBeNull();
    const conflict = await two.saveNotebook({
      id: 'n',
      notebook: setTitle(base, 'two'),
      basedOn: 0,
      summary: null,
    });
    expect(conflict.status).toBe('conflict');
    for (const store of [one, two, other]) store.close();
  });

  it('is the same whether or not the address names the page', async () => {
    const one = await openIdbStore('/demo/');
    await one.saveNotebook({ id: 'n', notebook: base, basedOn: 0, summary: null });
    const two = await openIdbStore('/demo/index.html');
    expect((await two.openNotebook('n'))?.notebook).toEqual(base);
    one.close();
    two.close();
  });

  it('tells a use after the end as a problem', async () => {
    const store = await openIdbStore('/closed/');
    store.close();
    await expect(store.listNotebooks()).rejects.toMatchObject({ code: 'storage-failed' });
  });
});
