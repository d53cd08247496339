import { clusteringAlgorithm } from '../../algorithms/catalogue';
import { capitalize, formatCount, formatNumber, formatPercent } from '../../core/format';
import type { Steps } from '../../core/algorithm';
import type { Language, Words } from '../../core/words';
import { nameOf } from '../../ui/segment-names';
import type { ClusterDisplay } from './display';
import { hasOwnSteps, objectiveOf } from './objective';
import { summarizeRestarts } from './summarize';

export const viewWords = {
  restarts: { zh: '各次重启', en: 'Restarts' },
  restart: { zh: '重启', en: 'Restart' },
  best: { zh: '最好', en: 'best' },
  noise: { zh: '噪声', en: 'Noise' },
  passport: { zh: '保存分群护照', en: 'Save the passport' },
} satisfies Record<string, Words>;

/** A centre of so few rows nearly is these rows. */
const FEW_ROWS = 5;

/** What a passport holds, and whose figures it all but gives away. */
export function passportHint(sizes: readonly number[]): Words {
  const least = Math.min(...sizes.filter((size) => size > 0));
  if (least < FEW_ROWS) {
    return {
      zh: `给新客户归群要用的一切。有的分群只有 ${formatCount(least)} 行，它的中心几乎就是这些客户的数据。`,
      en: `All it takes to put new customers into these segments. One has only ${rowsEn(least)}: its centre nearly is their data.`,
    };
  }
  return {
    zh: '给新客户归群要用的一切，不含任何一行数据。',
    en: 'All it takes to put new customers into these segments; no row of the data.',
  };
}

export function rowsEn(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;
}

/** The bar as a sentence: every segment with its name and share, then the rows in none. */
export function sharesSentence(
  { sizes, noise = 0 }: Pick<ClusterDisplay, 'sizes' | 'noise'>,
  {
    names,
    numberOf,
  }: { readonly names: readonly Words[]; readonly numberOf: (i: number) => string },
  language: Language,
): string {
  const total = sizes.reduce((sum, size) => sum + size, noise);
  const shareOf = (size: number): string => formatPercent(total > 0 ? size / total : 0, language);
  const parts = sizes.map(
    (size, i) => `${numberOf(i)} ${nameOf(names, i)[language]} ${shareOf(size)}`,
  );
  if (noise > 0) parts.push(`${viewWords.noise[language]} ${shareOf(noise)}`);
  return parts.join(language === 'zh' ? '，' : ', ');
}

/** The name of what a method minimises, as a heading. */
export function objectiveTitle(method: unknown): Words {
  const { zh, en } = objectiveOf(method).name;
  return { zh, en: capitalize(en) };
}

/** What the line of a method shows, and how its steps are counted. */
export function stepsWords(method: unknown): Steps {
  return clusteringAlgorithm(method)?.text.steps ?? ITERATIONS;
}

const ITERATIONS: Steps = {
  caption: {
    zh: '逐次迭代（最好的一次重启），纵轴不从零开始',
    en: 'by iteration (best restart); axis does not start at 0',
  },
  one: { zh: '迭代', en: 'iteration' },
  count: (steps) => ({
    zh: `${formatCount(steps)} 次迭代`,
    en: steps === 1 ? '1 iteration' : `${formatCount(steps)} iterations`,
  }),
};

/** How many steps the line of a trace stands for; a long one shows only some of them. */
export function stepCount({ trace, iterations }: ClusterDisplay, method: unknown): number {
  return hasOwnSteps(method) ? iterations : trace.length;
}

/** The trace as a sentence. */
export function traceSentence(
  trace: readonly number[],
  method: unknown,
  steps = trace.length,
): Words {
  const { zh, en } = objectiveTitle(method);
  const [first, last] = [formatTotal(trace[0] ?? 0), formatTotal(trace.at(-1) ?? 0)];
  if (trace.length < 2) return { zh: `${zh} ${last}`, en: `${en} ${last}` };
  const count = stepsWords(method).count(steps);
  if (first === last) {
    return {
      zh: `${zh}在 ${count.zh}里几乎没变：${last}`,
      en: `${en} hardly changed in ${count.en}: ${last}`,
    };
  }
  return {
    zh: `${zh}在 ${count.zh}里从 ${first} ${isFalling(trace) ? '降' : '变'}到 ${last}`,
    en: `${en} ${isFalling(trace) ? 'fell' : 'went'} from ${first} to ${last} in ${count.en}`,
  };
}

/** Estimates may rise. */
function isFalling(trace: readonly number[]): boolean {
  return (trace.at(-1) ?? 0) < (trace[0] ?? 0);
}

/** What limits cost: nothing where no limit was in the way. */
export function limitsWords({ inertia, unlimitedInertia }: ClusterDisplay): readonly Words[] {
  if (unlimitedInertia === undefined) return [];
  if (inertia <= unlimitedInertia * (1 + 1e-9)) {
    return [{ zh: '大小限制没有代价', en: 'the size limits cost nothing' }];
  }
  if (unlimitedInertia === 0) {
    return [{ zh: '大小限制使簇内平方和不再为零', en: 'the size limits keep inertia from zero' }];
  }
  const more = inertia / unlimitedInertia - 1;
  const share = (language: Language): string =>
    formatPercent(more, language, more < 0.001 ? 4 : undefined);
  return [
    {
      zh: `大小限制使簇内平方和高出 ${share('zh')}`,
      en: `the size limits raise inertia by ${share('en')}`,
    },
  ];
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

/** How many steps a restart took, and whether it settled. */
export function iterationsWords(iterations: number, isConverged: boolean, method?: unknown): Words {
  const { zh, en } = stepsWords(method).count(iterations);
  return isConverged ? { zh, en } : { zh: `${zh}，未收敛`, en: `${en}, not settled` };
}

export function nameFieldWords(number: string): Words {
  return { zh: `分群 ${number} 的名字`, en: `Name of segment ${number}` };
}
