import { formatCount, formatPercent } from '../../core/format';
import type { Language, Words } from '../../core/words';
import type { SpotCount } from './cursor';

export const scatterWords = {
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  reset: { zh: '复位', en: 'Reset' },
  showAll: { zh: '显示全部', en: 'Show all' },
  legend: {
    zh: '分群：点名称突出，点眼睛显示或隐藏',
    en: 'Segments: press a name to pick it out, the eye to show or hide it',
  },
  hide: { zh: '隐藏', en: 'Hide' },
  show: { zh: '显示', en: 'Show' },
  lasso: { zh: '套索', en: 'Lasso' },
  pan: { zh: '平移', en: 'Pan' },
  tool: { zh: '拖动时', en: 'Dragging' },
  keep: { zh: '留作分群', en: 'Keep as segment' },
  keepName: { zh: '新分群的名称', en: 'Name of the new segment' },
  close: { zh: '取消选取', en: 'Drop the selection' },
  selection: { zh: '选中的行', en: 'Selected rows' },
  noise: { zh: '噪声点', en: 'Noise' },
  others: { zh: '其他', en: 'Others' },
  nothing: { zh: '这里没有行', en: 'No rows here' },
  keys: {
    zh: '按住 Shift 拖动可套索。方向键移动光标，回车两次框选，L 换工具，+ − 缩放，0 复位，Esc 取消。点一下图再滚轮缩放。',
    en: 'Shift-drag to lasso. Arrow keys move the cursor, Enter twice selects a box, L changes the tool, + − zoom, 0 resets, Esc drops. Click the chart, then scroll to zoom.',
  },
  touch: {
    zh: '双指缩放，长按套索，点一下看行数。',
    en: 'Pinch to zoom, long-press to lasso, tap to count.',
  },
} satisfies Record<string, Words>;

export function rowsWords(rows: number): Words {
  const count = formatCount(rows);
  return { zh: `${count} 行`, en: rows === 1 ? '1 row' : `${count} rows` };
}

/** How many rows lie outside the frame. */
export function outsideWords(rows: number): Words {
  const count = formatCount(rows);
  return {
    zh: `${count} 行在图外`,
    en: `${count} ${rows === 1 ? 'row lies' : 'rows lie'} outside`,
  };
}

/** What is drawn, and how. */
export function pictureWords(kind: 'rows' | 'density'): Words {
  return kind === 'rows'
    ? { zh: '每个记号是一行', en: 'Each mark is one row' }
    : {
        zh: '颜色越深行越多（对数），按占比混色',
        en: 'Darker: more rows (log); colours mixed by share',
      };
}

/** The tip as a sentence, for those who do not see it. */
export function spotSentence(
  spot: SpotCount,
  nameOf: (index: number) => string,
  language: Language,
): string {
  if (spot.total === 0) return scatterWords.nothing[language];
  const parts = spot.groups
    .slice(0, 4)
    .map(({ index, share }) => `${nameOf(index)} ${formatPercent(share, language, 0)}`);
  const total = rowsWords(spot.total)[language];
  return language === 'zh' ? `${total}：${parts.join('，')}` : `${total}: ${parts.join(', ')}`;
}

/** A share of the rows near the cursor; a small one is not rounded to nothing. */
export function shareFigure(share: number, language: Language): string {
  if (share > 0 && share < 0.01) return language === 'zh' ? '< 1 %' : '< 1%';
  return formatPercent(share, language, 0);
}

/** The selection as it stands on the card: how many rows, and which share of all. */
export function selectedWords(rows: number, all: number): Words {
  const count = formatCount(rows);
  const share = all > 0 ? rows / all : 0;
  return {
    zh: `选中 ${count} 行 · ${shareFigure(share, 'zh')}`,
    en: `${count} ${rows === 1 ? 'row' : 'rows'} selected · ${shareFigure(share, 'en')}`,
  };
}

/** Rows of groups that are not drawn are in an area all the same. */
export function hiddenWords(rows: number): Words {
  const count = formatCount(rows);
  return { zh: `其中 ${count} 行没有画出`, en: `${count} of them not drawn` };
}

/** What views elsewhere show while an area is selected. */
export const touchedWords: Words = {
  zh: '其他视图突出占选区 1 % 以上的分群',
  en: 'Other views pick out segments with 1% of it or more',
};

export function mergeIntoWords(name: string): Words {
  return { zh: `并入「${name}」`, en: `Add to ${name}` };
}
