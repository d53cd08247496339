import type { Notebook } from '../core/notebook';

/** Offers the notebook as a `.fenqun.md` file; it holds no rows of data and no results. */
export async function downloadNotebook(
  notebook: Notebook,
  write: (notebook: Notebook) => Promise<string>,
): Promise<void> {
  const file = new Blob([await write(notebook)], { type: 'text/markdown' });
  saveBlob(file, fileNameOf(notebook.title));
}

/** Lets the browser save a file under this name. */
export function saveBlob(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has taken hold of the blob long before.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A file name that every system takes. */
export function fileNameOf(title: string, ending = '.fenqun.md'): string {
  const safe = title
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80)
    .trim();
  // Half a character, as the cut may leave one, is no part of a name.
  const whole = new TextDecoder().decode(new TextEncoder().encode(safe));
  return `${whole === '' ? 'fenqun' : whole}${ending}`;
}
