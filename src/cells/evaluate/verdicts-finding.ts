import { capitalize, countWord, formatNumber } from '../../core/format';
import type { Words } from '../../core/words';
import { nameOf } from '../../ui/segment-names';
import type { Reason, SegmentFigures, VerdictKind } from './display';
import { reasonWords, sharedReason, type Told } from './reason-words';

/** Segments of one verdict, by index. */
type Group = readonly number[];

/** More names than this are only counted. */
const MOST_NAMES = 2;

/** The headline that follows the verdicts; every segment has one. */
export function verdictsFinding(told: Told): Words {
  const { segments } = told.display;
  const of = (kind: VerdictKind): Group =>
    [...segments.keys()].filter((index) => segments[index]!.verdict?.kind === kind);
  if (segments.every(({ verdict }) => verdict?.reasons.includes('no-structure'))) {
    return noStructure(segments.length);
  }
  const usable = of('use').length;
  if (usable === segments.length) return allUsable(told);
  const parts = [
    ...(usable > 0 ? [someUsable(usable, segments.length)] : []),
    ...groupParts('avoid', of('avoid'), told),
    ...groupParts('care', of('care'), told),
  ];
  return {
    zh: `${parts.map(({ zh }) => zh).join('；')}。`,
    en: `${capitalize(parts.map(({ en }) => en).join('; '))}.`,
  };
}

function noStructure(count: number): Words {
  return {
    zh: `没有清楚的分群：这${countWord(count, 'zh')}群不比均匀撒开的行更成群，界线是划出来的，不是找到的。这也是结论。`,
    en: `No clear structure: the ${countWord(count, 'en')} segments stand out no more than rows spread evenly; their borders are drawn, not found. That is an answer too.`,
  };
}

function allUsable({ display }: Told): Words {
  const { segments, silhouette } = display;
  const least = Math.min(...segments.flatMap(({ stability }) => stability?.mean ?? []));
  const [stability, value] = [formatNumber(least, 2), formatNumber(silhouette ?? 0, 3)];
  const count = segments.length;
  return {
    zh: `${countWord(count, 'zh')}群都用得上：稳定度最低 ${stability}，轮廓系数 ${value}。`,
    en: `${count === 2 ? 'Both' : `All ${countWord(count, 'en')}`} segments can be used: stability from ${stability}, silhouette ${value}.`,
  };
}

function someUsable(usable: number, count: number): Words {
  return {
    zh: `${countWord(count, 'zh')}群里${countWord(usable, 'zh')}群用得上`,
    en: `${countWord(usable, 'en')} of ${countWord(count, 'en')} segments can be used`,
  };
}

function groupParts(kind: 'avoid' | 'care', group: Group, told: Told): Words[] {
  if (group.length === 0) return [];
  const who = whoOf(group, told);
  const why = whyOf(group, told);
  const zh = `${who.zh}${kind === 'avoid' ? '别据此行动' : '谨慎用'}`;
  const en = kind === 'avoid' ? `do not act on ${who.en}` : `use ${who.en} with care`;
  return [why ? { zh: `${zh}（${why.zh}）`, en: `${en} (${why.en})` } : { zh, en }];
}

function whoOf(group: Group, { display, names }: Told): Words {
  const count = display.segments.length;
  if (group.length === count) {
    return {
      zh: `${countWord(count, 'zh')}群都`,
      en: count === 2 ? 'both' : `all ${countWord(count, 'en')}`,
    };
  }
  if (group.length > MOST_NAMES) {
    const some = group.length;
    return { zh: `${countWord(some, 'zh')}群`, en: `${countWord(some, 'en')} others` };
  }
  const called = group.map((index) => nameOf(names, index));
  return {
    zh: called.map(({ zh }) => `「${zh}」`).join(''),
    en: called.map(({ en }) => en).join(' and '),
  };
}

/** The weightiest reason: with its figures for one segment, without for several that share it. */
function whyOf(group: Group, told: Told): Words | null {
  const segments = group.map((index): SegmentFigures => told.display.segments[index]!);
  const [first] = segments;
  const reason: Reason | undefined = first?.verdict?.reasons[0];
  if (!first || !reason) return null;
  if (segments.length === 1) return reasonWords(reason, first, told);
  const isShared = segments.every(({ verdict }) => verdict?.reasons[0] === reason);
  return isShared ? sharedReason(reason, told) : null;
}
