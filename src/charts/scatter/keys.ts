/** What a key does on a focused chart. */
export type KeyAction =
  | { readonly kind: 'move'; readonly x: number; readonly y: number }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'reset' }
  /** Switches between drawing round rows and moving the picture. */
  | { readonly kind: 'lasso' }
  /** Sets a corner of a rectangle: the first, then the opposite one. */
  | { readonly kind: 'corner' }
  | { readonly kind: 'leave' };

const STEP = 10;
const LONG_STEP = 60;
const ZOOM = 1.6;

/** Arrows move the cursor (far with Shift), + and − zoom, 0 resets, L
 * changes the tool, Enter sets corners of a rectangle, Escape drops the selection or the cursor; null: not ours. */
export function keyAction(event: {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}): KeyAction | null {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return null;
  const step = event.shiftKey ? LONG_STEP : STEP;
  switch (event.key) {
    case 'ArrowLeft':
      return { kind: 'move', x: -step, y: 0 };
    case 'ArrowRight':
      return { kind: 'move', x: step, y: 0 };
    case 'ArrowUp':
      return { kind: 'move', x: 0, y: -step };
    case 'ArrowDown':
      return { kind: 'move', x: 0, y: step };
    case '+':
    case '=':
      return { kind: 'zoom', factor: ZOOM };
    case '-':
    case '_':
      return { kind: 'zoom', factor: 1 / ZOOM };
    case '0':
      return { kind: 'reset' };
    case 'l':
    case 'L':
      return { kind: 'lasso' };
    case 'Enter':
    case ' ':
      return { kind: 'corner' };
    case 'Escape':
      return { kind: 'leave' };
    default:
      return null;
  }
}
