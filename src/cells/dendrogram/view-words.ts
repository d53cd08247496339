import { countAfterHan, countWord, formatCount, formatPercent } from '../../core/format';
import type { Words } from '../../core/words';
import { nameOf } from '../../ui/segment-names';
import type { DendrogramDisplay } from './display';
import { lossOf, lossOfStep } from './loss';

export const viewWords = {
  axisWard: {
    zh: '合并失去的组间差异（按平方根）→',
    en: 'variance lost by merging (square root) →',
  },
  axisAverage: { zh: '中心之间的平均距离 →', en: 'mean distance of the centres →' },
  pickHint: {
    zh: '点一个分群可以拆开，点一个分叉可以合并；在别的图里选中几群也行。',
    en: 'Pick a segment to split it or a fork to merge; segments picked in another chart count too.',
  },
  split: { zh: '拆成两群', en: 'Split in two' },
  undoLast: { zh: '去掉最后一处修改', en: 'Drop the last change' },
  dropAll: { zh: '恢复算法的结果', en: 'Back to the fit' },
  twin: { zh: '表格：每一步合并', en: 'As a table: merge by merge' },
  step: { zh: '步', en: 'Step' },
  joins: { zh: '合在一起', en: 'Joined' },
  lost: { zh: '这一处失去', en: 'Lost by it' },
  lostInAll: { zh: '累计失去', en: 'Lost in all' },
  left: { zh: '剩下', en: 'Left' },
  tree: { zh: '分群中心连成的树', en: 'The tree of the segments’ centres' },
} satisfies Record<string, Words>;

/** 「甲」「乙」和「丙」; A, B and C. */
function listed(segments: readonly number[], names: readonly Words[]): Words {
  const all = segments.map((segment) => nameOf(names, segment));
  const last = all.at(-1);
  const before = all.slice(0, -1);
  if (!last || before.length === 0) return { zh: `「${last?.zh ?? ''}」`, en: last?.en ?? '' };
  return {
    zh: `${before.map(({ zh }) => `「${zh}」`).join('')}和「${last.zh}」`,
    en: `${before.map(({ en }) => en).join(', ')} and ${last.en}`,
  };
}

function shareWords(share: number | null): Words {
  if (share === null) return { zh: '0 %', en: '0%' };
  return { zh: formatPercent(share, 'zh'), en: formatPercent(share, 'en') };
}

/** "Merging A and B loses 3.1% of the between-segment variance; three segments are left." */
export function mergeSentence(
  display: DendrogramDisplay,
  segments: readonly number[],
  names: readonly Words[],
): Words {
  const [them, loss] = [listed(segments, names), shareWords(lossOf(display, segments))];
  const left = display.sizes.length - segments.length + 1;
  const segmentsEn = left === 1 ? 'segment is' : 'segments are';
  return {
    zh: `合并${them.zh}，失去 ${loss.zh} 的组间差异，剩${countAfterHan(left)}群。`,
    en: `Merging ${them.en} loses ${loss.en} of the between-segment variance; ${countWord(left, 'en')} ${segmentsEn} left.`,
  };
}

/** "A holds 391,669 rows, 37.4% of all." */
export function segmentSentence(
  { sizes, rows }: DendrogramDisplay,
  segment: number,
  names: readonly Words[],
): Words {
  const [name, size] = [nameOf(names, segment), sizes[segment] ?? 0];
  const share = rows > 0 ? size / rows : 0;
  return {
    zh: `「${name.zh}」有 ${formatCount(size)} 行，占 ${formatPercent(share, 'zh')}。拆开时只用这些行，再做一次 K 均值（k = 2）。`,
    en: `${name.en} holds ${formatCount(size)} ${size === 1 ? 'row' : 'rows'}, ${formatPercent(share, 'en')} of all. A split is K-means with k = 2 on these rows alone.`,
  };
}

export function mergeButton(count: number): Words {
  return {
    zh: `把这${countAfterHan(count)}群合成一群`,
    en: `Merge these ${countWord(count, 'en')}`,
  };
}

/** "Two changes made by hand so far." */
export function editsSentence(count: number): Words {
  return {
    zh: `到现在手工改了${countAfterHan(count)}处。`,
    en: `${count === 1 ? 'One change' : `${countWord(count, 'en').replace(/^./, (c) => c.toUpperCase())} changes`} made by hand so far.`,
  };
}

export function naturalLabel(groups: number): Words {
  return { zh: `并到${countAfterHan(groups)}群`, en: `${countWord(groups, 'en')} groups` };
}

/** A fork read out: the figure beside it, then what it joins and at what loss in all. */
export function forkWords(
  display: DendrogramDisplay,
  merge: number,
  names: readonly Words[],
): Words {
  const [step, all] = [
    shareWords(lossOfStep(display, merge)),
    mergeSentence(display, display.merges[merge]!.segments, names),
  ];
  return { zh: `${step.zh}。${all.zh}`, en: `${step.en}. ${all.en}` };
}
