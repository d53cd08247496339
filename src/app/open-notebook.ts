import { fingerprintsOf } from '../core/fingerprint';
import type { Definitions } from '../core/graph';
import type { Json } from '../core/json';
import { isJsonObject } from '../core/json';
import type { Engine } from '../engine/port';
import type { Store, StoredResult } from '../storage/port';
import { Autosave } from './autosave';
import { Commands } from './commands';
import { selfContained } from './plan';
import { Scheduler } from './scheduler';
import { Session, type SessionStart } from './session.svelte';
import { stageSummaries } from './stage-state';

/** An open notebook with everything that serves it. */
export interface OpenNotebook {
  readonly session: Session;
  readonly scheduler: Scheduler;
  readonly autosave: Autosave;
  readonly commands: Commands;
  readonly close: () => Promise<void>;
}

export interface NotebookPorts {
  readonly engine: Engine;
  readonly store: Store;
  readonly definitions: Definitions;
  readonly now: () => number;
}

/** Puts session, scheduler, autosave and commands together. */
export function openNotebook(start: SessionStart, ports: NotebookPorts): OpenNotebook {
  const session = new Session(start, ports.definitions);
  const scheduler = new Scheduler(session, ports);
  const autosave = new Autosave(session, {
    store: ports.store,
    now: ports.now,
    summary: () => summaryOf(session),
    setTimer: (run, ms) => setTimeout(run, ms),
  });
  scheduler.run(selfContained(session));
  const commands = new Commands(session, { scheduler, autosave, now: ports.now });
  return {
    session,
    scheduler,
    autosave,
    commands,
    close: async () => {
      scheduler.dispose();
      await autosave.flush();
      autosave.dispose();
    },
  };
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

/** A stored notebook with the results that are still there; null when it is gone. */
export async function readStart(
  id: string,
  store: Pick<Store, 'openNotebook' | 'readResults'>,
  definitions: Definitions,
): Promise<SessionStart | null> {
  const stored = await store.openNotebook(id);
  if (!stored) return null;
  const { notebook, head } = stored;
  const last = lastShown(head.summary);
  const current = [...fingerprintsOf(notebook, definitions).values()];
  const wanted = [...current.filter((fingerprint) => fingerprint !== null), ...last.values()];
  const found = await store.readResults([...new Set(wanted)]);
  const results = new Map([...found].filter(([, result]) => !result.isPartial));
  const shown = new Map<string, StoredResult>();
  for (const [cellId, fingerprint] of last) {
    const result = results.get(fingerprint);
    if (result) shown.set(cellId, result);
  }
  return { id, notebook, revision: head.revision, savedMs: head.updatedMs, results, shown };
}

function lastShown(summary: Json): Map<string, string> {
  const pairs = isJsonObject(summary) && Array.isArray(summary.shown) ? summary.shown : [];
  const isPair = (pair: unknown): pair is [string, string] =>
    Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string';
  return new Map(pairs.filter(isPair));
}
