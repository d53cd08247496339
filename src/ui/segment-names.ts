import type { Words } from '../core/words';

/** What a segment without a name is called: by the number in its mark. */
export function numberedName(number: string): Words {
  return { zh: `分群 ${number}`, en: `Segment ${number}` };
}

/** The same where numbers follow the indexes. */
export function fallbackName(index: number): Words {
  return numberedName(String(index + 1));
}

/** The name of the segment with this index; `names` may be shorter than the number of segments. */
export function nameOf(names: readonly Words[], index: number): Words {
  return names[index] ?? fallbackName(index);
}
