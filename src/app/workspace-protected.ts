import type { NotebookPorts } from './open-notebook';
import { shelfFor } from './protecting/shelf-for';
import type { WorkspacePorts } from './workspace-ports';

/** The ports as a notebook uses them: what is kept for it is as protected as it is. */
export function portsFor(base: WorkspacePorts, id: string | null): WorkspacePorts {
  if (id === null) return base;
  const store = base.protection.inNotebook(id);
  return { ...base, store, unsaved: shelfFor(id, base.unsaved, base.protection) };
}

/** The same for one that is opened; the address follows a notebook that goes on as a copy. */
export function portsToOpen(base: WorkspacePorts, id: string): NotebookPorts {
  const onForked = (copy: string) => {
    base.protection.inherit(copy, id);
    history.replaceState(null, '', `${location.pathname}${location.search}#/notebook/${copy}`);
  };
  return { ...portsFor(base, id), onForked };
}
