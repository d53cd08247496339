export interface TracePoint {
  readonly x: number;
  readonly y: number;
}

export interface Trace {
  readonly points: readonly TracePoint[];
  readonly path: string;
  /** Dots only while they can be told apart. */
  readonly showsDots: boolean;
  readonly baseline: number;
  /** The first figure stands at the right of its point, or above where the line would cross it. */
  readonly isFirstAbove: boolean;
}

/** The part of the height that stays free between the smallest value and the axis. */
const FOOT = 0.2;
const LEAST_PITCH = 9;
/** Where the first label would end, and how far below its middle the line must be by then. */
const LABEL = { width: 50, clearance: 9 };

/**
 * Values in order, joined by straight lines: the largest at the top, the smallest a little above
 * the axis, which therefore does not stand for zero. Values that differ by less than a millionth
 * are one level. A single value is one point at the left; values are expected to be finite.
 */
export function layoutTrace(
  values: readonly number[],
  frame: { readonly width: number; readonly height: number },
): Trace {
  const [smallest, largest] = [Math.min(...values), Math.max(...values)];
  const range = largest - smallest;
  const isLevel = !(range > Math.abs(largest) * 1e-6);
  const height = frame.height * (1 - FOOT);
  const pitch = values.length > 1 ? frame.width / (values.length - 1) : 0;
  const points = values.map((value, i) => ({
    x: i * pitch,
    y: isLevel ? height / 2 : (height * (largest - value)) / range,
  }));
  const steps = points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return {
    points,
    path: steps.length > 1 ? `M${steps.join('L')}` : '',
    showsDots: points.length === 1 || pitch >= LEAST_PITCH,
    baseline: frame.height,
    isFirstAbove: crossesLabel(points),
  };
}

function crossesLabel(points: readonly TracePoint[]): boolean {
  const [first, second] = points;
  if (!first || !second) return false;
  const reach = Math.min(1, LABEL.width / (second.x - first.x));
  return (second.y - first.y) * reach < LABEL.clearance || second.y - first.y < LABEL.clearance * 2;
}
