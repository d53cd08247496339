import { defineFace, type SentencePart } from '../../core/cell-face';
import { capitalize, countWord, formatCount, formatNumber, formatPercent } from '../../core/format';
import type { ParamsOf } from '../../core/params';
import type { Words } from '../../core/words';
import { changeWords, leadingFeatures } from './axis-words';
import { definition } from './definition';
import type { ScatterAxis, ScatterDisplay, UmapFacts } from './display';

/** What rises to the right and upwards; null when neither component is mostly one or two features. */
function directions({ axes }: ScatterDisplay): Words | null {
  const [right, up] = axes.map(leadingFeatures);
  const parts: Words[] = [];
  if (right && right.length > 0) {
    const change = changeWords(right);
    parts.push({ zh: `越往右，${change.zh}`, en: `to the right, ${change.en}` });
  }
  if (up && up.length > 0) {
    const change = changeWords(up);
    parts.push({ zh: `越往上，${change.zh}`, en: `upwards, ${change.en}` });
  }
  if (parts.length === 0) return null;
  return {
    zh: `${parts.map((part) => part.zh).join('；')}。`,
    en: `${capitalize(parts.map((part) => part.en).join('; '))}.`,
  };
}

function segmentsWords(clusters: number): Words {
  const noun = clusters === 1 ? 'segment' : 'segments';
  return { zh: `${countWord(clusters, 'zh')}个分群`, en: `${countWord(clusters, 'en')} ${noun}` };
}

function explainedBy(x: ScatterAxis, y: ScatterAxis): number {
  return (x.explained ?? 0) + (y.explained ?? 0);
}

function neutral({ axes, clusters, umap }: ScatterDisplay): Words {
  const segments = segmentsWords(clusters);
  const [x, y] = axes;
  if (umap) {
    return {
      zh: `UMAP 上的${segments.zh}：挨着的行相像，群与群之间的距离没有意义。`,
      en: `${capitalize(segments.en)} on a UMAP: rows side by side are alike, distances between groups mean little.`,
    };
  }
  if (x.kind === 'feature') {
    return {
      zh: `${segments.zh}，按「${x.name}」和「${y.name}」摆开。`,
      en: `${capitalize(segments.en)}, laid out by ${x.name} and ${y.name}.`,
    };
  }
  const share = explainedBy(x, y);
  if (share === 0) return { zh: '所有行都落在同一点。', en: 'All rows lie at one point.' };
  return {
    zh: `这两个方向合起来说明了 ${formatPercent(share, 'zh')} 的差异。`,
    en: `These two directions explain ${formatPercent(share, 'en')} of the variance.`,
  };
}

function sourceLine({ rows, axes, umap }: ScatterDisplay): Words {
  const [x, y] = axes;
  if (umap) return umapLine(rows, umap);
  const count = formatCount(rows);
  const share = explainedBy(x, y);
  const isComponents = x.kind === 'component' && share > 0;
  return {
    zh: `入模的 ${count} 行${isComponents ? ` · 主成分合计说明 ${formatPercent(share, 'zh')} 的方差` : ''} · 形状标记为质心`,
    en: `The ${count} rows of the model${isComponents ? ` · the components explain ${formatPercent(share, 'en')} of the variance` : ''} · shapes mark the centroids`,
  };
}

/** From which rows the picture was learnt, how many neighbourhoods it keeps, and what it does not tell. */
function umapLine(rows: number, { learnt, neighbors, trustworthiness }: UmapFacts): Words {
  const [all, some] = [formatCount(rows), formatCount(learnt)];
  const isSampled = learnt < rows;
  const kept = trustworthiness === null ? null : formatNumber(trustworthiness, 3);
  return {
    zh: [
      `入模的 ${all} 行`,
      isSampled ? `UMAP 由按种子抽取的 ${some} 行学出，其余的行摆在最近的三个已学行之间` : 'UMAP',
      `邻居数 ${neighbors}`,
      kept === null ? '' : `可信度（trustworthiness）${kept}，1 为邻居全部保住`,
      '群与群之间的距离、群的大小和疏密没有意义',
    ]
      .filter((part) => part !== '')
      .join(' · '),
    en: [
      `The ${all} rows of the model`,
      isSampled
        ? `UMAP learnt from ${some} rows drawn by the seed, the others stand among their three nearest of these`
        : 'UMAP',
      `${neighbors} neighbours`,
      kept === null ? '' : `trustworthiness ${kept}, 1 keeps all neighbours`,
      'distances between groups, their sizes and densities mean little',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  };
}

function axisPart(name: string, fallback: Words): Words {
  return name === '' ? fallback : { zh: `「${name}」`, en: name };
}

type ScatterParams = ParamsOf<(typeof definition)['params']>;

function axesParts({ axes, across, up, x, y, neighbors }: ScatterParams): SentencePart[] {
  if (axes === 'components') {
    return [
      { words: { zh: '主成分', en: 'components' }, param: 'axes' },
      { words: { zh: ' ', en: ' ' } },
      { words: { zh: String(across), en: String(across) }, param: 'across' },
      { words: { zh: ' 和 ', en: ' and ' } },
      { words: { zh: String(up), en: String(up) }, param: 'up' },
    ];
  }
  if (axes === 'umap') {
    const count = String(neighbors);
    return [
      { words: { zh: 'UMAP', en: 'UMAP' }, param: 'axes' },
      { words: { zh: '，邻居数 ', en: ', neighbours: ' } },
      { words: { zh: count, en: count }, param: 'neighbors' },
    ];
  }
  return [
    { words: { zh: '两个特征', en: 'two features' }, param: 'axes' },
    { words: { zh: '，横轴', en: ', across ' } },
    { words: axisPart(x, { zh: '第一个特征', en: 'the first feature' }), param: 'x' },
    { words: { zh: '，纵轴', en: ', up ' } },
    { words: axisPart(y, { zh: '第二个特征', en: 'the second feature' }), param: 'y' },
  ];
}

function handMade(count: number): Words {
  return {
    zh: `另有手工分群 ${count} 个。`,
    en: ` ${count} ${count === 1 ? 'segment' : 'segments'} made by hand.`,
  };
}

export const face = defineFace(definition, {
  finding: (display) => directions(display) ?? neutral(display),
  sourceLine,
  margin: (params): readonly SentencePart[] => {
    const end = { zh: '。颜色：分群。', en: '. Colour: segment.' };
    return [
      { words: { zh: '坐标轴：', en: 'Axes: ' } },
      ...axesParts(params),
      { words: end },
      ...(params.selections.length > 0 ? [{ words: handMade(params.selections.length) }] : []),
    ];
  },
});
