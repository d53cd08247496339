import type { Words } from '../../core/words';
import type { App, NotebookContext } from '../context';
import { BINDINGS, type Shortcut } from '../shortcuts';

/** Something that can be asked for by name. */
export interface FinderItem {
  /** Stable, so that it can be remembered as used last. */
  readonly id: string;
  readonly group: 'command' | 'cell' | 'add' | 'notebook';
  readonly words: Words;
  /** A line beside the name, searched after it. */
  readonly about?: Words;
  /** Chords of the keyboard that do the same. */
  readonly keys?: readonly string[];
  readonly isOff?: boolean;
  readonly act: () => void;
}

export type FinderPorts = App & NotebookContext;

export interface Draft extends Omit<FinderItem, 'group' | 'keys'> {
  readonly key?: Shortcut;
}

export function command({ key, ...item }: Draft): FinderItem {
  const keys = BINDINGS.find(({ shortcut }) => shortcut === key)?.keys;
  return { ...item, group: 'command', ...(keys ? { keys } : {}) };
}
