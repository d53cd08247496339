import type { SentencePart } from '../../core/cell-face';
import { capitalize, countAfterHan, countWord } from '../../core/format';
import type { HandEdit } from '../../core/hand-edits';
import type { Words } from '../../core/words';
import { fallbackName } from '../../ui/segment-names';
import type { ClusterDisplay } from './display';

/** More of them are counted instead of listed. */
const MOST_LISTED = 2;

/** "after one merge and two splits by hand" */
export function editsWords({ merges, splits }: NonNullable<ClusterDisplay['edits']>): Words {
  const zh = [
    ...(merges > 0 ? [`手工合并${countAfterHan(merges)}次`] : []),
    ...(splits > 0 ? [`手工拆分${countAfterHan(splits)}次`] : []),
  ];
  const en = [
    ...(merges > 0 ? [`${countWord(merges, 'en')} ${merges === 1 ? 'merge' : 'merges'}`] : []),
    ...(splits > 0 ? [`${countWord(splits, 'en')} ${splits === 1 ? 'split' : 'splits'}`] : []),
  ];
  return { zh: zh.join('、'), en: `after ${en.join(' and ')} by hand` };
}

/** " Segment 1 and Segment 4 merged by hand.": segments as they were called then. */
export function editsInSentence(edits: readonly HandEdit[]): readonly SentencePart[] {
  if (edits.length === 0) return [];
  const words = edits.length > MOST_LISTED ? countedWords(edits) : listedWords(edits);
  return [{ words: { zh: `${words.zh}。`, en: ` ${capitalize(words.en)} by hand.` } }];
}

function countedWords(edits: readonly HandEdit[]): Words {
  return {
    zh: `手工改了${countAfterHan(edits.length)}处`,
    en: `${countWord(edits.length, 'en')} changes`,
  };
}

function listedWords(edits: readonly HandEdit[]): Words {
  const each = edits.map(oneWords);
  return {
    zh: each.map(({ zh }) => zh).join('，'),
    en: each.map(({ en }) => en).join(', then '),
  };
}

function oneWords(edit: HandEdit): Words {
  if ('split' in edit) {
    const { zh, en } = edit.called[0] ?? fallbackName(edit.split);
    return {
      zh: `手工把「${zh}」拆成${countAfterHan(edit.into)}群`,
      en: `${en} split into ${countWord(edit.into, 'en')}`,
    };
  }
  const names = edit.merge.map((index, i) => edit.called[i] ?? fallbackName(index));
  return {
    zh: `手工合并${names.map(({ zh }) => `「${zh}」`).join('和')}`,
    en: `${names.map(({ en }) => en).join(' and ')} merged`,
  };
}
