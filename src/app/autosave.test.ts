import { beforeEach, describe, expect, it } from 'vitest';
import { toyDefinitions, toyNotebook } from '../../tests/fixtures/toy-cells';
import { settled } from '../../tests/support/hand-engine';
import { removeCell, setTitle } from '../core/notebook';
import { createHistory, record } from '../core/history';
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
let nowMs = 1234;

function createAutosave(saveNotebook: Store['saveNotebook'] = store.saveNotebook): Autosave {
  return new Autosave(session, {
    store: { saveNotebook },
    unsaved,
    summary: () => ({ cells: session.notebook.cells.length }),
    setTimer: (run, ms) => timers.push({ run, ms }),
    now: () => nowMs,
    newId: () => 'copy',
    copyTitle: (title) => `${title} (copy)`,
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
  nowMs = 1234;
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

  it('writes what is being typed, and then what became of it', async () => {
    const autosave = createAutosave();
    const typed = setTitle(session.notebook, 'half a wo');
    session.typed = { over: session.notebook, notebook: typed };
    autosave.edited();
    expect(session.save.kind).toBe('unsaved');
    await timePasses();
    expect(session.save.kind).toBe('saved');
    expect((await store.openNotebook('n'))?.notebook.title).toBe('half a wo');
    session.typed = null;
    autosave.edited();
    await timePasses();
    expect((await store.openNotebook('n'))?.notebook).toEqual(session.notebook);
  });

  it('puts aside what is being typed when the page goes away', () => {
    const autosave = createAutosave();
    const typed = setTitle(session.notebook, 'half a wo');
    session.typed = { over: session.notebook, notebook: typed };
    autosave.keepAside();
    expect(unsaved.get('n')?.notebook.title).toBe('half a wo');
  });

  it('takes what is being typed along into a copy', async () => {
    const autosave = createAutosave();
    const typed = setTitle(session.notebook, 'half a wo');
    session.typed = { over: session.notebook, notebook: typed };
    await autosave.fork();
    expect((await store.openNotebook('copy'))?.notebook.title).toBe('half a wo (copy)');
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

  it('goes on as a named copy when another tab has saved first', async () => {
    const other = { ...session.notebook, title: 'other tab' };
    await store.saveNotebook({ id: 'n', notebook: other, basedOn: 0, summary: null });
    const autosave = createAutosave();
    edit('mine');
    await autosave.flush();
    expect(session).toMatchObject({ id: 'copy', save: { kind: 'saved' } });
    expect(session.forkedFrom).toEqual({ id: 'n', title: 'mine' });
    edit('mine again');
    autosave.edited();
    await timePasses();
    expect((await store.openNotebook('n'))?.notebook.title).toBe('other tab');
    expect((await store.openNotebook('copy'))?.notebook.title).toBe('mine again');
  });

  it('names the copy after what it was', async () => {
    await store.saveNotebook({
      id: 'n',
      notebook: setTitle(session.notebook, 'other'),
      basedOn: 0,
      summary: null,
    });
    edit('mine');
    await createAutosave().flush();
    expect((await store.openNotebook('copy'))?.notebook.title).toBe('mine (copy)');
  });

  it('tries again by itself until there is room', async () => {
    let isFull = true;
    const autosave = createAutosave((request) =>
      isFull ? Promise.reject(new Problem('storage-full', {})) : store.saveNotebook(request),
    );
    edit('a');
    await autosave.flush();
    await timePasses();
    expect(session.save.kind).toBe('failed');
    isFull = false;
    await timePasses();
    expect(session.save.kind).toBe('saved');
  });

  it('writes nothing while another tab writes', async () => {
    const autosave = createAutosave();
    session.readOnly = 'following';
    edit('a');
    autosave.edited();
    await autosave.flush();
    expect(await store.openNotebook('n')).toBeNull();
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
});

describe('the history that autosave keeps', () => {
  const change = (title: string, change = setTitle(session.notebook, title)) => {
    const action = { code: 'any', facts: {} };
    session.history = record(session.history, change, { action, atMs: nowMs });
  };
  const titles = async () =>
    (await store.listVersions('n')).map(({ number, reason }) => [number, reason]);

  it('has a version every 50 edits', async () => {
    const autosave = createAutosave();
    for (let i = 0; i < 120; i++) {
      change(`t${i}`);
      autosave.edited();
      if (i % 10 === 9) await autosave.flush();
    }
    expect(await titles()).toEqual([
      [2, 'time'],
      [1, 'time'],
    ]);
    expect((await store.openVersion('n', 1))?.title).toBe('t49');
  });

  it('has a version every two minutes of edits', async () => {
    const autosave = createAutosave();
    for (let i = 0; i < 9; i++) {
      change(`t${i}`);
      autosave.edited();
      nowMs += 30_000;
      await autosave.flush();
    }
    expect(await titles()).toEqual([
      [2, 'time'],
      [1, 'time'],
    ]);
  });

  it('has the state before cells were deleted, although it was never written', async () => {
    const autosave = createAutosave();
    change('unwritten');
    autosave.edited();
    change('', removeCell(session.notebook, session.notebook.cells[0]!.id));
    autosave.edited();
    await autosave.flush();
    expect(await titles()).toEqual([[1, 'delete']]);
    expect((await store.openVersion('n', 1))?.title).toBe('unwritten');
  });

  it('has what was kept by name, also where nothing was to be written', async () => {
    const autosave = createAutosave();
    await autosave.flush();
    expect(await autosave.keepAs('before lunch')).toBe(true);
    expect(await store.listVersions('n')).toMatchObject([
      { reason: 'named', name: 'before lunch' },
    ]);
    expect((await store.openNotebook('n'))?.head.revision).toBe(1);
  });
});
