import { defineFace, type SentencePart } from '../../core/cell-type';
import { capitalize, countWord, formatCount, formatPercent } from '../../core/format';
import type { Words } from '../../core/words';
import { changeWords, leadingFeatures } from './axis-words';
import { definition } from './definition';
import type { ScatterAxis, ScatterDisplay } from './display';

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

function neutral({ axes, clusters }: ScatterDisplay): Words {
  const segments = segmentsWords(clusters);
  const [x, y] = axes;
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

function sourceLine({ rows, axes }: ScatterDisplay): Words {
  const [x, y] = axes;
  const count = formatCount(rows);
  const share = explainedBy(x, y);
  const isComponents = x.kind === 'component' && share > 0;
  return {
    zh: `入模的 ${count} 行${isComponents ? ` · 主成分合计说明 ${formatPercent(share, 'zh')} 的方差` : ''} · 形状标记为质心`,
    en: `The ${count} rows of the model${isComponents ? ` · the components explain ${formatPercent(share, 'en')} of the variance` : ''} · shapes mark the centroids`,
  };
}

function axisPart(name: string, fallback: Words): Words {
  return name === '' ? fallback : { zh: `「${name}」`, en: name };
}

export const face = defineFace(definition, {
  finding: (display) => directions(display) ?? neutral(display),
  sourceLine,
  margin: ({ axes, x, y }): readonly SentencePart[] => {
    if (axes === 'components') {
      return [
        { words: { zh: '坐标轴：', en: 'Axes: ' } },
        { words: { zh: '主成分 1 和 2', en: 'components 1 and 2' }, param: 'axes' },
        { words: { zh: '。颜色：分群。', en: '. Colour: segment.' } },
      ];
    }
    return [
      { words: { zh: '坐标轴：', en: 'Axes: ' } },
      { words: { zh: '两个特征', en: 'two features' }, param: 'axes' },
      { words: { zh: '，横轴', en: ', across ' } },
      { words: axisPart(x, { zh: '第一个特征', en: 'the first feature' }), param: 'x' },
      { words: { zh: '，纵轴', en: ', up ' } },
      { words: axisPart(y, { zh: '第二个特征', en: 'the second feature' }), param: 'y' },
      { words: { zh: '。颜色：分群。', en: '. Colour: segment.' } },
    ];
  },
});
