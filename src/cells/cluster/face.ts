import { clusteringAlgorithms } from '../../algorithms/catalogue';
import { text as kmeans } from '../../algorithms/kmeans/text';
import { defineFace, type SentencePart } from '../../core/cell-type';
import {
  capitalize,
  countAfterHan,
  countWord,
  formatCount,
  formatNumber,
  formatPercent,
} from '../../core/format';
import type { ParamsOf } from '../../core/params';
import type { Words } from '../../core/words';
import { definition } from './definition';
import type { ClusterDisplay } from './display';

type Params = ParamsOf<typeof definition.params>;

/** Below this share of all rows a segment is "only" so large, from the next on it is "still". */
const SMALL_SHARE = 0.01;
const USABLE_SHARE = 0.05;
const DOMINANT_SHARE = 0.8;

function segments(count: number): Words {
  const noun = count === 1 ? 'segment' : 'segments';
  return { zh: `${countWord(count, 'zh')}个分群`, en: `${countWord(count, 'en')} ${noun}` };
}

function segmentsAfterHan(count: number): string {
  return `${countAfterHan(count)}个分群`;
}

function rowsEn(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;
}

function unsettled({ iterations, inertia, lastFall }: ClusterDisplay): Words {
  const sum = formatNumber(inertia);
  if (iterations === 0) {
    return {
      zh: `未收敛：停在起点，簇内平方和 ${sum}。`,
      en: `Not settled: stopped at the starts, inertia ${sum}.`,
    };
  }
  const count = formatCount(iterations);
  const fall = (language: 'zh' | 'en'): string =>
    lastFall < 0.001 ? formatPercent(lastFall, language, 4) : formatPercent(lastFall, language);
  const isFalling = lastFall >= 1e-6;
  return {
    zh: `未收敛：${count} 次迭代后簇内平方和 ${sum}${isFalling ? `，上一步仍在下降 ${fall('zh')}` : ''}。`,
    en: `Not settled: inertia ${sum} after ${count} ${iterations === 1 ? 'iteration' : 'iterations'}${isFalling ? `, the last step still fell ${fall('en')}` : ''}.`,
  };
}

/**
 * With inertia 0 every row lies on its centroid: the features take as many different values as there
 * are segments. The rows themselves may still differ, in other columns or beyond seven digits.
 */
function fewerThanAsked({ clusters, requested, inertia }: ClusterDisplay): Words {
  const found = segments(clusters);
  if (inertia === 0 && clusters === 1) {
    return {
      zh: '所有行的特征都一样，只有一个分群。',
      en: 'All rows have equal features: there is one segment only.',
    };
  }
  const asked = formatCount(requested);
  if (inertia === 0) {
    return {
      zh: `特征只有${countAfterHan(clusters)}种不同的组合，所以是${segmentsAfterHan(clusters)}，不是 ${asked} 个。`,
      en: `Only ${countWord(clusters, 'en')} different sets of features, so ${found.en} instead of ${asked}.`,
    };
  }
  return {
    zh: `${found.zh}；要的是 ${asked} 个，其余的没有分到行。`,
    en: `${capitalize(found.en)} of the ${asked} asked for; the others attracted no rows.`,
  };
}

/** What the sizes say: one segment that holds nearly all, or how small the smallest is. */
function sizesClause({ sizes, rows }: ClusterDisplay): Words {
  const [largest = 0, smallest = 0] = [sizes[0], sizes.at(-1)];
  if (largest >= DOMINANT_SHARE * rows) {
    const share = largest / rows;
    return {
      zh: `最大的一群占了 ${formatPercent(share, 'zh')} 的行`,
      en: `the largest holds ${formatPercent(share, 'en')} of the rows`,
    };
  }
  const count = formatCount(smallest);
  if (smallest < SMALL_SHARE * rows) {
    return { zh: `最小的一群只有 ${count} 行`, en: `the smallest holds only ${rowsEn(smallest)}` };
  }
  if (smallest < USABLE_SHARE * rows) {
    return { zh: `最小的一群有 ${count} 行`, en: `the smallest holds ${rowsEn(smallest)}` };
  }
  return { zh: `最小的一群也有 ${count} 行`, en: `the smallest still holds ${rowsEn(smallest)}` };
}

