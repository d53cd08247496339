import { defineAlgorithmText } from '../../core/algorithm';
import { formatCount } from '../../core/format';
import { clustersText, restartsLabel, startMade, startText } from '../parts/texts';
import { bestOf, intoSegments } from '../parts/words';
import { definition } from './definition';

export const text = defineAlgorithmText(definition, {
  title: { zh: '小批量 K 均值', en: 'Mini-batch K-means' },
  summary: {
    zh: '每次只看随机抽的一批行，边看边挪质心；快，结果略粗。',
    en: 'Moves the centroids after each batch of random rows: fast, a little coarser.',
  },
  params: {
    clusters: clustersText,
    restarts: {
      label: restartsLabel,
      hint: {
        zh: '从不同的起点各算一遍，取全部行的簇内平方和最小的一次。',
        en: 'Runs from as many starts; the one with the least inertia over all rows is kept.',
      },
    },
    start: startText,
    batchRows: {
      label: { zh: '每批行数', en: 'Rows a batch' },
      hint: {
        zh: '批大一些，结果更稳，也更慢。',
        en: 'Larger batches are steadier and slower.',
      },
    },
    patience: {
      label: { zh: '耐心（批）', en: 'Patience (batches)' },
      hint: {
        zh: '平滑后的簇内平方和连续这么多批没有改进，就停。',
        en: 'Stops when the smoothed inertia has not improved for this many batches.',
      },
    },
    maxPasses: {
      label: { zh: '最多看几遍', en: 'Most passes' },
      hint: {
        zh: '抽过的行数达到总行数的这么多倍，就停。',
        en: 'Stops when this many times as many rows as there are have been drawn.',
      },
    },
  },
  sentence: ({ clusters, restarts, batchRows }) => [
    ...intoSegments(clusters),
    { words: { zh: '，每批 ', en: ', in batches of ' } },
    {
      words: { zh: `${formatCount(batchRows)} 行`, en: `${formatCount(batchRows)} rows` },
      param: 'batchRows',
    },
    ...bestOf(restarts),
    { words: { zh: '。', en: '.' } },
  ],
  made: ({ batchRows, start }) => [
    { zh: `每批 ${formatCount(batchRows)} 行`, en: `batches of ${formatCount(batchRows)} rows` },
    ...startMade({ start }),
  ],
  steps: {
    caption: {
      zh: '逐批的平滑估计（最好的一次重启），纵轴不从零开始',
      en: 'smoothed estimate by batch (best restart); axis does not start at 0',
    },
    one: { zh: '批', en: 'batch' },
    count: (steps) => ({
      zh: `${formatCount(steps)} 批`,
      en: steps === 1 ? '1 batch' : `${formatCount(steps)} batches`,
    }),
  },
});
