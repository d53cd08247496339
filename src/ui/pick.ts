/** What is picked out after this segment was chosen: it alone, or nothing when it was already. */
export function togglePick(
  selected: readonly number[] | null | undefined,
  index: number,
): readonly number[] | null {
  return selected?.length === 1 && selected[0] === index ? null : [index];
}

/** With others picked out, a segment is dimmed. */
export function isDimmed(selected: readonly number[] | null | undefined, index: number): boolean {
  return Array.isArray(selected) && !selected.includes(index);
}
