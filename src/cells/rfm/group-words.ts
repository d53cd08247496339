import type { Words } from '../../core/words';
import { GROUPS, type Group } from '../../table/rfm/group-rules';

export const GROUP_WORDS: Readonly<Record<Group, Words>> = {
  champions: { zh: '重要价值', en: 'Champions' },
  loyal: { zh: '忠诚', en: 'Loyal' },
  potential: { zh: '潜力', en: 'Potential loyalists' },
  new: { zh: '新客', en: 'New' },
  promising: { zh: '有望', en: 'Promising' },
  attention: { zh: '需关注', en: 'Need attention' },
  sleeping: { zh: '将流失', en: 'About to sleep' },
  risk: { zh: '风险', en: 'At risk' },
  losing: { zh: '不能失去', en: "Can't lose" },
  hibernating: { zh: '冬眠', en: 'Hibernating' },
  lost: { zh: '流失', en: 'Lost' },
};

function isUsual(group: string): group is Group {
  return (GROUPS as readonly string[]).includes(group);
}

/** The name of a group; one that somebody named has that name in both languages. */
export function groupWords(group: string): Words {
  return isUsual(group) ? GROUP_WORDS[group] : { zh: group, en: group };
}
