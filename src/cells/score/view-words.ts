import { formatCount, formatPercent } from '../../core/format';
import type { Words } from '../../core/words';
import type { ScoreDisplay } from './display';

export const viewWords = {
  table: { zh: '各分群归入的行', en: 'Rows put into each segment' },
  segment: { zh: '分群', en: 'Segment' },
  rows: { zh: '行数', en: 'Rows' },
  share: { zh: '现在占', en: 'Share now' },
  before: { zh: '学习时占', en: 'Share when learnt' },
  outside: { zh: '范围外', en: 'Outside' },
  outsideHint: {
    zh: '离中心比学习时 99 % 的行都远的行，占这一群的比例',
    en: 'Share of the segment that is farther from its centre than 99% of the rows it was learnt from',
  },
  confidence: { zh: '把握（中位数）', en: 'Confidence (median)' },
  confidenceHint: {
    zh: '1 − 到自己中心的距离 ÷ 到最近的另一个中心的距离；0 是在两群正中间',
    en: '1 − distance to the own centre ÷ distance to the nearest other; 0 is midway between two',
  },
  notes: { zh: '这张表和学习时的不同', en: 'Where this table differs' },
  save: { zh: '保存归群结果（CSV）', en: 'Save the scores (CSV)' },
  rules: { zh: '护照里的规则', en: 'Rules in the passport' },
} satisfies Record<string, Words>;

/** What the reader should know of columns and rows, a sentence each; empty when all fits. */
export function noteWords(display: ScoreDisplay): Words[] {
  return [
    ...display.leftOut.map(({ column, rows, first }) => leftOutWords(column, rows, first)),
    ...display.unseen.map(unseenWords),
    ...(display.unseenLevels > display.unseen.length
      ? [
          {
            zh: `另有 ${formatCount(display.unseenLevels - display.unseen.length)} 个没出现过的类别。`,
            en: `${formatCount(display.unseenLevels - display.unseen.length)} more levels that were not there when learning.`,
          },
        ]
      : []),
    ...display.notes.map(columnWords),
    ...(display.unused > 0
      ? [
          {
            zh: `${formatCount(display.unused)} 列用不上，没有读。`,
            en: `${formatCount(display.unused)} columns are not needed and were left aside.`,
          },
        ]
      : []),
  ];
}

const TAKEN = {
  none: { zh: '按不属于任何已知类别计算', en: 'it counts as none of the known ones' },
  middle: { zh: '按次序正中的类别计算', en: 'it gets the middle place of the order' },
  never: { zh: '按从没出现过计算', en: 'its frequency counts as 0' },
} satisfies Record<string, Words>;

function unseenWords({ column, level, rows, taken }: ScoreDisplay['unseen'][number]): Words {
  const words = TAKEN[taken ?? 'none'];
  return {
    zh: `「${column}」里的「${level}」（${formatCount(rows)} 行）学习时没有出现过，${words.zh}。`,
    en: `${column}: “${level}” (${formatCount(rows)} rows) was not there when learning; ${words.en}.`,
  };
}

function leftOutWords(column: string, rows: number, first: readonly number[]): Words {
  const numbers = first.map(formatCount);
  const more = rows > first.length;
  return {
    zh: `${formatCount(rows)} 行缺「${column}」，学习时这一列没有缺失，所以没有归群：第 ${numbers.join('、')}${more ? '……' : ''} 行。`,
    en: `${formatCount(rows)} rows without ${column} are left out, since none lacked it when learning: ${rows === 1 ? 'row' : 'rows'} ${numbers.join(', ')}${more ? ', …' : ''}.`,
  };
}

function columnWords({ kind, column, found }: ScoreDisplay['notes'][number]): Words {
  if (kind === 'renamed') {
    return {
      zh: `「${column}」用了「${found}」这一列。`,
      en: `${column} was taken from ${found}.`,
    };
  }
  if (kind === 'retyped') {
    return {
      zh: `「${column}」读成了另一种类型，按学习时的类型使用。`,
      en: `${column} was read as another type and used as the one learnt.`,
    };
  }
  return {
    zh: `「${column}」的单位${found === '' ? '没有写' : `是「${found}」`}，和学习时不同：数值照原样使用，请核对。`,
    en: `${column} has ${found === '' ? 'no unit' : `the unit ${found}`}, unlike when learning; the numbers are used as they are: check them.`,
  };
}

/** "12.3% (−1.4 points)" */
export function shareText(part: number, all: number, language: 'zh' | 'en'): string {
  return all === 0 ? '—' : formatPercent(part / all, language);
}
