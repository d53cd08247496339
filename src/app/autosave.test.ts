import { beforeEach, describe, expect, it } from 'vitest';
import { toyDefinitions, toyNotebook } from '../../tests/fixtures/toy-cells';
import { settled } from '../../tests/support/hand-engine';
import { setTitle } from '../core/notebook';
import { createHistory } from '../core/history';
import { Problem } from '../core/problem';
import { createMemoryStore } from '../storage/memory-store';
import { createUnsavedShelf } from '../storage/unsaved';
import { createTextStorage } from '../../tests/support/text-storage';
import type { SaveResult, Store, UnsavedShelf } from '../storage/port';
import { Autosave, SAVE_AFTER_MS } from './autosave';
import { Session } from './session.svelte';

let timers: { readonly run: () => void; readonly ms: number }[];
let store: Store;
let session: Session;
let unsaved: UnsavedShelf;

function createAutosave(saveNotebook: Store['saveNotebook'] = store.saveNotebook): Autosave {
  return new Autosave(session, {
    store: { saveNotebook },
    unsaved,
    summary: () => ({ cells: session.notebook.cells.length }),
    setTimer: (run, ms) => timers.push({ run, ms }),
    now: () => 1234,
  });
}

function edit(title: string): void {
  session.history = createHistory(setTitle(session.notebook, title));
}

async function timePasses(): Promise<void> {
  for (const { run } of timers.splice(0)) run();
  await settled();
}

beforeEach(() => {
  timers = [];
  store = createMemoryStore({ now: () => 1234 });
  unsaved = createUnsavedShelf('/', createTextStorage());
  const start = { id: 'n', notebook: toyNotebook(), revision: 0, savedMs: null };
  session = new Session({ ...start, results: new Map(), shown: new Map() }, toyDefinitions);
});

describe('autosave', () => {
  it('writes an edit within a second and says so only afterwards', async () => {
    const autosave = createAutosave();
    edit('a');
    autosave.edited();
    expect(session.save.kind).toBe('unsaved');
    expect(timers.map(({ ms }) => ms)).toEqual([SAVE_AFTER_MS]);
    expect(SAVE_AFTER_MS).toBeLessThan(1000);
    await timePasses();
    expect(session.save).toEqual({ kind: 'saved', atMs: 1234 });
    expect((await store.openNotebook('n'))?.notebook.title).toBe('a');
  });

  it('writes edits that come together once', async () => {
    const autosave = createAutosave();
    for (const title of ['a', 'ab', 'abc']) {
      edit(title);
      autosave.edited();
    }
    await timePasses();
    expect((await store.openNotebook('n'))?.head.revision).toBe(1);
  });

  it('is not "saved" while the store has not answered', async () => {
    let answer: (result: SaveResult) => void = () => undefined;
    const autosave = createAutosave(() => new Promise((resolve) => (answer = resolve)));
    edit('a');
    const flushed = autosave.flush();
    expect(session.save.kind).toBe('saving');
    answer(
      await store.saveNotebook({ id: 'n', notebook: session.notebook, basedOn: 0, summary: null }),
    );
    await flushed;
    expect(session.save.kind).toBe('saved');
  });

  it('goes on saving when an edit came while it was writing', async () => {
    const autosave = createAutosave();
    edit('a');
    const flushed = autosave.flush();
    edit('b');
    autosave.edited();
    await flushed;
    expect(session.save.kind).toBe('unsaved');
    await timePasses();
    expect(session.save.kind).toBe('saved');
    expect((await store.openNotebook('n'))?.notebook.title).toBe('b');
  });

  it('writes one after the other however many ask at once', async () => {
    const autosave = createAutosave();
    edit('a');
    const first = autosave.flush();
    edit('b');
    await Promise.all([first, autosave.flush(), autosave.flush()]);
    expect(session.save.kind).toBe('saved');
    expect((await store.openNotebook('n'))?.head.revision).toBe(2);
  });

  it('says why when the disk is full, and tries again with the next edit', async () => {
    let isFull = true;
    const autosave = createAutosave((request) =>
      isFull ? Promise.reject(new Problem('storage-full', {})) : store.saveNotebook(request),
    );
    edit('a');
    await autosave.flush();
    expect(session.save).toEqual({ kind: 'failed', problem: { code: 'storage-full', facts: {} } });
    isFull = false;
    edit('b');
    autosave.edited();
    await timePasses();
    expect(session.save.kind).toBe('saved');
  });

  it('writes nothing over what another tab has saved until the user decides', async () => {
    const other = { ...session.notebook, title: 'other tab' };
    await store.saveNotebook({ id: 'n', notebook: other, basedOn: 0, summary: null });
    const autosave = createAutosave();
    edit('mine');
    await autosave.flush();
    expect(session.save.kind).toBe('conflict');
    edit('mine again');
    autosave.edited();
    await timePasses();
    expect((await store.openNotebook('n'))?.notebook.title).toBe('other tab');
    await autosave.takeOver();
    expect((await store.openNotebook('n'))?.notebook.title).toBe('mine again');
    expect(session.save.kind).toBe('saved');
  });

  it('is saved at once when an edit is taken back to what was written', async () => {
    const autosave = createAutosave();
    await autosave.flush();
    const { history } = session;
    edit('a');
    autosave.edited();
    session.history = history;
    autosave.edited();
    expect(session.save.kind).toBe('saved');
  });

  it('asked twice while it is writing, is in no conflict with itself', async () => {
    const autosave = createAutosave();
    edit('a');
    const first = autosave.flush();
    edit('b');
    await Promise.all([first, autosave.flush(), autosave.flush()]);
    expect(session.save.kind).toBe('saved');
    expect((await store.openNotebook('n'))?.notebook.title).toBe('b');
  });

  it('puts what is not written where it survives the page, until it is written', async () => {
    const autosave = createAutosave();
    autosave.keepAside();
    edit('a');
    autosave.keepAside();
    expect(unsaved.get('n')).toMatchObject({ basedOn: 0, notebook: { title: 'a' } });
    await autosave.flush();
    expect(unsaved.get('n')).toBeNull();
    autosave.keepAside();
    expect(unsaved.get('n')).toBeNull();
  });

  it('does not take for the next version what was in conflict', async () => {
    const other = { ...session.notebook, title: 'other tab' };
    await store.saveNotebook({ id: 'n', notebook: other, basedOn: 0, summary: null });
    const autosave = createAutosave();
    edit('mine');
    await autosave.flush();
    autosave.keepAside();
    expect(unsaved.get('n')).toMatchObject({ basedOn: -1, notebook: { title: 'mine' } });
    autosave.giveUp();
    expect(unsaved.get('n')).toBeNull();
  });
});
