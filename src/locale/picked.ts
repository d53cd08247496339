import type { Words } from '../core/words';

/** What is said aloud when segments are picked out in every view, or no longer are. */
export function pickedWords(names: readonly string[]): Words {
  if (names.length === 0)
    return { zh: '不再突出任何分群', en: 'No segment is picked out any more' };
  return {
    zh: `已突出：${names.join('、')}。其他分群变淡；再选一次或按 Esc 结束。`,
    en: `Picked out: ${names.join(', ')}. The others are dimmed; pick again or press Esc to end.`,
  };
}
