import { PRESENT_BINDINGS, chordOf, type KeyPress, type PresentAction } from '../shortcuts';

export interface PresentSituation {
  /** The press happened where text is typed or a control uses the keys itself. */
  readonly isInField: boolean;
  /** On a button or a link, which the space bar presses. */
  readonly isOnButton: boolean;
  readonly hasSingleKeys: boolean;
}

/** What a key means while presenting; null for nothing, and while a character is composed. */
export function presentActionOf(
  press: KeyPress,
  { isInField, isOnButton, hasSingleKeys }: PresentSituation,
): PresentAction | null {
  if (press.isComposing || press.keyCode === 229) return null;
  const chord = chordOf(press);
  if (isOnButton && chord === ' ') return null;
  const found = PRESENT_BINDINGS.find(({ keys }) => keys.some((key) => nameOf(key) === chord));
  if (!found) return null;
  // A control keeps its keys; Esc leaves it first.
  if (isInField) return null;
  return /^[A-Z]$/.test(chord) && !hasSingleKeys ? null : found.action;
}

function nameOf(key: string): string {
  return key === 'Space' ? ' ' : key;
}
