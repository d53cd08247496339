import { formatCount, formatNumber, formatPercent } from '../../core/format';
import type { Language, Words } from '../../core/words';
import { nameOf } from '../../ui/segment-names';
import type { ClusterDisplay } from './display';
import { summarizeRestarts } from './summarize';

export const viewWords = {
  inertia: { zh: '簇内平方和', en: 'Inertia' },
  perIteration: {
    zh: '逐次迭代（最好的一次重启），纵轴不从零开始',
    en: 'by iteration (best restart); axis does not start at 0',
  },
  iteration: { zh: '迭代', en: 'iteration' },
  restarts: { zh: '各次重启', en: 'Restarts' },
  restart: { zh: '重启', en: 'Restart' },
  best: { zh: '最好', en: 'best' },
} satisfies Record<string, Words>;

/** The bar as a sentence: every segment with its name and share. */
export function sharesSentence(
  sizes: readonly number[],
  names: readonly Words[],
  language: Language,
): string {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const parts = sizes.map((size, i) => {
    const share = formatPercent(total > 0 ? size / total : 0, language);
    return `${i + 1} ${nameOf(names, i)[language]} ${share}`;
  });
  return parts.join(language === 'zh' ? '，' : ', ');
}

/** The trace as a sentence. */
export function traceSentence(trace: readonly number[]): Words {
  const [first, last] = [formatTotal(trace[0] ?? 0), formatTotal(trace.at(-1) ?? 0)];
  if (trace.length < 2) return { zh: `簇内平方和 ${last}`, en: `Inertia ${last}` };
  if (first === last) {
    return {
      zh: `簇内平方和在 ${trace.length} 次迭代里几乎没变：${last}`,
      en: `Inertia hardly changed in ${trace.length} iterations: ${last}`,
    };
  }
  return {
    zh: `簇内平方和在 ${trace.length} 次迭代里从 ${first} 降到 ${last}`,
    en: `Inertia fell from ${first} to ${last} in ${trace.length} iterations`,
  };
}

/** A sum of squares on a chart: 2.17 M, 78.9. */
export function formatTotal(value: number): string {
  return value >= 1e6 ? `${formatNumber(value / 1e6, 2)} M` : formatNumber(value);
}

/** How many restarts there were and how far apart they ended. */
export function restartsWords(display: ClusterDisplay): {
  readonly count: Words;
  readonly spread: Words;
} {
  const { count, largestGap, nearBest } = summarizeRestarts(display);
  const times = formatCount(count);
  const words = {
    zh: `${times} 次重启`,
    en: count === 1 ? '1 restart' : `${times} restarts`,
  };
  return { count: words, spread: spreadWords(count, largestGap, nearBest) };
}

function spreadWords(count: number, largestGap: number, nearBest: number): Words {
  if (count < 2) return { zh: '没有可比的', en: 'nothing to compare with' };
  const limit = [0.00001, 0.0001, 0.001].find((bound) => largestGap < bound);
  if (limit !== undefined) {
    const decimals = Math.max(1, -Math.log10(limit * 100));
    return {
      zh: `彼此相差不到 ${formatPercent(limit, 'zh', decimals)}`,
      en: `less than ${formatPercent(limit, 'en', decimals)} apart`,
    };
  }
  return {
    zh: `其中 ${formatCount(nearBest)} 次得到最好的结果，相差不到 ${formatPercent(0.001, 'zh')}`,
    en: `${formatCount(nearBest)} of them reach the best, within ${formatPercent(0.001, 'en')}`,
  };
}

export function iterationsWords(iterations: number, isConverged: boolean): Words {
  const count = formatCount(iterations);
  const en = iterations === 1 ? '1 iteration' : `${count} iterations`;
  return isConverged
    ? { zh: `${count} 次迭代`, en }
    : { zh: `${count} 次迭代，未收敛`, en: `${en}, not settled` };
}

export function nameFieldWords(index: number): Words {
  return { zh: `分群 ${index + 1} 的名字`, en: `Name of segment ${index + 1}` };
}
