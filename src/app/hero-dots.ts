import { createRandom } from '../core/random';

/** Where the dots of the start page begin and end, in a frame of 1240 × 236. */
export interface HeroDot {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  /** Index of the segment; −1 stays where it is. */
  readonly segment: number;
  readonly opacity: number;
}

export const HERO = { width: 1240, height: 236 };

/** Centres of the four marks that the dots gather around. */
export const HERO_MARKS: readonly { readonly x: number; readonly y: number }[] = [
  { x: 833.6, y: 59 },
  { x: 932.8, y: 177 },
  { x: 1060.2, y: 61.4 },
  { x: 1171.8, y: 155.8 },
];

const GATHERED = [24, 70, 48, 110];
const SPREAD = [
  [22, 16],
  [30, 20],
  [34, 19],
  [44, 24],
];
const LOOSE = 230;

/** The dots: a loose crowd at the left, and those that gather into the four segments; ever the same. */
export function layoutHeroDots(left: number): HeroDot[] {
  const random = createRandom(20260930);
  const next = () => random.next();
  const crowd = () => ({ x: left + next() ** 0.8 * (815 - left), y: 8 + next() * 220 });
  const loose = Array.from({ length: LOOSE }, () => {
    const place = crowd();
    return { from: place, to: place, segment: -1, opacity: 0.3 + next() * 0.35 };
  });
  const gathered = GATHERED.flatMap((count, segment) =>
    Array.from({ length: count }, () => ({
      from: crowd(),
      to: around(segment, next),
      segment,
      opacity: 0.82,
    })),
  );
  return [...loose, ...gathered];
}

function around(segment: number, next: () => number): HeroDot['to'] {
  const { x, y } = HERO_MARKS[segment]!;
  const [dx = 0, dy = 0] = SPREAD[segment]!;
  const bell = () => next() + next() + next() + next() - 2;
  for (;;) {
    const place = { x: x + bell() * dx * 1.7, y: y + bell() * dy * 1.7 };
    // The mark and its number stay free.
    if (Math.hypot(place.x - x, place.y - y) > 17) return place;
  }
}
