import type { NotebookContext } from './context';

/** A control keeps what its own keys and presses mean. */
const CONTROLS =
  'a, button, input, textarea, select, summary, label, canvas, [contenteditable], [data-typing], [data-own-keys], [role="slider"], [role="application"], [role="grid"]';

type Pointing = Pick<NotebookContext, 'session' | 'page'>;

/** A press on a cell: it is selected; with Shift a stretch of cells is chosen, with Ctrl or Cmd one more. */
export function pointAt(event: PointerEvent, cellId: string, { session, page }: Pointing): void {
  const isControl = event.target instanceof Element && event.target.closest(CONTROLS) !== null;
  if (isControl || !chooses(event)) {
    page.select(cellId);
    return;
  }
  event.preventDefault();
  chooseWith(event, cellId, { session, page });
  page.reveal(page.selected ?? cellId);
}

/** Whether a press is meant to choose several. */
export function chooses({ shiftKey, ctrlKey, metaKey }: MouseEvent): boolean {
  return shiftKey || ctrlKey || metaKey;
}

/** Chooses up to a cell with Shift, one more with Ctrl or Cmd. */
export function chooseWith(event: MouseEvent, cellId: string, { session, page }: Pointing): void {
  const order = session.notebook.cells.map(({ id }) => id);
  if (event.shiftKey) page.markTo(cellId, order);
  else page.toggleMark(cellId);
}
