import { linearTicks } from '../../charts/axis/ticks';
import type { TreeMerge } from '../../charts/tree/layout';
import { formatNumber, formatPercent } from '../../core/format';
import type { Language } from '../../core/words';
import type { DendrogramDisplay } from './display';

type Rule = 'ward' | 'average';

/** Shares of a Ward axis; its first merges cost a hundredth of the last one. */
const SHARES = [0.01, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8];
/** Pixels that the words of a tick need. */
const TICK_WIDTH = 40;

/** Where a height lies: of sums of squares the root, which is a distance. */
export function extentOf(height: number, rule: Rule): number {
  return rule === 'ward' ? Math.sqrt(Math.max(0, height)) : height;
}

export function extents({ merges }: DendrogramDisplay, rule: Rule): readonly TreeMerge[] {
  return merges.map(({ a, b, height }) => ({ a, b, extent: extentOf(height, rule) }));
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** Ticks in shares of the variance between segments for Ward, in distances for average linkage. */
export function ticksOf(
  { merges, between }: DendrogramDisplay,
  {
    rule,
    language,
    width,
  }: { readonly rule: Rule; readonly language: Language; readonly width: number },
): readonly Tick[] {
  const widest = merges.at(-1)?.height ?? 0;
  if (!(widest > 0)) return [];
  if (rule === 'average') {
    return linearTicks(0, widest, Math.floor(width / (2 * TICK_WIDTH))).map((at) => ({
      at,
      text: formatNumber(at),
    }));
  }
  const reach = extentOf(widest, rule);
  const ticks: Tick[] = [{ at: 0, text: '0' }];
  for (const share of SHARES) {
    const at = extentOf(share * between, rule);
    if (at > reach || at - ticks.at(-1)!.at < (TICK_WIDTH / width) * reach) continue;
    ticks.push({ at, text: formatPercent(share, language, 0) });
  }
  return ticks;
}

/** Half-way between the last merge that is natural and the next one. */
export function cutOf({ merges, natural, sizes }: DendrogramDisplay, rule: Rule): number | null {
  if (natural === null) return null;
  const made = sizes.length - natural;
  const [last, next] = [merges[made - 1], merges[made]];
  if (!last || !next) return null;
  return (extentOf(last.height, rule) + extentOf(next.height, rule)) / 2;
}
