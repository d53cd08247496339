import type { TableValue } from '../../core/values';
import { numbersOf } from '../../table/column';
import { sortNumbers } from '../../table/sort-numbers';
import { countTransitions } from '../../table/sequence/transitions';
import { DAY_MS } from '../../table/sequence/read-events';
import type { UserFigures } from '../../table/sequence/user-figures';
import type { FigureSummary, SequenceDisplay } from './display';
import type { Found } from './found';

/** Events that are named, and those of the square of steps. */
const NAMED = 8;
const STEPS_BETWEEN = 6;

/** Codes of the events, the most frequent first; of equals the first to appear. */
export function byFrequency({ eventCounts }: Pick<Found, 'eventCounts'>): readonly number[] {
  return Array.from(eventCounts, (_, code) => code)
    .filter((code) => eventCounts[code]! > 0)
    .sort((a, b) => eventCounts[b]! - eventCounts[a]! || a - b);
}

/** How many users have had an event in the last days. */
export function activeIn(
  { last }: UserFigures,
  { reference }: Found,
  windows: readonly number[],
): SequenceDisplay['active'] {
  return windows.map((days) => {
    const users = last.reduce((n, ms) => (ms >= reference - days * DAY_MS ? n + 1 : n), 0);
    return { days, users };
  });
}

/** The most frequent events with how often and by how many users. */
export function* eventsShown(found: Found): Generator<void, SequenceDisplay['events']> {
  const order = byFrequency(found);
  const named: { name: string; count: number; users: number }[] = [];
  for (const code of order.slice(0, NAMED)) {
    const users = yield* usersOf(found, code);
    named.push({ name: found.eventNames[code]!, count: found.eventCounts[code]!, users });
  }
  return { kinds: order.length, named };
}

function* usersOf({ log, ordered }: Found, wanted: number): Generator<void, number> {
  const codes = log.events!.codes;
  let users = 0;
  for (let user = 0; user < ordered.starts.length - 1; user++) {
    for (let i = ordered.starts[user]!; i < ordered.starts[user + 1]!; i++) {
      if ((i & 0x7fff) === 0) yield;
      if (codes[ordered.rows[i]!] !== wanted) continue;
      users++;
      break;
    }
  }
  return users;
}

/** Steps between the most frequent events; null where there is nothing to step between. */
export function* transitionsShown(found: Found): Generator<void, SequenceDisplay['transitions']> {
  const chosen = byFrequency(found).slice(0, STEPS_BETWEEN);
  if (found.log.events === null || chosen.length < 2) return null;
  const { codes } = found.log.events;
  const { counts, steps } = yield* countTransitions(found.ordered, found.sessions, {
    codes,
    chosen,
  });
  if (steps === 0) return null;
  return { names: chosen.map((code) => found.eventNames[code]!), counts: [...counts], steps };
}

/** Quartiles of every column of numbers of what comes out. */
export function* figuresShown(value: TableValue): Generator<void, readonly FigureSummary[]> {
  const figures: FigureSummary[] = [];
  for (const { id, name, type } of value.columns.slice(1)) {
    if (type !== 'number') continue;
    const present = numbersOf(value, id).filter((number) => !Number.isNaN(number));
    yield;
    const sorted = yield* sortNumbers(present);
    const at = (q: number) => quantileOf(sorted, q);
    const isEmpty = sorted.length === 0;
    figures.push({
      name,
      missing: value.rows - sorted.length,
      quartiles: isEmpty ? null : [at(0.25), at(0.5), at(0.75)],
      range: isEmpty ? null : [at(0), at(1)],
    });
  }
  return figures;
}

/** With linear interpolation between neighbours, as `numpy.quantile`. */
function quantileOf(sorted: Float64Array, q: number): number {
  const place = (sorted.length - 1) * q;
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return below + (above - below) * (place - Math.floor(place));
}
