import { formatNumber } from '../../core/format';
import type { Words } from '../../core/words';
import type { Candidate, IndexKey } from './display';

export interface IndexWords {
  readonly name: Words;
  /** Which way is better, and by what rule the index chooses. */
  readonly direction: Words;
}

export const indexWords: Readonly<Record<IndexKey, IndexWords>> = {
  inertia: {
    name: { zh: '簇内平方和', en: 'Inertia' },
    direction: {
      zh: '每行平均，越小越紧；找拐点',
      en: 'per row, lower is tighter; look for the knee',
    },
  },
  silhouette: {
    name: { zh: '轮廓系数', en: 'Silhouette' },
    direction: { zh: '越大越好', en: 'higher is better' },
  },
  calinskiHarabasz: {
    name: { zh: 'CH 指数', en: 'Calinski–Harabasz' },
    direction: { zh: '越大越好', en: 'higher is better' },
  },
  daviesBouldin: {
    name: { zh: 'Davies–Bouldin', en: 'Davies–Bouldin' },
    direction: { zh: '越小越好', en: 'lower is better' },
  },
  gap: {
    name: { zh: '间隔统计量', en: 'Gap' },
    direction: {
      zh: '越大越好；取首个不低于下一个减 s 的 k',
      en: 'higher is better; first k not below the next less s',
    },
  },
  stability: {
    name: { zh: '稳定度', en: 'Stability' },
    direction: {
      zh: '平均最佳 Jaccard，越大越好',
      en: 'mean best-match Jaccard, higher is better',
    },
  },
};

export function valueOf(candidate: Candidate, key: IndexKey): number | null {
  return candidate[key];
}

/** Half of what is drawn about a value: s for the gap, the 95 % interval for sampled means. */
export function errorOf(candidate: Candidate, key: IndexKey): number {
  if (key === 'gap') return candidate.gapError;
  if (key === 'silhouette') return 1.96 * candidate.silhouetteError;
  return key === 'stability' ? 1.96 * candidate.stabilityError : 0;
}

/** A value of an index with the decimals that it is read by. */
export function formatIndex(value: number, key: IndexKey): string {
  return key === 'inertia' || key === 'calinskiHarabasz'
    ? formatNumber(value)
    : formatNumber(value, 3);
}
