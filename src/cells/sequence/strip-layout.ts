import type { Strip } from './display';

/** Lines no shorter than this, so that a session of one moment can be seen. */
const LEAST_LINE = 4;

export interface StripLayout {
  /** Strokes of the events, and lines of the sessions, as SVG paths. */
  readonly marks: string;
  readonly sessions: string;
}

/** A time as a place on the line of all users. */
export function placeOf(
  ms: number,
  { from, to, width }: { readonly from: number; readonly to: number; readonly width: number },
): number {
  return to > from ? ((ms - from) / (to - from)) * width : width / 2;
}

interface Room {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly height: number;
}

/** Strokes stand on the line of their session; what would be drawn twice on one pixel is drawn once. */
export function layoutStrip({ shown }: Strip, room: Room): StripLayout {
  const line = room.height - 2.5;
  const taken = new Set<number>();
  let marks = '';
  let sessions = '';
  let end = -Infinity;
  for (const { times } of shown) {
    for (const ms of times) {
      const x = Math.round(placeOf(ms, room));
      if (taken.has(x)) continue;
      taken.add(x);
      marks += `M${x + 0.5} 1V${line - 3}`;
    }
    const [first, last] = [placeOf(times[0] ?? 0, room), placeOf(times.at(-1) ?? 0, room)];
    // Sessions too near to be told apart are one line.
    const from = Math.max(
      Math.round((first + last) / 2 - Math.max(LEAST_LINE, last - first) / 2),
      end + 1,
    );
    const to = Math.round((first + last) / 2 + Math.max(LEAST_LINE, last - first) / 2);
    if (to <= from) continue;
    sessions += `M${from} ${line}H${to}`;
    end = to;
  }
  return { marks, sessions };
}
