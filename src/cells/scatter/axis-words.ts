import type { Words } from '../../core/words';
import type { ScatterAxis } from './display';

/** A loading that decides a component: of a unit vector, and beside the largest one. */
const STRONG = 0.4;
const BESIDE_LARGEST = 0.6;
/** A component that explains less than this is not worth a sentence. */
const EXPLAINED = 0.1;
const NAMED = 2;

interface Leading {
  readonly feature: string;
  readonly rises: boolean;
}

/**
 * The features that a component mostly is, at most two, and whether they rise or fall along it.
 * None unless their loadings are strong. A positive loading means that rows further along have
 * higher values on average (their covariance is the loading times the variance).
 */
export function leadingFeatures({ kind, explained, loadings }: ScatterAxis): readonly Leading[] {
  if (kind !== 'component' || (explained ?? 0) < EXPLAINED) return [];
  const largest = Math.abs(loadings[0]?.weight ?? 0);
  return loadings
    .filter(({ weight }) => Math.abs(weight) >= Math.max(STRONG, BESIDE_LARGEST * largest))
    .slice(0, NAMED)
    .map(({ feature, weight }) => ({ feature, rises: weight > 0 }));
}

/** 「消费」和「订单数」越高 · spend and orders rise. */
export function changeWords(leading: readonly Leading[]): Words {
  const parts = [true, false].flatMap((rises) => {
    const names = leading.filter((entry) => entry.rises === rises).map(({ feature }) => feature);
    return names.length === 0 ? [] : [risingWords(names, rises)];
  });
  return {
    zh: parts.map((part) => part.zh).join('，'),
    en: parts.map((part) => part.en).join(' and '),
  };
}

function risingWords(names: readonly string[], rises: boolean): Words {
  const verb = names.length === 1 ? (rises ? 'rises' : 'falls') : rises ? 'rise' : 'fall';
  return {
    zh: `${names.map((name) => `「${name}」`).join('和')}越${rises ? '高' : '低'}`,
    en: `${names.join(' and ')} ${verb}`,
  };
}
