import { describe, expect, it } from 'vitest';
import { createBrowser } from '../../../tests/support/browser-tabs';
import { HandEngine, settled } from '../../../tests/support/hand-engine';
import { createTextStorage } from '../../../tests/support/text-storage';
import { toyDefinitions, toyNotebook } from '../../../tests/fixtures/toy-cells';
import type { Engine } from '../../engine/port';
import { createMemoryStore } from '../../storage/memory-store';
import type { Store } from '../../storage/port';
import { createUnsavedShelf } from '../../storage/unsaved';
import { openNotebook, readStart, type OpenNotebook } from '../open-notebook';
import { createTabs } from './tabs';

/** A browser that keeps one notebook; `open` opens it in a further tab. */
async function createPlace() {
  const browser = createBrowser();
  const store: { -readonly [key in keyof Store]: Store[key] } = { ...createMemoryStore() };
  await store.saveNotebook({ id: 'n', notebook: toyNotebook(), basedOn: 0, summary: null });
  let copies = 0;
  const ports = {
    store,
    definitions: toyDefinitions,
    unsaved: createUnsavedShelf('/', createTextStorage()),
    now: () => 1,
    newId: () => `copy-${++copies}`,
    copyTitle: (title: string) => `${title} (copy)`,
    tabs: createTabs(browser),
  };
  const open = async (): Promise<OpenNotebook> => {
    const start = (await readStart('n', ports))!;
    // Nothing but runs is asked of it here.
    const engine = new HandEngine() as unknown as Engine;
    const tab = openNotebook(start, { ...ports, engine });
    await quiet();
    return tab;
  };
  return { store, open };
}

async function quiet(): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await new Promise((resolve) => setTimeout(resolve));
    await settled();
  }
}

const titleIn = (tab: OpenNotebook) => tab.session.notebook.title;

describe('tabs with one notebook', () => {
  it('let the first write and the others follow what it has written', async () => {
    const { open } = await createPlace();
    const [first, second] = [await open(), await open()];
    expect([first.session.readOnly, second.session.readOnly]).toEqual([null, 'following']);
    second.commands.setTitle('not to be');
    expect(second.session.refused).toBe(1);
    first.commands.setTitle('new');
    await first.autosave.flush();
    await quiet();
    expect(titleIn(second)).toBe('new');
    expect(second.session).toMatchObject({ revision: 2, save: { kind: 'saved' } });
  });

  it('let the next one write when the first is gone', async () => {
    const { open, store } = await createPlace();
    const [first, second] = [await open(), await open()];
    first.commands.setTitle('last words');
    await first.close();
    await quiet();
    expect(second.session.readOnly).toBeNull();
    second.commands.setTitle(`${titleIn(second)}, and more`);
    await second.autosave.flush();
    expect((await store.openNotebook('n'))?.notebook.title).toBe('last words, and more');
  });

  it('let a follower take over, after the other has saved', async () => {
    const { open } = await createPlace();
    const [first, second, third] = [await open(), await open(), await open()];
    first.commands.setTitle('typed just now');
    await third.takeOver();
    await quiet();
    expect(titleIn(third)).toBe('typed just now');
    expect([first, second, third].map(({ session }) => session.readOnly)).toEqual([
      'following',
      'following',
      null,
    ]);
    third.commands.setTitle('third');
    await third.autosave.flush();
    await quiet();
    expect([first, second].map(titleIn)).toEqual(['third', 'third']);
  });

  it('keep what a tab had not saved when its place was taken, as a named copy', async () => {
    const { open, store } = await createPlace();
    const [first, second] = [await open(), await open()];
    // A frozen tab does not hear that it is asked.
    first.autosave.flush = () => Promise.resolve();
    first.commands.setTitle('frozen');
    await second.takeOver();
    delete (first.autosave as { flush?: unknown }).flush;
    await quiet();
    await first.autosave.flush();
    second.commands.setTitle('second');
    await second.autosave.flush();
    expect((await store.openNotebook('n'))?.notebook.title).toBe('second');
    expect((await store.openNotebook('copy-1'))?.notebook.title).toBe('frozen (copy)');
    expect(first.session).toMatchObject({ id: 'copy-1', readOnly: null });
  });

  it('may write soon, though the store does not say what was written last', async () => {
    const { open, store } = await createPlace();
    const [first, second] = [await open(), await open()];
    first.commands.setTitle('told');
    await first.autosave.flush();
    await quiet();
    const { openNotebook: read } = store;
    let answer: () => void = () => undefined;
    store.openNotebook = async (id) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return read(id);
    };
    await second.takeOver();
    expect([second.session.readOnly, titleIn(second)]).toEqual([null, 'told']);
    second.commands.setTitle('typed here');
    answer();
    await quiet();
    expect(titleIn(second)).toBe('typed here');
  });

  it('make one copy, not two, of what was under way when the place was taken', async () => {
    const { open, store } = await createPlace();
    const [first, second] = [await open(), await open()];
    const { saveNotebook } = store;
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    store.saveNotebook = async (request) => {
      if (request.notebook.title === 'held') await held;
      return saveNotebook(request);
    };
    first.commands.setTitle('held');
    void first.autosave.flush();
    await second.takeOver();
    second.commands.setTitle('second');
    await second.autosave.flush();
    go();
    await quiet();
    await first.autosave.flush();
    const titles = (await store.listNotebooks()).map(({ title }) => title).sort();
    expect(titles).toEqual(['held (copy)', 'second']);
  });

  it('follow when what was under way has been written after all', async () => {
    const { open, store } = await createPlace();
    const [first, second] = [await open(), await open()];
    const { saveNotebook } = store;
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    store.saveNotebook = async (request) => {
      await held;
      return saveNotebook(request);
    };
    first.commands.setTitle('held');
    void first.autosave.flush();
    await second.takeOver();
    go();
    await quiet();
    expect(first.session).toMatchObject({ id: 'n', readOnly: 'following' });
    expect((await store.listNotebooks()).map(({ title }) => title)).toEqual(['held']);
  });
});
