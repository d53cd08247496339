import type { Engine, Task } from '../engine/port';
import type { Store } from '../storage/port';

/**
 * Hands the engine the stored files that a task reads, each once and only when it is first
 * needed. A file that is not there is not handed over: the engine says `source-missing`.
 */
export function createSourceSupply(ports: {
  readonly engine: Pick<Engine, 'provideFile'>;
  readonly store: Pick<Store, 'readDataset'>;
}): (task: Task) => Promise<void> {
  const provided = new Set<string>();
  return async (task) => {
    for (const sha256 of sourcesOf(task)) {
      if (provided.has(sha256)) continue;
      const file = await ports.store.readDataset(sha256).catch(() => null);
      if (!file) continue;
      ports.engine.provideFile(sha256, file);
      provided.add(sha256);
    }
  };
}

/** Hashes of the sources that a task reads, itself or upstream, each once. */
function sourcesOf(task: Task): Set<string> {
  const found = new Set<string>();
  const visited = new Set<Task>();
  const open = [task];
  for (let next = open.pop(); next; next = open.pop()) {
    if (visited.has(next)) continue;
    visited.add(next);
    if (next.source) found.add(next.source.sha256);
    for (const { sha256 } of next.more ?? []) found.add(sha256);
    open.push(...Object.values(next.inputs));
  }
  return found;
}
