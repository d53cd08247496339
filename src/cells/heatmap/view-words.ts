import { formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import type { HeatmapDisplay, LeftOut } from './display';

export const viewWords = {
  map: { zh: '分群 × 特征，与全体的差别', en: 'Segments by features: differences from everyone' },
  measure: { zh: '格子里是', en: 'In the tiles' },
  order: { zh: '顺序', en: 'Order' },
  feature: { zh: '特征', en: 'Feature' },
  segment: { zh: '分群', en: 'Segment' },
  everyone: { zh: '全体', en: 'Everyone' },
  deviation: { zh: '标准差', en: 'Standard deviation' },
  rows: { zh: '有值的行', en: 'Rows with a value' },
  tgi: { zh: 'TGI', en: 'TGI' },
  scaleDeviation: {
    zh: '与全体均值相差几个标准差',
    en: 'standard deviations from the overall mean',
  },
  scaleTgi: { zh: 'TGI，100 和全体一样', en: 'TGI; 100 is the same as everyone' },
  noRows: { zh: '没有一行有值', en: 'no row has a value' },
  noTgi: { zh: '有负数或均值不大于 0，没有 TGI', en: 'no TGI: negative values or a mean of 0' },
  twin: { zh: '表格：原始单位的均值', en: 'As a table: means in original units' },
  keys: {
    zh: '方向键移动，回车突出这一群，Esc 取消。',
    en: 'Arrow keys move, Enter picks the segment out, Esc ends it.',
  },
} satisfies Record<string, Words>;

const REASON: Readonly<Record<LeftOut, Words>> = {
  date: { zh: '日期', en: 'dates' },
  text: { zh: '文本', en: 'text' },
  identifier: { zh: '标识', en: 'identifiers' },
  same: { zh: '每一行都一样', en: 'the same in every row' },
};
const MOST_LISTED = 6;

/** "Left out: Member ID (identifiers); Joined (dates)." */
export function leftOutWords({ leftOut }: HeatmapDisplay): Words | null {
  if (leftOut.length === 0) return null;
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))];
  const parts = reasons.map((reason) => {
    const names = leftOut.filter((entry) => entry.reason === reason).map(({ column }) => column);
    const more = names.length - MOST_LISTED;
    const some = names.slice(0, MOST_LISTED);
    return {
      zh: `${some.map((name) => `「${name}」`).join('')}${more > 0 ? `等 ${formatCount(names.length)} 列` : ''}（${REASON[reason].zh}）`,
      en: `${some.join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''} (${REASON[reason].en})`,
    };
  });
  return {
    zh: `未列入：${parts.map(({ zh }) => zh).join('，')}。`,
    en: `Left out: ${parts.map(({ en }) => en).join('; ')}.`,
  };
}
