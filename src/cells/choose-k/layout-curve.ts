export interface CurvePoint {
  readonly clusters: number;
  readonly value: number | null;
  /** Half the length of the bar about the value; 0 for none. */
  readonly error: number;
}

export interface CurveFrame {
  readonly width: number;
  readonly height: number;
  /** Values that the axis must reach. */
  readonly within?: readonly number[];
}

export interface CurveMark {
  readonly clusters: number;
  readonly x: number;
  /** Null where the index has no value. */
  readonly y: number | null;
  /** Ends of the bar about the value. */
  readonly bar: readonly [number, number] | null;
  readonly hasTick: boolean;
}

export interface Curve {
  readonly marks: readonly CurveMark[];
  readonly path: string;
  /** Distance between two ks. */
  readonly pitch: number;
  readonly yOf: (value: number) => number;
}

const SIDE = 12;
const TOP = 22;
const BOTTOM = 20;
/** Two digits and a space. */
const LEAST_TICK = 19;

/**
 * An index over k: straight lines between neighbours, none over a missing value; the axis spans the
 * values and their bars and stands for no zero. A single k lies in the middle.
 */
export function layoutCurve(points: readonly CurvePoint[], frame: CurveFrame): Curve {
  const known = points.flatMap(({ value, error }) =>
    value === null ? [] : [value - error, value + error],
  );
  const reached = [...known, ...(known.length > 0 ? (frame.within ?? []) : [])];
  const [low, high] = [Math.min(...reached), Math.max(...reached)];
  const room = frame.height - TOP - BOTTOM;
  const isLevel = !(high - low > Math.abs(high) * 1e-9);
  const yOf = (value: number) =>
    isLevel ? TOP + room / 2 : TOP + (room * (high - value)) / (high - low);
  const pitch = points.length > 1 ? (frame.width - 2 * SIDE) / (points.length - 1) : 0;
  const every = Math.max(1, Math.ceil(LEAST_TICK / Math.max(1, pitch)));
  const marks = points.map(({ clusters, value, error }, i): CurveMark => {
    const y = value === null ? null : yOf(value);
    const bar =
      value === null || error <= 0 ? null : ([yOf(value + error), yOf(value - error)] as const);
    const x = points.length > 1 ? SIDE + i * pitch : frame.width / 2;
    return { clusters, x, y, bar, hasTick: points.length < 2 || i % every === 0 };
  });
  return { marks, path: pathOf(marks), pitch: pitch || frame.width - 2 * SIDE, yOf };
}

function pathOf(marks: readonly CurveMark[]): string {
  return marks
    .map(({ x, y }, i) => {
      if (y === null) return '';
      const begins = (marks[i - 1]?.y ?? null) === null;
      return `${begins ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}

/** Where the value of a mark is written: beside it, on the side of the line that is free. */
export interface ValuePlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** Room that a value takes. */
const VALUE = { width: 44, height: 9 };

export function placeValue({ marks }: Curve, mark: CurveMark, width: number): ValuePlace | null {
  if (mark.y === null) return null;
  const isRight = mark.x + VALUE.width < width;
  const toward = marks[marks.indexOf(mark) + (isRight ? 1 : -1)];
  const rises = (toward?.y ?? Infinity) < mark.y - 1;
  const y = rises ? mark.y + VALUE.height + 8 : mark.y - 8;
  return { x: mark.x + (isRight ? 7 : -7), y, anchor: isRight ? 'start' : 'end' };
}

/** The k whose column holds this place. */
export function clustersAt({ marks }: Curve, x: number): number | null {
  let nearest: CurveMark | null = null;
  for (const mark of marks) {
    if (nearest === null || Math.abs(mark.x - x) < Math.abs(nearest.x - x)) nearest = mark;
  }
  return nearest?.clusters ?? null;
}
