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

const LEAST_PITCH = 9;
/** Where the first label would end, and how far below its middle the line must be by then. */
const LABEL = { width: 50, clearance: 9 };

/**
 * Values in order, joined by straight lines over an axis that begins at zero. A single value
 * is one point at the left; values are expected to be finite and not negative.
 */
export function layoutTrace(
  values: readonly number[],
  frame: { readonly width: number; readonly height: number },
): Trace {
  const largest = Math.max(...values, 0);
  const pitch = values.length > 1 ? frame.width / (values.length - 1) : 0;
  const points = values.map((value, i) => ({
    x: i * pitch,
    y: largest > 0 ? frame.height * (1 - value / largest) : frame.height,
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
