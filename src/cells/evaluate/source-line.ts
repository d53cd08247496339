import { formatCount, formatError, formatNumber } from '../../core/format';
import type { Words } from '../../core/words';
import { STRUCTURE } from '../../metrics/excess';
import type { EvaluateDisplay } from './display';
import { unmeasuredWords } from './reason-words';
import { DECIMALS } from './summarize';

/** How every figure was made, and the rule of the verdicts. */
export function sourceLine(display: EvaluateDisplay): Words {
  if (display.silhouette === null) {
    const all = formatCount(display.rows);
    return {
      zh: `入模的 ${all} 行 · 欧氏距离`,
      en: `The ${all} rows of the model · Euclidean distance`,
    };
  }
  const parts = [silhouettePart(display), indicesPart(display), ...stabilityParts(display)];
  const rule = rulePart(display);
  return {
    zh: [...parts.map(({ zh }) => zh), rule.zh].join(' · '),
    en: [...parts.map(({ en }) => en), rule.en].join(' · '),
  };
}

function silhouettePart({ silhouetteRows, silhouetteError, segments }: EvaluateDisplay): Words {
  const scored = formatCount(silhouetteRows);
  const labelled = segments.reduce((sum, { size }) => sum + size, 0);
  if (silhouetteRows === labelled) {
    return {
      zh: `轮廓系数逐对精确计算，${scored} 行`,
      en: `Silhouette exact over ${scored} rows`,
    };
  }
  const error = formatError(silhouetteError, DECIMALS);
  return {
    zh: `轮廓系数按分群抽样 ${scored} 行（标准误 ${error}）`,
    en: `Silhouette on ${scored} rows drawn by segment (standard error ${error})`,
  };
}

function indicesPart({ rows }: EvaluateDisplay): Words {
  const all = formatCount(rows);
  return {
    zh: `CH、Davies–Bouldin 和簇内平方和按入模的 ${all} 行，欧氏距离`,
    en: `Calinski–Harabasz, Davies–Bouldin and inertia on the ${all} rows of the model, Euclidean distance`,
  };
}

function stabilityParts({ stability, rows, references, excess }: EvaluateDisplay): Words[] {
  const { status, bootstraps, draws } = stability;
  if (status !== 'measured') return [unmeasuredWords(status)];
  const [drawn, all] = [formatCount(draws), formatCount(rows)];
  const parts: Words[] = [
    {
      zh: `稳定度：${bootstraps} 次有放回地抽 ${drawn} 行（共 ${all} 行），用同样的方法再分，区间 95 %`,
      en: `stability: ${bootstraps} times ${drawn} of ${all} rows drawn with replacement and segmented the same way, 95% intervals`,
    },
  ];
  if (excess !== null) {
    const value = formatNumber(excess, 1);
    parts.push({
      zh: `比 ${references} 份均匀撒开的行高出 ${value} 个标准差（${STRUCTURE} 起算有结构）`,
      en: `${value} deviations beyond ${references} sets of even rows (structure from ${STRUCTURE})`,
    });
  }
  return parts;
}

function rulePart({ minimumSize, ruleDepth }: EvaluateDisplay): Words {
  const least = formatCount(minimumSize);
  return {
    zh: `规则：深 ${ruleDepth} 的树，在没学过的行上检验 · 别据此行动：不到 ${least} 行、稳定度 < 0.6 或轮廓系数 < 0；谨慎用：不到 1 %、稳定度区间 < 0.75 或未知、轮廓系数 < 0.25、规则 F1 < 0.8 或没有结构；其余用得上`,
    en: `rules: a tree of depth ${ruleDepth}, checked on rows not learnt from · do not act: fewer than ${least} rows, stability < 0.6 or silhouette < 0; with care: less than 1%, stability interval < 0.75 or unknown, silhouette < 0.25, rules F1 < 0.8 or no structure; else use`,
  };
}
