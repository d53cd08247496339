import type { Attachment } from 'svelte/attachments';
import { dragBy } from '../../ui/drag-by';
import type { NotebookContext } from '../context';
import { gapOf, isAtHome, landingAt, type Standing } from './landing';

type Moving = Pick<NotebookContext, 'session' | 'commands' | 'page'>;

/**
 * Makes an element the handle of a cell; chosen cells go together. Where they may land is told by
 * the elements of the same list, in the page or in the outline, that name a cell in this attribute.
 */
export function dragCell(
  cellId: () => string,
  { session, commands, page }: Moving,
  attribute: 'data-cell' | 'data-row-of',
): Attachment<HTMLElement> {
  const orderNow = () => session.notebook.cells.map(({ id }) => id);
  return dragBy(() => ({
    onstart() {
      const id = cellId();
      if (session.readOnly !== null) return false;
      const ids = page.marked.has(id) ? page.chosen(orderNow()) : [id];
      page.dragging = { ids, landing: null };
      return true;
    },
    onmove(at) {
      if (!page.dragging) return;
      page.dragAt = at;
      const { ids, landing: last } = page.dragging;
      const found = landingAt(at.y, standingOf(attribute));
      const order = orderNow();
      const isHome = found === null || isAtHome(ids, gapOf(found, order), order);
      const landing = isHome ? null : found;
      const isSame = last?.cellId === landing?.cellId && last?.isAfter === landing?.isAfter;
      if (!isSame) page.dragging = { ids, landing };
    },
    ondrop() {
      const dragged = page.dragging;
      page.dragging = null;
      if (dragged?.landing) commands.moveCells(dragged.ids, gapOf(dragged.landing, orderNow()));
    },
    oncancel() {
      page.dragging = null;
    },
  }));
}

function standingOf(attribute: string): Standing[] {
  return [...document.querySelectorAll<HTMLElement>(`[${attribute}]`)].flatMap((element) => {
    const { top, height } = element.getBoundingClientRect();
    const cellId = element.getAttribute(attribute);
    // The rail of a closed outline has rows, too, but no room.
    return cellId === null || height === 0 || element.closest('[inert]')
      ? []
      : [{ cellId, top, height }];
  });
}
