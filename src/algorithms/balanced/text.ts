import { defineAlgorithmText } from '../../core/algorithm';
import { formatNumber } from '../../core/format';
import type { ParamsOf } from '../../core/params';
import type { Words } from '../../core/words';
import {
  clustersText,
  maxIterationsText,
  restartsLabel,
  startMade,
  startText,
  toleranceText,
} from '../parts/texts';
import { bestOf, intoSegments } from '../parts/words';
import { definition } from './definition';

type Params = ParamsOf<typeof definition.params>;

const UNITS: Readonly<Record<string, Words>> = {
  even: { zh: '平均大小的 %', en: '% of an even share' },
  percent: { zh: '总行数的 %', en: '% of all rows' },
  rows: { zh: '行', en: 'rows' },
};

/** "50% of an even share", "1,000 rows" */
function sizeWords(size: number, unit: Params['sizeUnit']): Words {
  const count = formatNumber(size);
  if (unit === 'rows') return { zh: `${count} 行`, en: `${count} rows` };
  return unit === 'even'
    ? { zh: `平均大小的 ${count} %`, en: `${count}% of an even share` }
    : { zh: `总行数的 ${count} %`, en: `${count}% of all rows` };
}

function leastWords({ minSize, sizeUnit }: Params): Words {
  const { zh, en } = sizeWords(minSize, sizeUnit);
  return minSize > 0
    ? { zh: `每群至少${spaced(zh)}`, en: `at least ${en} each` }
    : { zh: '不设最小', en: 'no least size' };
}

function mostWords({ maxSize, sizeUnit }: Params): Words {
  const { zh, en } = sizeWords(maxSize, sizeUnit);
  return maxSize > 0
    ? { zh: `至多${spaced(zh)}`, en: `at most ${en}` }
    : { zh: '不设最大', en: 'no largest size' };
}

/** A figure within a Chinese sentence stands apart. */
function spaced(words: string): string {
  return /^\d/.test(words) ? ` ${words}` : words;
}

export const text = defineAlgorithmText(definition, {
  title: { zh: '均衡 K 均值', en: 'Balanced K-means' },
  summary: {
    zh: '每群的行数守住上下限，代价是簇内平方和大一些。',
    en: 'Keeps the size of every segment within limits, at the price of some inertia.',
  },
  params: {
    clusters: clustersText,
    minSize: {
      label: { zh: '最小', en: 'Least size' },
      hint: {
        zh: '每群至少这么大；0 为不限。',
        en: 'Every segment is at least so large; 0: no limit.',
      },
    },
    maxSize: {
      label: { zh: '最大', en: 'Largest size' },
      hint: {
        zh: '每群至多这么大；0 为不限。',
        en: 'Every segment is at most so large; 0: no limit.',
      },
    },
    sizeUnit: {
      label: { zh: '大小按', en: 'Sizes in' },
      hint: {
        zh: '平均大小是总行数除以簇数。',
        en: 'An even share is all rows divided by the number of clusters.',
      },
      options: UNITS,
    },
    restarts: {
      label: restartsLabel,
      hint: {
        zh: '先不管大小，从不同的起点各算一遍，取最好的一次再调大小。',
        en: 'Runs from as many starts without limits; the best is then brought within them.',
      },
    },
    start: startText,
    maxIterations: maxIterationsText,
    tolerance: toleranceText,
  },
  sentence: (params) => [
    ...intoSegments(params.clusters),
    { words: { zh: '，', en: ', ' } },
    { words: leastWords(params), param: 'minSize' },
    { words: { zh: '，', en: ', ' } },
    { words: mostWords(params), param: 'maxSize' },
    ...bestOf(params.restarts),
    { words: { zh: '。', en: '.' } },
  ],
  made: (params) => [
    {
      zh: `${leastWords(params).zh}，${mostWords(params).zh}`,
      en: `${leastWords(params).en}, ${mostWords(params).en}`,
    },
    ...startMade(params),
  ],
});
