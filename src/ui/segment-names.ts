import type { Words } from '../core/words';

/** What a segment without a name is called. */
export function fallbackName(index: number): Words {
  return { zh: `分群 ${index + 1}`, en: `Segment ${index + 1}` };
}

/** The name of the segment with this index; `names` may be shorter than the number of segments. */
export function nameOf(names: readonly Words[], index: number): Words {
  return names[index] ?? fallbackName(index);
}
