import type { Protection, UnsavedShelf } from '../../storage/port';

/**
 * The shelf of an open notebook. Of a protected one nothing is put there: a page that goes away
 * cannot wait for the browser's cryptography, and plain text must not lie there.
 */
export function shelfFor(id: string, shelf: UnsavedShelf, protection: Protection): UnsavedShelf {
  return {
    ...shelf,
    put: (under, unsaved) => {
      if (protection.stateOf(id) === 'plain') shelf.put(under, unsaved);
    },
  };
}
