import { droppedFiles } from './dropped-files';

export interface EarlyDrops {
  /** Hands over what was dropped so far; the page takes what comes from now on. */
  readonly release: (take: (files: readonly File[]) => void) => void;
}

/**
 * Holds what is dropped while the page is still starting. Without it the browser would leave the
 * page and show the file, or the drop would be lost.
 */
export function holdDrops(place: Window): EarlyDrops {
  const held: Promise<readonly File[]>[] = [];
  const allow = (event: DragEvent): void => event.preventDefault();
  const hold = (event: DragEvent): void => {
    event.preventDefault();
    if (event.dataTransfer) held.push(droppedFiles(event.dataTransfer));
  };
  place.addEventListener('dragover', allow);
  place.addEventListener('drop', hold);
  return {
    release: (take) => {
      place.removeEventListener('dragover', allow);
      place.removeEventListener('drop', hold);
      void Promise.all(held).then((drops) => {
        const files = drops.flat();
        if (files.length > 0) take(files);
      });
    },
  };
}
