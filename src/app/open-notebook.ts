import { fingerprintsOf } from '../core/fingerprint';
import type { Definitions } from '../core/graph';
import { identityIn } from '../core/identity';
import type { Json } from '../core/json';
import { canonicalJson, isJsonObject } from '../core/json';
import type { Notebook } from '../core/notebook';
import type { Engine } from '../engine/port';
import type { Store, StoredNotebook, StoredResult, Unsaved, UnsavedShelf } from '../storage/port';
import { Autosave, BASED_ON_NONE } from './autosave';
import { Commands } from './commands';
import { saveBlob } from './download';
import { createExporter, type CellExporter } from './export-cell';
import { Identities } from './identities';
import { comparisonsOf } from './moved';
import { selfContained } from './plan';
import { Scheduler } from './scheduler';
import { takeSeat } from './keeping/take-seat';
import type { Seat, Tabs } from './keeping/tabs';
import { Session, type SessionStart } from './session.svelte';
import { createAskRows, type AskRows } from './table/ask-rows';
import { stageSummaries } from './stage-state';

/** An open notebook with everything that serves it. */
export interface OpenNotebook {
  readonly session: Session;
  readonly scheduler: Scheduler;
  readonly autosave: Autosave;
  readonly commands: Commands;
  readonly exporter: CellExporter;
  readonly askRows: AskRows;
  /** Makes this tab the one that writes. */
  readonly takeOver: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface NotebookPorts {
  readonly engine: Engine;
  readonly store: Store;
  readonly unsaved: UnsavedShelf;
  readonly definitions: Definitions;
  readonly now: () => number;
  readonly newId: () => string;
  /** The title of a copy made because another tab has saved meanwhile. */
  readonly copyTitle: (title: string) => string;
  /** Who of the open tabs may write; without it everybody may. */
  readonly tabs?: Tabs;
  /** True where a newer Fenqun has written to the database. */
  readonly isNewer?: () => boolean;
  /** Told of every write that the store has acknowledged. */
  readonly onWritten?: () => void;
  /** Told that the open notebook goes on under another id. */
  readonly onForked?: (id: string) => void;
}

/** Puts session, scheduler, autosave and commands together. */
export function openNotebook(start: SessionStart, ports: NotebookPorts): OpenNotebook {
  const session = new Session(start, ports.definitions);
  const identities = new Identities(session, {
    engine: ports.engine,
    store: ports.store,
    onAmended: () => autosave.edited(),
  });
  const scheduler = new Scheduler(session, { ...ports, identities });
  const autosave: Autosave = createAutosave(session, ports, () => seat);
  if (ports.isNewer?.()) session.readOnly = 'newer';
  const seat: Seat = takeSeat({ session, autosave }, ports);
  identities.check();
  scheduler.run(selfContained(session));
  if (session.isRecovered) autosave.edited();
  const commands = new Commands(session, {
    scheduler,
    autosave,
    now: ports.now,
    keepAs: (name) => autosave.keepAs(name),
  });
  return {
    session,
    scheduler,
    autosave,
    commands,
    exporter: createExporter(session, { ...ports, save: saveBlob }),
    askRows: createAskRows(session, ports),
    takeOver: () => seat.takeOver(),
    close: async () => {
      scheduler.dispose();
      await autosave.flush();
      autosave.keepAside();
      autosave.dispose();
      seat.leave();
    },
  };
}

/** Writes the session; tells the other tabs and the address what becomes of it. */
function createAutosave(session: Session, ports: NotebookPorts, seat: () => Seat): Autosave {
  return new Autosave(session, {
    store: ports.store,
    unsaved: ports.unsaved,
    now: ports.now,
    summary: () => summaryOf(session),
    setTimer: (run, ms) => setTimeout(run, ms),
    newId: ports.newId,
    copyTitle: ports.copyTitle,
    onWritten: () => {
      seat().told();
      ports.onWritten?.();
    },
    onForked: () => {
      seat().move(session.id);
      ports.onForked?.(session.id);
    },
  });
}

/** What is kept beside the document: how far each stage is, and which result each cell showed last. */
export function summaryOf(session: Session): Json {
  const { notebook, definitions, states, shown } = session;
  return {
    stages: stageSummaries(notebook, definitions, states).map((stage) =>
      stage.state === 'running' ? 'some' : stage.state,
    ),
    rows: Math.max(0, ...notebook.sources.map((source) => source.rows)),
    shown: [...shown]
      .filter(([id]) => notebook.cells.some((cell) => cell.id === id))
      .map(([id, result]) => [id, result.fingerprint]),
  };
}

type ReadPorts = Pick<NotebookPorts, 'definitions' | 'unsaved'> & {
  readonly store: Pick<Store, 'openNotebook' | 'readResults'>;
};

/**
 * A stored notebook with the results that are still there, or what a page that went away could not
 * store of it; null when it is gone.
 */
export async function readStart(
  id: string,
  { store, unsaved, definitions }: ReadPorts,
): Promise<SessionStart | null> {
  const document = latestOf(await store.openNotebook(id), unsaved.get(id));
  if (!document) return null;
  if (!document.recovered) unsaved.remove(id);
  const { notebook, summary, ...origin } = document;
  const last = lastShown(summary);
  const current = [...fingerprintsOf(notebook, definitions).values()];
  const compared = notebook.cells.flatMap(({ params }) => comparisonsOf(identityIn(params)));
  const present = current.filter((fingerprint) => fingerprint !== null);
  const wanted = [...present, ...last.values(), ...compared];
  const found = await store.readResults([...new Set(wanted)]);
  const results = new Map([...found].filter(([, result]) => !result.isPartial));
  const shown = new Map<string, StoredResult>();
  for (const [cellId, fingerprint] of last) {
    const result = results.get(fingerprint);
    if (result) shown.set(cellId, result);
  }
  return { id, notebook, ...origin, results, shown };
}

type Latest = Pick<SessionStart, 'revision' | 'savedMs' | 'recovered'> & {
  readonly notebook: Notebook;
  readonly summary: Json;
};

/** What was put aside is the later document; where the store has changed under it, a copy. */
function latestOf(stored: StoredNotebook | null, aside: Unsaved | null): Latest | null {
  const revision = stored?.head.revision ?? 0;
  if (!aside || (stored && isSame(stored.notebook, aside.notebook))) {
    if (!stored) return null;
    const { summary, updatedMs: savedMs } = stored.head;
    return { notebook: stored.notebook, summary, revision, savedMs };
  }
  const { notebook, summary } = aside;
  // Built on what is no longer there, it will be saved as a copy.
  const basedOn = !stored || aside.basedOn === revision ? revision : BASED_ON_NONE;
  return { notebook, summary, revision: basedOn, savedMs: null, recovered: true };
}

function isSame(one: Notebook, other: Notebook): boolean {
  return canonicalJson(one as unknown as Json) === canonicalJson(other as unknown as Json);
}

function lastShown(summary: Json): Map<string, string> {
  const pairs = isJsonObject(summary) && Array.isArray(summary.shown) ? summary.shown : [];
  const isPair = (pair: unknown): pair is [string, string] =>
    Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string';
  return new Map(pairs.filter(isPair));
}
