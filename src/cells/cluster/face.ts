import { clusteringAlgorithm } from '../../algorithms/catalogue';
import { defineFace } from '../../core/cell-face';
import { formatCount, formatPercent } from '../../core/format';
import type { ParamsOf } from '../../core/params';
import type { Words } from '../../core/words';
import { definition } from './definition';
import type { ClusterDisplay } from './display';
import { editsInSentence } from './edit-words';
import { findingWords } from './finding';
import { objectiveOf } from './objective';
import { limitsWords, rowsEn } from './view-words';

type Params = ParamsOf<typeof definition.params>;

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

/** How many rows of how many features went in. */
function sizeWords({ rows, columns }: ClusterDisplay): Words {
  return {
    zh: `${formatCount(rows)} 行 × ${formatCount(columns)} 个特征`,
    en: `${rowsEn(rows)} × ${formatCount(columns)} ${columns === 1 ? 'feature' : 'features'}`,
  };
}

/** What was clustered inside a segment was not scaled anew. */
const insideWords: Words = {
  zh: '特征沿用上一层的尺度',
  en: 'features scaled as in the clustering above',
};

function sourceLine(display: ClusterDisplay, params: Params): Words {
  const { inertia, totalInertia, restarts } = display;
  const share = 1 - inertia / totalInertia;
  // What was changed by hand is measured by squared distances, whatever the method minimises.
  const explained = objectiveOf(display.edits ? null : params.method).explained({
    zh: formatPercent(share, 'zh'),
    en: formatPercent(share, 'en'),
  });
  const asked = params.restarts;
  const hasRestarts = typeof asked === 'number' && restarts.length > 0;
  const parts: readonly Words[] = [
    sizeWords(display),
    ...(clusteringAlgorithm(params.method)?.text.made?.(params, display.used) ?? []),
    ...(hasRestarts ? [restartWords(restarts.length, asked)] : []),
    ...(totalInertia > 0 ? [explained] : []),
    ...limitsWords(display),
    ...(params.segment > 0 ? [insideWords] : []),
  ];
  return {
    zh: parts.map((words) => words.zh).join(' · '),
    en: parts.map((words) => words.en).join(' · '),
  };
}

export const face = defineFace(definition, {
  finding: findingWords,
  sourceLine,
  margin: (params) => {
    const chosen = clusteringAlgorithm(params.method)?.text;
    const title = chosen?.title ?? { zh: params.method, en: params.method };
    return [
      { words: { zh: '用 ', en: '' } },
      { words: title, param: 'method' },
      ...(chosen?.sentence(params) ?? []),
      ...editsInSentence(params.edits),
    ];
  },
});
