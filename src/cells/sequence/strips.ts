import { textOf } from '../../table/column';
import { sortByKey } from '../../table/view/radix';
import type { UserFigures } from '../../table/sequence/user-figures';
import type { ShownSession, Strip } from './display';
import type { Found } from './found';

/** Users of the picture, from the most active to the least. */
const SHOWN_USERS = 6;
const MOST_SESSIONS = 120;
const MOST_MARKS = 40;

/** A few users for the picture: evenly from the most to the least active, none twice. */
export function* stripsOf(found: Found, figures: UserFigures): Generator<void, readonly Strip[]> {
  const places = Uint32Array.from({ length: figures.users }, (_, i) => i);
  const byEvents = { rows: places, spare: new Uint32Array(figures.users) };
  yield;
  // The most active first: larger counts have smaller keys.
  yield* sortByKey(
    byEvents,
    Uint32Array.from(figures.events, (events) => ~events),
  );
  const count = Math.min(SHOWN_USERS, figures.users);
  const strips: Strip[] = [];
  for (let i = 0; i < count; i++) {
    const rank = count === 1 ? 0 : Math.round((i * (figures.users - 1)) / (count - 1));
    strips.push(stripOf(found, figures, byEvents.rows[rank]!));
    yield;
  }
  return strips;
}

function stripOf(
  { table, columns, log, ordered, sessions }: Found,
  figures: UserFigures,
  user: number,
): Strip {
  const row = figures.row[user]!;
  const code = log.users.codes[row]!;
  const [from, to] = [sessions.ofUser[code]!, sessions.ofUser[code + 1]!];
  const shown: ShownSession[] = [];
  for (let session = Math.max(from, to - MOST_SESSIONS); session < to; session++) {
    const [first, end] = [sessions.starts[session]!, sessions.starts[session + 1]!];
    const step = Math.max(1, Math.ceil((end - first) / MOST_MARKS));
    const times: number[] = [];
    for (let i = first; i < end; i += step) times.push(log.when[ordered.rows[i]!]!);
    const last = log.when[ordered.rows[end - 1]!]!;
    if (times.at(-1) !== last) times.push(last);
    shown.push({ times, events: end - first });
  }
  return {
    name: textOf(table, columns.user.id, row) ?? '',
    events: figures.events[user]!,
    sessions: figures.sessions[user]!,
    shown,
  };
}
