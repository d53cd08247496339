import { segmentsAfterHan, segmentsWords } from '../../algorithms/parts/words';
import {
  capitalize,
  countAfterHan,
  countWord,
  formatCount,
  formatNumber,
  formatPercent,
} from '../../core/format';
import type { Words } from '../../core/words';
import type { ClusterDisplay } from './display';
import { editsWords } from './edit-words';
import { hasOwnSteps, objectiveOf } from './objective';
import { rowsEn } from './view-words';

/** What the headline needs to know beside the display. */
export interface Asked {
  readonly method: unknown;
  readonly restarts?: unknown;
}

/** Below this share of all rows a segment is "only" so large, from the next on it is "still". */
const SMALL_SHARE = 0.01;
const USABLE_SHARE = 0.05;
const DOMINANT_SHARE = 0.8;

function unsettled({ iterations, inertia, lastFall }: ClusterDisplay, method: unknown): Words {
  const sum = formatNumber(inertia);
  const { name } = objectiveOf(method);
  if (iterations === 0) {
    return {
      zh: `未收敛：停在起点，${name.zh} ${sum}。`,
      en: `Not settled: stopped at the starts, ${name.en} ${sum}.`,
    };
  }
  const count = formatCount(iterations);
  const fall = (language: 'zh' | 'en'): string =>
    lastFall < 0.001 ? formatPercent(lastFall, language, 4) : formatPercent(lastFall, language);
  const isFalling = lastFall >= 1e-6;
  return {
    zh: `未收敛：${count} 次迭代后${name.zh} ${sum}${isFalling ? `，上一步仍在下降 ${fall('zh')}` : ''}。`,
    en: `Not settled: ${name.en} ${sum} after ${count} ${iterations === 1 ? 'iteration' : 'iterations'}${isFalling ? `, the last step still fell ${fall('en')}` : ''}.`,
  };
}

/**
 * With inertia 0 every row lies on its centroid: the features take as many different values as there
 * are segments. The rows themselves may still differ, in other columns or beyond seven digits.
 */
function fewerThanAsked(display: ClusterDisplay, method: unknown): Words {
  const { clusters, requested, inertia } = display;
  const found = segmentsWords(clusters);
  const isExact = inertia === 0 && !display.noise && objectiveOf(method).zeroMeansEqual;
  if (isExact && clusters === 1) {
    return {
      zh: '所有行的特征都一样，只有一个分群。',
      en: 'All rows have equal features: there is one segment only.',
    };
  }
  const asked = formatCount(requested);
  if (isExact) {
    return {
      zh: `特征只有${countAfterHan(clusters)}种不同的组合，所以是${segmentsAfterHan(clusters)}，不是 ${asked} 个。`,
      en: `Only ${countWord(clusters, 'en')} different sets of features, so ${found.en} instead of ${asked}.`,
    };
  }
  return {
    zh: `${found.zh}；要的是 ${asked} 个，其余的没有分到行。`,
    en: `${capitalize(found.en)} of the ${asked} asked for; the others attracted no rows.`,
  };
}

/** What the sizes say: one segment that holds nearly all, or how small the smallest is. */
function sizesClause({ sizes, rows }: ClusterDisplay): Words {
  const [largest, smallest] = [Math.max(0, ...sizes), Math.min(...sizes)];
  if (largest >= DOMINANT_SHARE * rows) {
    const share = largest / rows;
    return {
      zh: `最大的一群占了 ${formatPercent(share, 'zh')} 的行`,
      en: `the largest holds ${formatPercent(share, 'en')} of the rows`,
    };
  }
  const count = formatCount(smallest);
  if (smallest < SMALL_SHARE * rows) {
    return { zh: `最小的一群只有 ${count} 行`, en: `the smallest holds only ${rowsEn(smallest)}` };
  }
  if (smallest < USABLE_SHARE * rows) {
    return { zh: `最小的一群有 ${count} 行`, en: `the smallest holds ${rowsEn(smallest)}` };
  }
  return { zh: `最小的一群也有 ${count} 行`, en: `the smallest still holds ${rowsEn(smallest)}` };
}

/** Cancelled between restarts: what is best so far, and of how many. */
function bestSoFar(display: ClusterDisplay, asked: number): Words {
  const found = segmentsWords(display.clusters);
  const [done, all] = [formatCount(display.restarts.length), formatCount(asked)];
  return {
    zh: `暂得${segmentsAfterHan(display.clusters)}：${all} 次重启里做了 ${done} 次。`,
    en: `${capitalize(found.en)} so far: ${done} of ${all} restarts were done.`,
  };
}

/** What is said of rows in no segment: "; 3.2% of the rows are noise". */
function noiseClause({ noise = 0, rows }: ClusterDisplay): Words {
  if (noise === 0) return { zh: '', en: '' };
  const share = (language: 'zh' | 'en'): string =>
    noise < 0.0005 * rows ? formatCount(noise) : formatPercent(noise / rows, language);
  const isFew = noise < 0.0005 * rows;
  return {
    zh: `；噪声点${isFew ? `有 ${share('zh')} 行` : `占 ${share('zh')}`}`,
    en: isFew ? `; ${rowsEn(noise)} of noise` : `; ${share('en')} of the rows are noise`,
  };
}

/** The headline: every sentence is true for every display that a method can return. */
export function findingWords(display: ClusterDisplay, { method, restarts }: Asked): Words {
  if (display.clusters === 0) {
    return {
      zh: '没有分群：所有行都是噪声点。',
      en: 'No segments: every row is noise.',
    };
  }
  if (display.edits) return edited(display, display.edits);
  if (!display.isConverged) return unsettled(display, method);
  if (display.clusters < display.requested) return fewerThanAsked(display, method);
  const done = display.restarts.length;
  if (typeof restarts === 'number' && done < restarts && done > 0 && display.inertia > 0) {
    return bestSoFar(display, restarts);
  }
  return settled(display, method);
}

/** What the method found is no longer what is there: how it was changed comes first. */
function edited(display: ClusterDisplay, edits: NonNullable<ClusterDisplay['edits']>): Words {
  const found = segmentsWords(display.clusters);
  const [made, sizes, noise] = [editsWords(edits), sizesClause(display), noiseClause(display)];
  return {
    zh: `${found.zh}，${made.zh}；${sizes.zh}${noise.zh}。`,
    en: `${capitalize(found.en)}, ${made.en}; ${sizes.en}${noise.en}.`,
  };
}

function settled(display: ClusterDisplay, method: unknown): Words {
  const found = segmentsWords(display.clusters);
  const [sizes, noise] = [sizesClause(display), noiseClause(display)];
  const step = formatCount(display.iterations);
  const isIterative = display.trace.length > 0 && !hasOwnSteps(method);
  return {
    zh: `${found.zh}${isIterative ? `，在第 ${step} 次迭代收敛` : ''}；${sizes.zh}${noise.zh}。`,
    en: `${capitalize(found.en)}${isIterative ? `, settled at iteration ${step}` : ''}; ${sizes.en}${noise.en}.`,
  };
}
