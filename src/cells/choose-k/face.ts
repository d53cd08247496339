import { defineFace } from '../../core/cell-face';
import { capitalize, countWord, formatCount } from '../../core/format';
import type { ParamsOf } from '../../core/params';
import type { Words } from '../../core/words';
import { definition } from './definition';
import type { ChooseKDisplay } from './display';
import { agreement } from './summarize';

function agreementWords(display: ChooseKDisplay, clusters: number): Words {
  const { agreeing, voting } = agreement(display, clusters);
  const [ofZh, ofEn] = [countWord(voting, 'zh'), countWord(voting, 'en')];
  if (agreeing === 0) {
    return { zh: `没有指标直接指向 ${clusters}`, en: `No index points to ${clusters} by itself` };
  }
  if (agreeing === voting) {
    return {
      zh: `${ofZh}个指标都指向 ${clusters}`,
      en: `All ${ofEn} indices point to ${clusters}`,
    };
  }
  const verb = agreeing === 1 ? 'points' : 'point';
  const only = { zh: agreeing === 1 ? '只有' : '', en: agreeing === 1 ? 'Only one' : '' };
  return {
    zh: `${ofZh}个指标里${only.zh}${countWord(agreeing, 'zh')}个指向 ${clusters}`,
    en: `${only.en || capitalize(countWord(agreeing, 'en'))} of ${ofEn} indices ${verb} to ${clusters}`,
  };
}

const REASONS = {
  stable: {
    zh: '重抽样后它最稳定',
    en: 'its segments come back best when rows are drawn anew',
  },
  knee: {
    zh: '重抽样后没有更稳定的，拐点也最锐',
    en: 'no other is more stable to two decimals, and its knee is the sharpest of these',
  },
} as const;

function recommendation(
  display: ChooseKDisplay,
  { clusters, because }: { readonly clusters: number; readonly because: keyof typeof REASONS },
): Words {
  const [agreeing, reason] = [agreementWords(display, clusters), REASONS[because]];
  const isFew = agreement(display, clusters).agreeing < 2;
  return {
    zh: `建议 k = ${clusters}。${agreeing.zh}，${isFew ? '但' : '而且'}${reason.zh}。`,
    en: `Suggested: k = ${clusters}. ${agreeing.en}, ${isFew ? 'but' : 'and'} ${reason.en}.`,
  };
}

/** The ks that were done, as a range. */
function rangeWords({ candidates }: ChooseKDisplay): Words {
  const [first, last] = [candidates[0]?.clusters ?? 0, candidates.at(-1)?.clusters ?? 0];
  if (first === last) return { zh: `k = ${first}`, en: `k = ${first}` };
  return { zh: `k 从 ${first} 到 ${last}`, en: `k from ${first} to ${last}` };
}

function finding(display: ChooseKDisplay): Words {
  const { verdict, rows, sampled, from } = display;
  switch (verdict.kind) {
    case 'recommended':
      return recommendation(display, verdict);
    case 'no-structure': {
      const range = rangeWords(display);
      return {
        zh: `没有清楚的分群：${range.zh}，都不比均匀撒开的行分得更开。这也是结论。`,
        en: `No clear structure: with ${range.en} the rows group no better than rows spread evenly. That is an answer too.`,
      };
    }
    case 'one-value': {
      if (rows === 1)
        return { zh: '只有一行，没有可分的群。', en: 'One row only: nothing to segment.' };
      const drawn = sampled < rows;
      return {
        zh: `${drawn ? '抽到的' : '所有'}行都相同，没有可分的群。`,
        en: `All rows${drawn ? ' drawn' : ''} are equal: nothing to segment.`,
      };
    }
    case 'too-few-rows':
      return {
        zh: `不同的行太少，比较不了 k = ${from} 起的分法。`,
        en: `Too few different rows to compare from k = ${from} on.`,
      };
    case 'unfinished':
      return unfinished(display);
    default:
      return verdict satisfies never;
  }
}

function unfinished(display: ChooseKDisplay): Words {
  if (display.candidates.length === 0) {
    return { zh: '还没有算完一个 k。', en: 'No k is done yet.' };
  }
  const range = rangeWords(display);
  return {
    zh: `已算完 ${range.zh}，建议要等全部算完。`,
    en: `Done so far: ${range.en}. A suggestion takes the whole run.`,
  };
}

type Params = ParamsOf<typeof definition.params>;

function sourceLine(display: ChooseKDisplay, { restarts }: Params): Words {
  const { rows, sampled, candidates, to, references, bootstraps } = display;
  const last = candidates.at(-1)?.clusters;
  const all = formatCount(rows);
  const drawn = formatCount(sampled);
  const parts: Words[] = [
    sampled < rows
      ? { zh: `随机抽 ${drawn} 行（共 ${all} 行）`, en: `${drawn} rows drawn at random of ${all}` }
      : { zh: `全部 ${all} 行`, en: `all ${all} ${rows === 1 ? 'row' : 'rows'}` },
  ];
  if (last !== undefined && last < to && display.verdict.kind !== 'unfinished') {
    parts.push({
      zh: `不同的行只够分到 k = ${last}`,
      en: `different rows for k up to ${last} only`,
    });
  }
  if (last !== undefined) {
    parts.push(
      {
        zh: `每个 k 重启 ${restarts} 次 · ${references} 份均匀参照 · ${bootstraps} 次自助抽样`,
        en: `${count(restarts, 'restart')} a k · ${count(references, 'even reference set')} · ${count(bootstraps, 'bootstrap sample')}`,
      },
      {
        zh: '竖线：间隔统计量 ± s，其余 95 % 区间',
        en: 'bars: ± s for the gap, 95% intervals elsewhere',
      },
      { zh: '纵轴不从零开始', en: 'axes do not start at zero' },
    );
  }
  return {
    zh: parts.map(({ zh }) => zh).join(' · '),
    en: capitalize(parts.map(({ en }) => en).join(' · ')),
  };
}

function count(n: number, noun: string): string {
  return `${formatCount(n)} ${noun}${n === 1 ? '' : 's'}`;
}

export const face = defineFace(definition, {
  finding,
  sourceLine,
  margin: ({ from, to, sampleRows, bootstraps, references }) => [
    { words: { zh: '比较 k 从 ', en: 'Compares k from ' } },
    { words: { zh: `${Math.min(from, to)}`, en: `${Math.min(from, to)}` }, param: 'from' },
    { words: { zh: ' 到 ', en: ' to ' } },
    { words: { zh: `${Math.max(from, to)}`, en: `${Math.max(from, to)}` }, param: 'to' },
    { words: { zh: '，最多用 ', en: ' on at most ' } },
    {
      words: { zh: `${formatCount(sampleRows)} 行`, en: `${formatCount(sampleRows)} rows` },
      param: 'sampleRows',
    },
    { words: { zh: '；', en: '; ' } },
    {
      words: { zh: `${bootstraps} 次自助抽样`, en: count(bootstraps, 'bootstrap sample') },
      param: 'bootstraps',
    },
    { words: { zh: '，', en: ', ' } },
    {
      words: { zh: `${references} 份均匀参照`, en: count(references, 'even reference set') },
      param: 'references',
    },
    { words: { zh: '。', en: '.' } },
  ],
});
