import { formatCount, formatPercent } from '../../core/format';
import type { Language, Words } from '../../core/words';
import type { SpotCount } from './cursor';

export const scatterWords = {
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  reset: { zh: '复位', en: 'Reset' },
  showAll: { zh: '显示全部', en: 'Show all' },
  legend: { zh: '显示哪些分群', en: 'Segments to show' },
  noise: { zh: '噪声点', en: 'Noise' },
  others: { zh: '其他', en: 'Others' },
  nothing: { zh: '这里没有行', en: 'No rows here' },
  keys: {
    zh: '方向键移动光标，+ 和 − 缩放，0 复位。点一下图再滚轮缩放。',
    en: 'Arrow keys move the cursor, + and − zoom, 0 resets. Click the chart, then scroll to zoom.',
  },
  touch: { zh: '双指缩放，点一下看行数。', en: 'Pinch to zoom, tap to count.' },
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
