import type { Cell, Notebook } from '../../core/notebook';

/** A slide: its own title, or the cells that it shows, in order. */
export interface Slide {
  /** Names the slide while results come and go; the first one is `title`. */
  readonly id: string;
  readonly cellIds: readonly string[];
}

const NOTE = 'note';
const HEADING = /^ {0,3}#{1,2}(?:[ \t]|$)/;

/** True for a note that begins with a heading of the first or second level: a section begins. */
export function beginsSection({ kind, params }: Cell): boolean {
  if (kind !== NOTE || typeof params.text !== 'string') return false;
  const first = params.text.split('\n').find((line) => line.trim() !== '') ?? '';
  return HEADING.test(first);
}

/**
 * The slides of a notebook: the title, then one picture a slide, so that every picture fits a
 * screen. A note with a heading of level 1 or 2 starts a slide; prose goes with the picture below
 * it, or with the slide above where none follows. Folded cells are the author's own affair.
 * @param hasResult whether there is anything to show of a cell
 */
export function slidesOf(notebook: Notebook, hasResult: (cell: Cell) => boolean): Slide[] {
  const groups: Cell[][] = [];
  let open: Cell[] = [];
  const close = () => {
    if (open.length > 0) groups.push(open);
    open = [];
  };
  for (const cell of notebook.cells) {
    if (cell.isFolded || !hasResult(cell)) continue;
    if (beginsSection(cell)) close();
    open.push(cell);
    if (cell.kind !== NOTE) close();
  }
  const last = groups.at(-1);
  // Prose behind the last picture belongs to it.
  if (last && open[0] && !beginsSection(open[0])) last.push(...open);
  else close();
  const slides = groups.map((cells) => slideOf(cells.map(({ id }) => id)));
  return [{ id: 'title', cellIds: [] }, ...slides];
}

function slideOf(cellIds: readonly string[]): Slide {
  return { id: cellIds[0] ?? '', cellIds };
}

/** The slide that shows a cell; else the one of the nearest cell above that has one. */
export function slideShowing(
  slides: readonly Slide[],
  cellId: string | null,
  order: readonly string[],
): number {
  for (let at = order.indexOf(cellId ?? ''); at >= 0; at--) {
    const id = order[at] ?? '';
    const found = slides.findIndex(({ cellIds }) => cellIds.includes(id));
    if (found >= 0) return found;
  }
  return 0;
}
