/** One feature of a portrait: how far from everyone, in standard deviations, and what to call it. */
export interface Petal {
  /** Lines of text, one or two. */
  readonly label: readonly string[];
  /** Null: no value is known; the place stays empty. */
  readonly effect: number | null;
}

export interface PetalShape {
  readonly label: readonly string[];
  /** Empty where there is nothing to draw. */
  readonly path: string;
  /** Above everyone: outward, filled; else inward, hollow. */
  readonly isOutward: boolean;
  /** Farther than the scale goes: the petal ends at its limit and bears a notch. */
  readonly isCut: boolean;
  readonly notch: string;
  /** Baseline of the first line. */
  readonly labelAt: { readonly x: number; readonly y: number };
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface PetalsLayout {
  readonly center: number;
  /** Radius of the circle of everyone. */
  readonly radius: number;
  readonly petals: readonly PetalShape[];
}

/** Standard deviations at which a petal ends, both ways. */
export const PETAL_LIMIT = 2;
export const MOST_PETALS = 8;

/** Shares of half the side: the circle, and the longest petal both ways. */
const [RADIUS, REACH] = [0.5, 0.38];
/** Share of a place that stays empty between two petals. */
const GAP = 0.12;
const LABEL_GAP = 14;
/** A notch takes this much more. */
const NOTCH_ROOM = 8;
/** Half the height of a line of a label. */
const LABEL_MIDDLE = 4;
export const LABEL_LINE = 14;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Petals around the circle of everyone, the first at the top, clockwise, on a square of this side:
 * the length of a petal is its effect on a linear scale, outward above everyone, inward below.
 * Labels stand beyond their petal, or beyond the circle. At most eight.
 */
export function layoutPetals(petals: readonly Petal[], side: number): PetalsLayout {
  const center = side / 2;
  const radius = RADIUS * center;
  const shown = petals.slice(0, MOST_PETALS);
  const place = (2 * Math.PI) / Math.max(1, shown.length);
  // A single petal does not close around the circle.
  const width = Math.min(place * (1 - GAP), Math.PI / 3);
  const ends = shown.map(({ effect }) => {
    const clamped = Math.max(-PETAL_LIMIT, Math.min(PETAL_LIMIT, effect ?? 0));
    return radius + (clamped / PETAL_LIMIT) * REACH * center;
  });
  return {
    center,
    radius,
    petals: shown.map(({ label, effect }, i) => {
      const middle = i * place;
      const end = ends[i]!;
      const isCut = effect !== null && Math.abs(effect) > PETAL_LIMIT;
      const way = Math.sign(effect ?? 0);
      const beyond = Math.max(radius, end) + LABEL_GAP + (isCut && way > 0 ? NOTCH_ROOM : 0);
      const at = (angle: number, from: number) => pointAt(center, angle, from);
      return {
        label,
        path: effect === null ? '' : ring(at, { middle, width, radius, end }),
        isOutward: (effect ?? 0) >= 0,
        isCut,
        notch: isCut ? chevron(at, middle, { end, way }) : '',
        ...labelOf(
          at(middle, Math.max(beyond, besideOf(ends, i, middle) + LABEL_GAP)),
          middle,
          label.length,
        ),
      };
    }),
  };
}

type At = (angle: number, radius: number) => Point;

function pointAt(center: number, angle: number, radius: number): Point {
  return { x: center + radius * Math.sin(angle), y: center - radius * Math.cos(angle) };
}

/** A label above or below the circle reaches to both sides: it stands clear of the petals beside it. */
function besideOf(ends: readonly number[], i: number, angle: number): number {
  if (ends.length < 3 || anchorOf(angle) !== 'middle') return 0;
  const beside = [ends.at(i - 1)!, ends[(i + 1) % ends.length]!];
  // Their corners lie lower than their middle.
  return 0.86 * Math.max(...beside);
}

function anchorOf(angle: number): 'start' | 'middle' | 'end' {
  const side = Math.sin(angle);
  return Math.abs(side) < 0.2 ? 'middle' : side > 0 ? 'start' : 'end';
}

/** Lines above the circle grow upward, below it downward, beside it both ways. */
function labelOf({ x, y }: Point, angle: number, lines: number) {
  const rise = ((lines - 1) * (1 + Math.cos(angle))) / 2;
  return { labelAt: { x, y: y + LABEL_MIDDLE - rise * LABEL_LINE }, anchor: anchorOf(angle) };
}

function text({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A piece of a ring between the circle and the end of the petal. */
function ring(
  at: At,
  of: {
    readonly middle: number;
    readonly width: number;
    readonly radius: number;
    readonly end: number;
  },
): string {
  const { middle, width, radius, end } = of;
  const [from, to] = [middle - width / 2, middle + width / 2];
  const [inner, outer] = [round(radius), round(end)];
  return (
    `M${text(at(from, radius))}L${text(at(from, end))}` +
    `A${outer} ${outer} 0 0 1 ${text(at(to, end))}L${text(at(to, radius))}` +
    `A${inner} ${inner} 0 0 0 ${text(at(from, radius))}Z`
  );
}

/** A small arrow head beyond the end, away from the circle: it goes on. */
function chevron(
  at: At,
  middle: number,
  { end, way }: { readonly end: number; readonly way: number },
): string {
  const [foot, tip] = [end + 3 * way, end + 7 * way];
  const spread = 5 / Math.max(1, foot);
  return `M${text(at(middle - spread, foot))}L${text(at(middle, tip))}L${text(at(middle + spread, foot))}`;
}
