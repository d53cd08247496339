import { formatCount, formatNumber, formatPercent } from '../../core/format';
import type { Words } from '../../core/words';
import { nameOf } from '../../ui/segment-names';
import type { EvaluateDisplay, Reason, SegmentFigures, StabilityStatus } from './display';
import { fidelityOf } from './verdict';

/** What a reason is told with. */
export interface Told {
  readonly display: EvaluateDisplay;
  readonly names: readonly Words[];
}

/** A reason with the figures of its segment. */
export function reasonWords(reason: Reason, segment: SegmentFigures, told: Told): Words {
  switch (reason) {
    case 'too-small':
      return tooSmall(segment.size, told.display.minimumSize);
    case 'small-share':
      return smallShare(segment.size, told.display);
    case 'dissolves':
      return dissolves(segment, told.display.stability.bootstraps);
    case 'doubtful':
      return doubtful(segment);
    case 'unmeasured':
      return unmeasuredWords(told.display.stability.status);
    case 'misplaced':
    case 'overlaps':
      return besideNeighbour(reason, segment, told.names);
    case 'no-structure':
      return {
        zh: '所有分群都不比均匀撒开的行更成群',
        en: 'no segment stands out from rows spread evenly',
      };
    case 'blurred':
      return blurred(segment);
    default:
      return reason satisfies never;
  }
}

function tooSmall(size: number, minimum: number): Words {
  const [rows, least] = [formatCount(size), formatCount(minimum)];
  return {
    zh: `只有 ${rows} 行，不到 ${least} 行`,
    en: `${rows} ${size === 1 ? 'row' : 'rows'} only, fewer than ${least}`,
  };
}

function smallShare(size: number, { segments }: EvaluateDisplay): Words {
  const share = size / segments.reduce((sum, segment) => sum + segment.size, 0);
  return {
    zh: `只占 ${formatPercent(share, 'zh', 2)}`,
    en: `${formatPercent(share, 'en', 2)} of the rows only`,
  };
}

function dissolves({ stability }: SegmentFigures, samples: number): Words {
  const value = formatNumber(stability?.mean ?? 0, 2);
  const times = stability?.dissolved ?? 0;
  return {
    zh: `稳定度 ${value}，不到 0.6${times > 0 ? `，重抽样 ${samples} 次散了 ${times} 次` : ''}`,
    en: `stability ${value}, below 0.6${times > 0 ? `; it dissolved in ${times} of ${samples} samples` : ''}`,
  };
}

function doubtful({ stability }: SegmentFigures): Words {
  const value = formatNumber(stability?.mean ?? 0, 2);
  const interval = intervalText(stability);
  return {
    zh: `稳定度 ${value}，区间 ${interval}，不能肯定到 0.75`,
    en: `stability ${value}, interval ${interval}, not surely 0.75`,
  };
}

/** The interval of a stability: "0.71–0.83". */
export function intervalText(stability: SegmentFigures['stability']): string {
  if (!stability) return '';
  return `${formatNumber(stability.low, 2)}–${formatNumber(stability.high, 2)}`;
}

function besideNeighbour(
  reason: 'misplaced' | 'overlaps',
  { neighbor, silhouette }: SegmentFigures,
  names: readonly Words[],
): Words {
  const value = formatNumber(silhouette ?? 0, 3);
  const name = neighbor === null ? null : nameOf(names, neighbor);
  const other = {
    zh: name ? `「${shorten(name.zh)}」` : '别的群',
    en: name ? shorten(name.en) : 'another',
  };
  return reason === 'misplaced'
    ? {
        zh: `它的行平均更靠近${other.zh}，轮廓系数 ${value}`,
        en: `its rows are nearer to ${other.en} on average, silhouette ${value}`,
      }
    : {
        zh: `与${other.zh}重叠，轮廓系数 ${value}`,
        en: `overlaps with ${other.en}, silhouette ${value}`,
      };
}

function blurred({ rules }: SegmentFigures): Words {
  const value = formatNumber(fidelityOf(rules) ?? 0, 2);
  return {
    zh: `几条规则说不准谁在里面，F1 ${value}，不到 0.8`,
    en: `a few rules do not tell who is in it, F1 ${value}, below 0.8`,
  };
}

/** Why there is no stability. */
export function unmeasuredWords(status: StabilityStatus): Words {
  switch (status) {
    case 'left-out':
      return { zh: '没有算稳定度', en: 'stability was left out' };
    case 'one-segment':
      return { zh: '只有一群，没有稳定度', en: 'one segment has no stability' };
    case 'by-hand':
      return {
        zh: '有人手工改过分群，重抽样分不出同样的，算不了稳定度',
        en: 'changed by hand, so no method gives these segments again and stability cannot be measured',
      };
    case 'density':
      return {
        zh: '这个方法看行有多密，重抽样会改变疏密，算不了稳定度',
        en: 'the method goes by how densely rows lie, which drawing changes, so stability cannot be measured',
      };
    case 'refused':
      return {
        zh: '这个方法分不了抽到的行，算不了稳定度',
        en: 'the method could not segment the rows drawn, so stability was not measured',
      };
    case 'stopped':
      return { zh: '稳定度没有算完', en: 'stability was stopped before it was measured' };
    case 'running':
      return { zh: '正在算稳定度', en: 'stability is being measured' };
    case 'measured':
      return { zh: '抽样里没有它的行，不知道稳不稳定', en: 'no sample held rows of it' };
    default:
      return status satisfies never;
  }
}

/** A reason that several segments share, without their figures. */
export function sharedReason(reason: Reason, { display }: Pick<Told, 'display'>): Words {
  const shared: Record<Exclude<Reason, 'unmeasured'>, Words> = {
    'too-small': { zh: '行数太少', en: 'too few rows' },
    'small-share': { zh: '占比太小', en: 'a small share of the rows' },
    dissolves: { zh: '换一批行就散了', en: 'they dissolve when rows are drawn anew' },
    doubtful: { zh: '稳定度不能肯定', en: 'their stability is in doubt' },
    misplaced: { zh: '更靠近别的群', en: 'nearer to others than to themselves' },
    overlaps: { zh: '与邻群重叠', en: 'they overlap' },
    'no-structure': {
      zh: '不比均匀撒开的行更成群',
      en: 'they do not stand out from rows spread evenly',
    },
    blurred: { zh: '几条规则说不准', en: 'a few rules do not tell them' },
  };
  return reason === 'unmeasured' ? unmeasuredWords(display.stability.status) : shared[reason];
}

/** A name that fits into a sentence. */
export function shorten(name: string): string {
  const characters = [...name];
  return characters.length > 24 ? `${characters.slice(0, 23).join('')}…` : name;
}
