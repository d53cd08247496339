import { linearTicks, logTicks } from '../../charts/axis/ticks';
import type { Tick } from '../../charts/scatter/frame';
import { formatNumber, sharedDecimals } from '../../core/format';
import type { FittedStep } from '../../core/values';
import { applyNumberStep, invertSteps, isNumberStep } from '../../table/encode/steps';
import type { ScatterAxis } from './display';

const PIXELS_A_TICK = 90;
/** Ticks nearer than this would run into each other. */
const LEAST_PIXELS = 44;

/** Ticks of the shown part of an axis: in original units for a number feature, else in its own. */
export function layoutTicks(
  axis: ScatterAxis,
  shown: { readonly min: number; readonly max: number },
  pixels: number,
): readonly Tick[] {
  const count = Math.max(2, Math.round(pixels / PIXELS_A_TICK));
  const found = originalTicks(axis.steps, shown, count) ?? plainTicks(shown, count);
  return spread(found, shown, pixels);
}

function plainTicks(
  shown: { readonly min: number; readonly max: number },
  count: number,
): readonly Tick[] {
  const values = linearTicks(shown.min, shown.max, count);
  const decimals = decimalsOf(values);
  return values.map((at) => ({ at, label: formatNumber(at, decimals) }));
}

/** Null where the axis has no original units: components and categories. */
function originalTicks(
  steps: readonly FittedStep[] | undefined,
  shown: { readonly min: number; readonly max: number },
  count: number,
): readonly Tick[] | null {
  if (!steps || steps.length === 0 || !steps.every(isNumberStep)) return null;
  // Below the lowest value that the steps know, Yeo–Johnson has no inverse.
  const [from, to] = [invertSteps(steps, shown.min), invertSteps(steps, shown.max)];
  if (!Number.isFinite(to)) return null;
  const low = Number.isFinite(from) ? from : 0;
  const isLog = steps.some((step) => step.kind === 'log');
  const values = isLog ? logTicks(low, to, count + 2) : linearTicks(low, to, count);
  const decimals = decimalsOf(values);
  // Ages are read as days, which is what their first step makes of dates.
  const fromDays = steps.filter(({ kind }) => kind !== 'age');
  const ticks = values.map((value) => ({
    at: fromDays.reduce(
      (current, step) => (isNumberStep(step) ? applyNumberStep(step, current) : current),
      value,
    ),
    label: formatNumber(value, decimals),
  }));
  const kept = ticks.filter(({ at }) => at >= shown.min && at <= shown.max);
  return kept.length > 0 ? kept : null;
}

/** As many decimals as tell neighbouring ticks apart. */
function decimalsOf(values: readonly number[]): number {
  if (values.every(Number.isInteger)) return 0;
  const gaps = values.slice(1).map((value, i) => value - (values[i] ?? value));
  const least = Math.min(...gaps.filter((gap) => gap > 0));
  if (!Number.isFinite(least)) return sharedDecimals(values);
  return Math.max(0, Math.min(9, Math.ceil(-Math.log10(least) - 1e-9)));
}

/** Leaves out ticks that would run into the one before, or out of the frame. */
function spread(
  ticks: readonly Tick[],
  shown: { readonly min: number; readonly max: number },
  pixels: number,
): readonly Tick[] {
  const perUnit = pixels / (shown.max - shown.min);
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const place = (tick.at - shown.min) * perUnit;
    const last = kept.at(-1);
    const isFree = !last || (tick.at - last.at) * perUnit >= LEAST_PIXELS;
    if (isFree && place >= 14 && place <= pixels - 14) kept.push(tick);
  }
  return kept;
}
