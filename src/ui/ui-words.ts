import type { Words } from '../core/words';

/** Words of the controls themselves; whatever names data or a step comes in through props. */
export const uiWords = {
  less: { zh: '减少', en: 'Decrease' },
  more: { zh: '增加', en: 'Increase' },
  search: { zh: '搜索列', en: 'Search columns' },
  noMatch: { zh: '没有这样的列。', en: 'No such column.' },
  chooseAll: { zh: '全选', en: 'All' },
  chooseNone: { zh: '清空', en: 'None' },
  automatic: { zh: '自动选择', en: 'Chosen automatically' },
  notChosen: { zh: '未选择', en: 'Not chosen' },
  missing: { zh: '缺失', en: 'missing' },
  noColumn: { zh: '没有', en: 'None' },
  guessAnew: { zh: '全部重新猜', en: 'Guess all anew' },
  inside: { zh: '往里再分', en: 'Look inside' },
  cancel: { zh: '取消', en: 'Cancel' },
  makingFile: { zh: '正在生成文件', en: 'Making the file' },
  saveCancelled: { zh: '已取消，没有存文件。', en: 'Cancelled; no file was saved.' },
  absent: { zh: '表里没有', en: 'not in the table' },
} satisfies Record<string, Words>;

export function lookInsideWords(name: string): Words {
  return { zh: `往里再分：${name}`, en: `Look inside: ${name}` };
}

/** "更多 5 项" and what is inside. */
export function moreWords(labels: readonly Words[]): {
  readonly title: Words;
  readonly names: Words;
} {
  return {
    title: { zh: `更多 ${labels.length} 项`, en: `${labels.length} more` },
    names: {
      zh: labels.map((label) => label.zh).join('、'),
      en: labels.map((label) => label.en).join(', '),
    },
  };
}

/** How many of the columns are chosen. */
export function chosenWords(chosen: number, total: number): Words {
  if (chosen === 0) return uiWords.automatic;
  return { zh: `已选 ${chosen} / ${total} 列`, en: `${chosen} of ${total} chosen` };
}

export function showMoreWords(count: string): Words {
  return { zh: `再显示 ${count} 项`, en: `Show ${count} more` };
}

/** The browser may still ask where to: whether the file is there only the user sees. */
export function savedWords(fileName: string): Words {
  return { zh: `已交给浏览器保存：${fileName}`, en: `Handed to the browser to save: ${fileName}` };
}
