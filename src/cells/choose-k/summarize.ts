import { formatNumber, formatPercent } from '../../core/format';
import type { Words } from '../../core/words';
import { STRUCTURE } from '../../metrics/excess';
import { STABLE } from '../../metrics/stability';
import { INDICES, type ChooseKDisplay, type IndexKey } from './display';
import { formatIndex, indexWords } from './index-words';

/** How many indices point to this k, of those that point anywhere. */
export function agreement(
  { votes }: ChooseKDisplay,
  clusters: number,
): { readonly agreeing: number; readonly voting: number } {
  const cast = INDICES.map((key) => votes[key]).filter((vote) => vote !== null);
  return { agreeing: cast.filter((vote) => vote === clusters).length, voting: cast.length };
}

/** The k that the panel points to: the recommended one, or none. */
export function recommendedOf({ verdict }: ChooseKDisplay): number | null {
  return verdict.kind === 'recommended' ? verdict.clusters : null;
}

/** A segment with a smaller share than this is a handful of unusual rows more often than a group. */
const SMALL = 0.02;

/** What stands below the headline: what the next k would change, who disagrees, what to beware of. */
export function explain(display: ChooseKDisplay): readonly Words[] {
  const clusters = recommendedOf(display);
  const { verdict } = display;
  if (verdict.kind === 'no-structure') {
    return [nullWords(display), leastBad(display, verdict.clusters)];
  }
  if (clusters === null) return [];
  return [
    ...comparison(display, clusters),
    ...disagreements(display, clusters),
    ...unstableWarning(display, clusters),
    ...smallWarning(display, clusters),
  ];
}

/** Silhouette and stability of the recommended k beside those of its neighbour. */
function comparison({ candidates }: ChooseKDisplay, clusters: number): Words[] {
  const at = candidates.findIndex((candidate) => candidate.clusters === clusters);
  const [own, other] = [candidates[at], candidates[at + 1] ?? candidates[at - 1]];
  if (!own || !other) return [];
  const changes = (['silhouette', 'stability'] as const).flatMap((key) => {
    const [from, to] = [own[key], other[key]];
    return from === null || to === null ? [] : [changeWords(key, from, to)];
  });
  if (changes.length === 0) return [];
  return [
    {
      zh: `从 ${clusters} 群改成 ${other.clusters} 群，${changes.map(({ zh }) => zh).join('，')}。`,
      en: `From ${clusters} to ${other.clusters} segments, ${changes.map(({ en }) => en).join(' and ')}.`,
    },
  ];
}

function changeWords(key: IndexKey, from: number, to: number): Words {
  const [before, after] = [formatIndex(from, key), formatIndex(to, key)];
  const name = { zh: indexWords[key].name.zh, en: indexWords[key].name.en.toLowerCase() };
  if (before === after) {
    return { zh: `${name.zh}仍是 ${before}`, en: `${name.en} stays at ${before}` };
  }
  return to < from
    ? {
        zh: `${name.zh}由 ${before} 降到 ${after}`,
        en: `${name.en} falls from ${before} to ${after}`,
      }
    : {
        zh: `${name.zh}由 ${before} 升到 ${after}`,
        en: `${name.en} rises from ${before} to ${after}`,
      };
}

/** The indices that point elsewhere, by the k that they point to. */
function disagreements(display: ChooseKDisplay, clusters: number): Words[] {
  const last = display.candidates.at(-1)?.clusters;
  const elsewhere = new Map<number, IndexKey[]>();
  for (const key of INDICES) {
    const vote = display.votes[key];
    if (vote !== null && vote !== clusters)
      elsewhere.set(vote, [...(elsewhere.get(vote) ?? []), key]);
  }
  const parts = [...elsewhere]
    .sort(([a], [b]) => a - b)
    .map(([vote, keys]) => voteWords(vote, keys, vote === last));
  if (parts.length === 0) return [];
  return [
    {
      zh: `${parts.map(({ zh }) => zh).join('；')}。`,
      en: `${parts.map(({ en }) => en).join('; ')}.`,
    },
  ];
}

function voteWords(vote: number, keys: readonly IndexKey[], isLast: boolean): Words {
  const zh = joined(
    keys.map((key) => indexWords[key].name.zh),
    '、',
    '和',
  );
  const en = joined(
    keys.map((key) => indexWords[key].name.en),
    ', ',
    ' and ',
  );
  const verb = keys.length === 1 ? 'points' : 'point';
  if (vote === 1)
    return { zh: `${zh}看不出分群`, en: `${en} ${keys.length === 1 ? 'sees' : 'see'} no groups` };
  const end = isLast ? { zh: '（范围的尽头）', en: ', the end of the range' } : { zh: '', en: '' };
  return { zh: `${zh}指向 ${vote}${end.zh}`, en: `${en} ${verb} to ${vote}${end.en}` };
}

function joined(names: readonly string[], comma: string, and: string): string {
  return names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(comma)}${and}${names.at(-1) ?? ''}`;
}

function smallWarning({ candidates }: ChooseKDisplay, clusters: number): Words[] {
  const share = candidates.find((candidate) => candidate.clusters === clusters)?.smallest ?? 1;
  if (share >= SMALL) return [];
  return [
    {
      zh: `最小的一群只占 ${formatPercent(share, 'zh')}，可能只是少数特别的行。`,
      en: `The smallest segment holds ${formatPercent(share, 'en')} only: perhaps a few unusual rows.`,
    },
  ];
}

function nullWords({ references, excess }: ChooseKDisplay): Words {
  const most = excess === null || !Number.isFinite(excess) ? '—' : formatNumber(excess, 1);
  return {
    zh: `和 ${references} 份均匀撒开的同样多的行相比，最好的 k 只高出 ${most} 个标准差；到 ${STRUCTURE} 才算有结构。`,
    en: `Beside ${references} sets of as many rows spread evenly the best k stands out by ${most} deviations; structure begins at ${STRUCTURE}.`,
  };
}

function leastBad({ candidates }: ChooseKDisplay, clusters: number): Words {
  const found = candidates.find((candidate) => candidate.clusters === clusters);
  const value = formatNumber(found?.stability ?? 0, 3);
  return {
    zh: `如果业务上仍要分，k = ${clusters} 最稳定（${value}），但群与群之间的界线是人为划的。`,
    en: `If segments are needed all the same, k = ${clusters} is the most stable (${value}), but the borders are drawn, not found.`,
  };
}

/** The most stable of a range may still not be stable. */
function unstableWarning({ candidates }: ChooseKDisplay, clusters: number): Words[] {
  const stability = candidates.find((candidate) => candidate.clusters === clusters)?.stability;
  if (stability === undefined || stability === null || stability >= STABLE) return [];
  const value = formatNumber(stability, 3);
  return [
    {
      zh: `没有一个 k 称得上稳定：最好的也只有 ${value}，不到 ${STABLE}。换一批行，分群可能就不一样。`,
      en: `No k is stable: even the best reaches ${value} only, less than ${STABLE}. Other rows might give other segments.`,
    },
  ];
}
