import { clusteringAlgorithm } from '../../algorithms/catalogue';
import { defineText } from '../../core/cell-text';
import { definition } from './definition';
import { methods, textsOfMethods } from './methods';

const METHOD = {
  label: { zh: '算法', en: 'Algorithm' },
  options: Object.fromEntries(methods.map((method) => [method.definition.name, method.text.title])),
};

export const text = defineText(definition, {
  title: { zh: '分群', en: 'Clustering' },
  summary: {
    zh: '这些行可以分成哪几群？',
    en: 'Which groups do the rows fall into?',
  },
  need: { zh: '选好特征，就能分群。', en: 'Choose features and the segments follow.' },
  inputs: {
    points: { zh: '特征', en: 'Features' },
    parent: { zh: '在哪个分群结果里往里再分', en: 'Inside a segment of' },
  },
  params: {
    ...textsOfMethods(),
    method: METHOD,
    edits: {
      label: { zh: '手工修改', en: 'Changes by hand' },
      hint: {
        zh: '算完之后合并或拆分的分群；在「分群树」里改。',
        en: 'Segments merged or split after the fit; made in the dendrogram.',
      },
    },
    segment: {
      label: { zh: '只分这一群', en: 'Inside segment' },
      hint: {
        zh: '上一层分群的编号；0 是全部的行。',
        en: 'Its number in the clustering above; 0 takes all rows.',
      },
    },
    member: { label: { zh: '群的次序', en: 'Place of the segment' } },
    identity: { label: { zh: '编号的来历', en: 'Where the numbers come from' } },
    names: {
      label: { zh: '分群名称', en: 'Segment names' },
      hint: {
        zh: '在所有表和图里用这些名字；留空则用编号。',
        en: 'Used in every table and chart; empty ones show their number.',
      },
    },
  },
  paramsBeside: ({ method }) => {
    const chosen = clusteringAlgorithm(method)?.text;
    return chosen ? { ...chosen.params, method: { ...METHOD, hint: chosen.summary } } : {};
  },
});
