import type { Autosave } from '../autosave';
import { readStart, type NotebookPorts } from '../open-notebook';
import type { Session } from '../session.svelte';
import { ALONE, type Seat } from './tabs';

/** What another tab has put aside is for that tab to save. */
const NOTHING = { get: () => null, put: () => undefined, remove: () => undefined, list: () => [] };

/**
 * What was written last is waited for no longer before this tab may write: the tab that wrote may
 * have stopped in the middle of it. Whoever is behind then is told so when it saves.
 */
const SHOWN_WITHIN_MS = 700;

/** Lets an open notebook write, or follow the tab that does. */
export function takeSeat(open: Seated, ports: NotebookPorts): Seat {
  const { session, autosave } = open;
  /** Shows what is stored, unless this tab has something that is not. */
  const catchUp = async (isLate: () => boolean) => {
    const start = await readStart(session.id, { ...ports, unsaved: NOTHING }).catch(() => null);
    const mayAdopt = session.readOnly === 'following' || (isLate() && !autosave.isBehind);
    if (!start || !mayAdopt || start.revision < session.revision) return;
    session.adopt(start);
    autosave.adopted();
  };
  let catching = Promise.resolve();
  const inTurn = (isLate = () => false) => (catching = catching.then(() => catchUp(isLate)));
  return (ports.tabs ?? ALONE).join(session.id, {
    onWrite: async () => {
      if (session.readOnly !== 'following') return;
      let isLate = false;
      const late = new Promise<void>((resolve) => setTimeout(resolve, SHOWN_WITHIN_MS));
      await Promise.race([inTurn(() => isLate), late]);
      isLate = true;
      session.readOnly = null;
    },
    onFollow: () => (session.readOnly ? undefined : follow(open, inTurn)),
    onWritten: () => void inTurn(),
    onAsked: () => autosave.flush(),
  });
}

interface Seated {
  readonly session: Session;
  readonly autosave: Autosave;
}

/** Gives way to the tab that writes now. */
async function follow({ session, autosave }: Seated, catchUp: () => Promise<void>): Promise<void> {
  const { id } = session;
  // What is under way to the store is written, or has gone on as a copy because it was refused.
  await autosave.settled();
  if (session.id !== id) return;
  const isEdited = session.history.done.length > 0 || session.kept !== session.notebook;
  // What was typed and not written before another tab took over goes on as a copy.
  if (autosave.isBehind && isEdited) return autosave.fork();
  session.readOnly = 'following';
  void catchUp();
}
