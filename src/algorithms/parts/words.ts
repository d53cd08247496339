import type { SentencePart } from '../../core/cell-face';
import { countAfterHan, countWord, formatCount } from '../../core/format';
import type { Words } from '../../core/words';

/** "four segments", as a sentence of its own begins in Chinese. */
export function segmentsWords(count: number): Words {
  const noun = count === 1 ? 'segment' : 'segments';
  return { zh: `${countWord(count, 'zh')}个分群`, en: `${countWord(count, 'en')} ${noun}` };
}

/** "四个分群" within a Chinese sentence. */
export function segmentsAfterHan(count: number): string {
  return `${countAfterHan(count)}个分群`;
}

/** "… into four segments": what follows the name of an algorithm that is told their number. */
export function intoSegments(clusters: number): readonly SentencePart[] {
  const words = { ...segmentsWords(clusters), zh: segmentsAfterHan(clusters) };
  return [{ words: { zh: '分成', en: ' into ' } }, { words, param: 'clusters' }];
}

/** ", best of 10 restarts". */
export function bestOf(restarts: number): readonly SentencePart[] {
  const count = formatCount(restarts);
  const words =
    restarts === 1
      ? { zh: '只算一次', en: 'a single run' }
      : { zh: `${count} 次重启取最好的`, en: `best of ${count} restarts` };
  return [{ words: { zh: '，', en: ', ' } }, { words, param: 'restarts' }];
}
