import { clusteringAlgorithms } from '../../algorithms/catalogue';
import { text as kmeans } from '../../algorithms/kmeans/text';
import { defineText } from '../../core/cell-type';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '分群', en: 'Clustering' },
  summary: {
    zh: '这些行可以分成哪几群？',
    en: 'Which groups do the rows fall into?',
  },
  need: { zh: '选好特征，就能分群。', en: 'Choose features and the segments follow.' },
  inputs: { points: { zh: '特征', en: 'Features' } },
  params: {
    method: {
      label: { zh: '算法', en: 'Algorithm' },
      options: Object.fromEntries(
        clusteringAlgorithms.map((algorithm) => [algorithm.definition.name, algorithm.text.title]),
      ),
    },
    ...kmeans.params,
    names: {
      label: { zh: '分群名称', en: 'Segment names' },
      hint: {
        zh: '在所有表和图里用这些名字；留空则用编号。',
        en: 'Used in every table and chart; empty ones show their number.',
      },
    },
  },
});
