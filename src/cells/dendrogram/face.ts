import { defineFace, type SentencePart } from '../../core/cell-face';
import { countAfterHan, countWord, formatCount, formatPercent } from '../../core/format';
import type { Words } from '../../core/words';
import { nameOf } from '../../ui/segment-names';
import { definition } from './definition';
import type { DendrogramDisplay } from './display';
import { lossesByMerges, lossOf } from './loss';

/** Below this share a merge loses little, from the next one on too much. */
const LITTLE = 0.05;
const MUCH = 0.15;

export const face = defineFace(definition, {
  finding: (display: DendrogramDisplay, _params, names) => finding(display, names),
  sourceLine: ({ rows, sizes }, { rule }) => {
    const [k, n] = [formatCount(sizes.length), formatCount(rows)];
    const formula = FORMULA[rule];
    return {
      zh: `${formula.zh} · ${k} 个分群的中心，按人数加权 · ${n} 行`,
      en: `${formula.en} · centres of ${k} ${sizes.length === 1 ? 'segment' : 'segments'}, weighed by size · ${n} rows`,
    };
  },
  margin: ({ rule }): readonly SentencePart[] => [
    { words: { zh: '分群中心按', en: 'Centres linked by ' } },
    { words: RULE_IN_SENTENCE[rule], param: 'rule' },
    { words: { zh: '两两相连。', en: '.' } },
  ],
});

const FORMULA = {
  ward: {
    zh: 'Ward：n₁n₂ ÷ (n₁ + n₂) × 中心距离²',
    en: 'Ward: n₁n₂ / (n₁ + n₂) × squared distance of the centres',
  },
  average: {
    zh: '平均联接：两组中心之间距离的平均',
    en: 'Average linkage: mean distance between the centres of two groups',
  },
} satisfies Record<string, Words>;

const RULE_IN_SENTENCE = {
  ward: { zh: ' Ward 法', en: 'Ward’s rule' },
  average: { zh: '平均距离', en: 'average distance' },
} satisfies Record<string, Words>;

function finding(display: DendrogramDisplay, names: readonly Words[]): Words {
  const { sizes, merges, between } = display;
  if (sizes.length === 0) return { zh: '没有分群可连。', en: 'There are no segments to link.' };
  const [first] = merges;
  if (first === undefined) {
    return { zh: '只有一个分群，没有可合并的。', en: 'One segment only: nothing to merge.' };
  }
  if (!(between > 0)) {
    return {
      zh: '各分群的中心都在同一处，合并什么也不失去。',
      en: 'All segments have the same centre: merging loses nothing.',
    };
  }
  if (sizes.length === 2) {
    return {
      zh: '只有两个分群：合并就什么也分不出了。',
      en: 'Two segments only: merged, nothing is told apart.',
    };
  }
  const natural = naturalWords(display);
  const nearest = nearestWords(display, names);
  return { zh: `${nearest.zh}${natural.zh}。`, en: `${nearest.en}${natural.en}.` };
}

function nearestWords(display: DendrogramDisplay, names: readonly Words[]): Words {
  const [a, b] = display.merges[0]!.segments.map((segment) => nameOf(names, segment));
  const loss = lossOf(display, display.merges[0]!.segments)!;
  const share = { zh: formatPercent(loss, 'zh'), en: formatPercent(loss, 'en') };
  if (loss >= MUCH) {
    return {
      zh: `每两群都差得远：最接近的「${a!.zh}」和「${b!.zh}」，合并也要失去 ${share.zh} 的组间差异`,
      en: `All segments lie far apart: even merging the closest, ${a!.en} and ${b!.en}, loses ${share.en} of what tells segments apart`,
    };
  }
  const only = loss < LITTLE ? { zh: '只', en: ' only' } : { zh: '', en: '' };
  return {
    zh: `「${a!.zh}」和「${b!.zh}」最接近：合并${only.zh}失去 ${share.zh} 的组间差异`,
    en: `${a!.en} and ${b!.en} are the closest: merging them loses${only.en} ${share.en} of what tells segments apart`,
  };
}

/** "; merging down to three looks natural, the next step would lose 21 %" */
function naturalWords(display: DendrogramDisplay): Words {
  const { natural, sizes } = display;
  if (natural === null) return { zh: '', en: '' };
  const lost = lossesByMerges(display);
  const made = sizes.length - natural;
  const [all, next] = [lost[made]!, lost[made + 1]!];
  return {
    zh: `；并到${countAfterHan(natural)}群最自然（共失去 ${formatPercent(all, 'zh')}），再并一步共失去 ${formatPercent(next, 'zh')}`,
    en: `; merging down to ${countWord(natural, 'en')} looks natural (${formatPercent(all, 'en')} lost in all), with one step more ${formatPercent(next, 'en')}`,
  };
}
