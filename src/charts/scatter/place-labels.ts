import type { Size } from './domain';

/** A mark to be named on the picture. */
export interface LabelWish {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Where a mark stands and where its name goes; no name where none fits. */
export interface PlacedLabel extends LabelWish {
  readonly label: {
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'middle' | 'end';
  } | null;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const LINE = 18;

/** Width of a label in pixels, estimated: Han characters are as wide as the type is high. */
export function labelWidth(text: string, scale = 1): number {
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! > 0x2e7f ? 13.5 : 7.4;
  return width * scale;
}

/** At most this many pixels of a name, cut with an ellipsis. */
export function cutLabel(text: string, widest: number, scale = 1): string {
  if (labelWidth(text, scale) <= widest) return text;
  let cut = '';
  for (const character of text) {
    if (labelWidth(cut + character, scale) + 8 > widest) break;
    cut += character;
  }
  return `${cut}…`;
}

/**
 * Names beside their marks: right, left, below or above, whichever is first free of other marks
 * and names and inside the frame. Earlier marks choose first. Marks outside the frame are left out.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  size: Size,
  { markSize, scale = 1 }: { readonly markSize: number; readonly scale?: number },
): readonly PlacedLabel[] {
  const half = markSize / 2;
  const seen = wishes.filter(({ x, y }) => x >= 0 && x <= size.width && y >= 0 && y <= size.height);
  const taken: Box[] = seen.map(({ x, y }) => boxAround(x, y, half));
  return seen.map((wish) => {
    const places = placesAround(wish, half, scale);
    const free = places.find(
      ({ box }) => isInside(box, size) && !taken.some((other) => overlaps(box, other)),
    );
    if (!free) return { ...wish, label: null };
    taken.push(free.box);
    return { ...wish, label: free.label };
  });
}

function placesAround(wish: LabelWish, half: number, scale: number) {
  const { x, y, text } = wish;
  const width = labelWidth(text, scale);
  const line = LINE * scale;
  const gap = 6;
  const side = { top: y - line / 2, bottom: y + line / 2 };
  const middle = { left: x - width / 2, right: x + width / 2 };
  const [right, left] = [x + half + gap, x - half - gap];
  const [below, above] = [y + half + 4, y - half - 4];
  return [
    {
      box: { left: right, right: right + width, ...side },
      label: { x: right, y: y + 5 * scale, anchor: 'start' as const },
    },
    {
      box: { left: left - width, right: left, ...side },
      label: { x: left, y: y + 5 * scale, anchor: 'end' as const },
    },
    {
      box: { top: below, bottom: below + line, ...middle },
      label: { x, y: below + 13 * scale, anchor: 'middle' as const },
    },
    {
      box: { top: above - line, bottom: above, ...middle },
      label: { x, y: above - 5 * scale, anchor: 'middle' as const },
    },
  ];
}

function boxAround(x: number, y: number, half: number): Box {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

function isInside(box: Box, size: Size): boolean {
  return (
    box.left >= 2 && box.top >= 2 && box.right <= size.width - 2 && box.bottom <= size.height - 2
  );
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
