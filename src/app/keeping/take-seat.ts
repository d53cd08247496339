import type { Autosave } from '../autosave';
import { readStart, type NotebookPorts } from '../open-notebook';
import type { Session } from '../session.svelte';
import { ALONE, type Seat } from './tabs';

/** What another tab has put aside is for that tab to save. */
const NOTHING = { get: () => null, put: () => undefined, remove: () => undefined, list: () => [] };

/** Lets an open notebook write, or follow the tab that does. */
export function takeSeat(
  { session, autosave }: { readonly session: Session; readonly autosave: Autosave },
  ports: NotebookPorts,
): Seat {
  /** Shows what is stored, unless this tab has something that is not. */
  const catchUp = async () => {
    const start = await readStart(session.id, { ...ports, unsaved: NOTHING }).catch(() => null);
    if (!start || session.readOnly !== 'following') return;
    session.adopt(start);
    autosave.adopted();
  };
  let catching = Promise.resolve();
  const inTurn = () => (catching = catching.then(catchUp));
  return (ports.tabs ?? ALONE).join(session.id, {
    onWrite: async () => {
      if (session.readOnly !== 'following') return;
      await inTurn();
      session.readOnly = null;
    },
    onFollow: () => {
      if (session.readOnly) return;
      // What was typed and not written before another tab took over goes on as a copy.
      const isEdited = session.history.done.length > 0 || session.kept !== session.notebook;
      if (autosave.isBehind && isEdited) {
        void autosave.fork();
        return;
      }
      session.readOnly = 'following';
      void inTurn();
    },
    onWritten: () => void inTurn(),
    onAsked: () => autosave.flush(),
  });
}
