import type { Definitions } from '../../core/graph';
import { reportOf } from '../../core/problem';
import type { Language } from '../../core/words';
import type * as Records from '../../interop/records';
import type { Commands } from '../commands';
import { fileNameOf } from '../download';
import type { Session } from '../session.svelte';

export interface RecorderPorts {
  readonly session: Session;
  readonly commands: Pick<Commands, 'runAllAnew'>;
  readonly definitions: Definitions;
  readonly now: () => number;
}

export const RECORDS = ['python', 'jupyter', 'receipt'] as const;
export type RecordKind = (typeof RECORDS)[number];

const ENDINGS: Readonly<Record<RecordKind, string>> = {
  python: '.py',
  jupyter: '.ipynb',
  receipt: '.receipt.json',
};

const load = (): Promise<typeof Records> => import('../../interop/records');

/** What the fresh cells show, by cell id. */
function freshDisplays({ states }: Session): ReadonlyMap<string, unknown> {
  const fresh = [...states].flatMap(([id, state]) =>
    state.kind === 'fresh' ? [[id, state.result.display] as const] : [],
  );
  return new Map(fresh);
}

/** Cells that scripts leave out, with the reason; none while there is no whole run to write. */
export async function leftOut(
  { session }: Pick<RecorderPorts, 'session'>,
  language: Language,
): Promise<readonly Records.LeftOut[]> {
  const { leftOutOf, reproduce } = await load();
  try {
    return leftOutOf(reproduce(session.notebook, freshDisplays(session), language));
  } catch (thrown) {
    // Said when the script is asked for.
    if (reportOf(thrown).code === 'reproduction-not-run') return [];
    throw thrown;
  }
}

/** A file about the whole run. Rejects with `Problem`s. */
export async function recordFile(
  kind: RecordKind,
  { session, definitions, now }: RecorderPorts,
  language: Language,
): Promise<{ readonly blob: Blob; readonly name: string }> {
  const records = await load();
  const { notebook } = session;
  const displays = freshDisplays(session);
  const name = fileNameOf(notebook.title, ENDINGS[kind]);
  if (kind === 'receipt') {
    const at = new Date(now());
    const receipt = await records.makeReceipt(notebook, displays, { definitions, at });
    return { blob: new Blob([`${JSON.stringify(receipt, null, 2)}\n`]), name };
  }
  const reproduction = records.reproduce(notebook, displays, language);
  const write = kind === 'python' ? records.writeScript : records.writeJupyter;
  return { blob: new Blob([write(reproduction)]), name };
}

/** How often a run of everything is looked at. */
const LOOK_EVERY_MS = 100;

/** Runs everything anew and holds the results against a receipt. Rejects with `Problem`s. */
export async function verify(written: string, ports: RecorderPorts): Promise<Records.Comparison> {
  const { session, commands, definitions, now } = ports;
  const records = await load();
  const kept = records.parseReceipt(written);
  commands.runAllAnew();
  while (session.runs.size > 0 || session.queued.size > 0) {
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
  }
  const at = new Date(now());
  const today = await records.makeReceipt(session.notebook, freshDisplays(session), {
    definitions,
    at,
  });
  return records.compareReceipts(kept, today);
}
