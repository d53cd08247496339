/**
 * Whether a key press is the input method's own, as when Enter takes what was composed. Safari ends
 * the composition before it tells of that key and leaves only the number 229.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