/** Cancelled between restarts: what is best so far, and of how many. */
function bestSoFar(display: ClusterDisplay, asked: number): Words {
  const found = segments(display.clusters);
  const [done, all] = [formatCount(display.restarts.length), formatCount(asked)];
  return {
    zh: `暂得${segmentsAfterHan(display.clusters)}：${all} 次重启里做了 ${done} 次。`,
    en: `${capitalize(found.en)} so far: ${done} of ${all} restarts were done.`,
  };
}

function finding(display: ClusterDisplay, { restarts }: Params): Words {
  if (!display.isConverged) return unsettled(display);
  if (display.clusters < display.requested) return fewerThanAsked(display);
  if (display.restarts.length < restarts && display.inertia > 0) {
    return bestSoFar(display, restarts);
  }
  const found = segments(display.clusters);
  const sizes = sizesClause(display);
  const step = formatCount(display.iterations);
  return {
    zh: `${found.zh}，在第 ${step} 次迭代收敛；${sizes.zh}。`,
    en: `${capitalize(found.en)}, settled at iteration ${step}; ${sizes.en}.`,
  };
}

function startWords(start: Params['start']): Words {
  const options: Readonly<Record<string, Words>> = kmeans.params.start.options ?? {};
  return options[start] ?? { zh: start, en: start };
}

function restartWords(done: number, asked: number): Words {
  if (done < asked) {
    return {
      zh: `${formatCount(asked)} 次重启里做了 ${formatCount(done)} 次`,
      en: `${formatCount(done)} of ${formatCount(asked)} restarts`,
    };
  }
  const noun = done === 1 ? 'restart' : 'restarts';
  return { zh: `${formatCount(done)} 次重启`, en: `${formatCount(done)} ${noun}` };
}

function sourceLine(display: ClusterDisplay, params: Params): Words {
  const { rows, columns, inertia, totalInertia } = display;
  const start = startWords(params.start);
  const restarts = restartWords(display.restarts.length, params.restarts);
  const explained = (language: 'zh' | 'en'): string =>
    formatPercent(1 - inertia / totalInertia, language);
  const hasVariance = totalInertia > 0;
  const zh = [
    `${formatCount(rows)} 行 × ${formatCount(columns)} 个特征`,
    `起点：${start.zh}`,
    restarts.zh,
    ...(hasVariance ? [`解释了总方差的 ${explained('zh')}`] : []),
  ];
  const en = [
    `${rowsEn(rows)} × ${formatCount(columns)} ${columns === 1 ? 'feature' : 'features'}`,
    `starts: ${start.en}`,
    restarts.en,
    ...(hasVariance ? [`explains ${explained('en')} of the variance`] : []),
  ];
  return { zh: zh.join(' · '), en: en.join(' · ') };
}

function methodTitle(method: string): Words {
  const entry = clusteringAlgorithms.find(({ definition: { name } }) => name === method);
  return entry?.text.title ?? { zh: method, en: method };
}

export const face = defineFace(definition, {
  finding,
  sourceLine,
  margin: ({ method, clusters, restarts, start }): readonly SentencePart[] => [
    { words: { zh: '用 ', en: '' } },
    { words: methodTitle(method), param: 'method' },
    { words: { zh: '分成', en: ' into ' } },
    { words: { ...segments(clusters), zh: segmentsAfterHan(clusters) }, param: 'clusters' },
    { words: { zh: '，', en: ', ' } },
    { words: bestOf(restarts), param: 'restarts' },
    { words: { zh: '；起点：', en: '; starts: ' } },
    { words: startWords(start), param: 'start' },
    { words: { zh: '。', en: '.' } },
  ],
});

function bestOf(restarts: number): Words {
  if (restarts === 1) return { zh: '只算一次', en: 'a single run' };
  return {
    zh: `${formatCount(restarts)} 次重启取最好的`,
    en: `best of ${formatCount(restarts)} restarts`,
  };
}
