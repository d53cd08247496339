import { defineAlgorithmText } from '../../core/algorithm';
import { formatNumber } from '../../core/format';
import { definition } from './definition';

export const text = defineAlgorithmText(definition, {
  title: { zh: 'DBSCAN', en: 'DBSCAN' },
  summary: {
    zh: '把密集处连成一片的行归为一簇，簇可以是任何形状；周围太稀疏的行是噪声点。簇数不用事先给定。',
    en: 'Takes rows that are connected through dense places as one cluster, of whatever shape; rows in places too sparse are noise. The number of clusters is found, not given.',
  },
  params: {
    radius: {
      label: { zh: '半径', en: 'Radius' },
      hint: {
        zh: '两行的距离不超过它，就算邻居；以准备好的特征为单位。0 表示按数据建议一个。',
        en: 'Rows no farther apart than this are neighbours, in the units of the prepared features. 0: one is suggested from the data.',
      },
    },
    minNeighbors: {
      label: { zh: '最小邻居数', en: 'Fewest neighbours' },
      hint: {
        zh: '半径内至少有这么多行（包括自己）的地方才算密集。',
        en: 'A place is dense where at least this many rows lie within the radius, the row itself included.',
      },
    },
  },
  sentence: ({ radius, minNeighbors }) => [
    { words: { zh: ' 分群，半径', en: ', ' } },
    {
      words:
        radius === 0
          ? { zh: '按数据建议', en: 'with a suggested radius' }
          : { zh: ` ${formatNumber(radius)}`, en: `within a radius of ${formatNumber(radius)}` },
      param: 'radius',
    },
    { words: { zh: '，至少 ', en: ' and at least ' } },
    {
      words: { zh: `${minNeighbors} 个邻居`, en: `${minNeighbors} neighbours` },
      param: 'minNeighbors',
    },
    { words: { zh: '。', en: '.' } },
  ],
  made: (_, used) => {
    const radius = used?.['radius'];
    if (radius === undefined) return [];
    const words = formatNumber(radius);
    return [{ zh: `建议的半径 ${words}`, en: `suggested radius ${words}` }];
  },
  objective: {
    name: { zh: '分群内行的簇内平方和', en: 'inertia of the rows in segments' },
    explained: ({ zh, en }) => ({
      zh: `解释了分群内各行方差的 ${zh}`,
      en: `explains ${en} of the variance of the rows in segments`,
    }),
  },
});
