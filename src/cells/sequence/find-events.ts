import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import { referenceMs } from '../../core/reference-day';
import type { TableValue } from '../../core/values';
import { languageOfNames } from '../../core/words';
import { textOf } from '../../table/column';
import type { CodedValues } from '../../table/rfm/code-values';
import { orderEvents } from '../../table/sequence/order-events';
import { EVENT_OUTCOMES } from '../../table/sequence/outcomes';
import {
  DAY_MS,
  HOUR_MS,
  readEvents,
  type EventColumns,
  type EventLog,
} from '../../table/sequence/read-events';
import { splitSessions } from '../../table/sequence/sessions';
import type { definition } from './definition';
import type { Found } from './found';

type SequenceParams = ParamsOf<(typeof definition)['params']>;

const MINUTE_MS = 60_000;
const BLOCK = 1 << 15;

/** Reads the log, puts it in order and cuts it into sessions; throws when no event is left. */
export function* findEvents(
  table: TableValue,
  columns: EventColumns,
  params: SequenceParams,
): Generator<void, Found> {
  const given = referenceMs(params.reference);
  const log = yield* readEvents(table, columns, { zone: params.zone, reference: given });
  refuseEmpty(log);
  const ordered = yield* orderEvents(log);
  const sessions = yield* splitSessions(ordered, log.when, params.gap * MINUTE_MS);
  const { counts, last } = yield* countEvents(log);
  const { words } = params;
  const names = Object.values(columns).flatMap((column: EventColumns['event']) =>
    column === null ? [] : [column.name],
  );
  return {
    table,
    columns,
    log,
    ordered,
    sessions,
    eventNames: yield* namesOf(table, columns, log),
    eventCounts: counts,
    reference: given ?? (Math.floor(last / DAY_MS) + 1) * DAY_MS,
    shiftMs: params.zone * HOUR_MS,
    language: words === 'auto' ? languageOfNames(names) : words,
  };
}

/** Throws with what took the most rows when no event is left. */
function refuseEmpty({ rows, counts }: EventLog): void {
  if (counts.event > 0) return;
  const [reason = 'user-missing'] = EVENT_OUTCOMES.filter((outcome) => outcome !== 'event').sort(
    (a, b) => counts[b] - counts[a],
  );
  throw new Problem('events-none-left', { rows, reason, count: counts[reason] });
}

/** How often each event happens, and when the last of all did. */
function* countEvents({
  outcomes,
  events,
  when,
}: EventLog): Generator<void, { readonly counts: Float64Array; readonly last: number }> {
  const counts = new Float64Array(events?.count ?? 0);
  let last = -Infinity;
  for (let row = 0; row < outcomes.length; row++) {
    if ((row & (BLOCK - 1)) === 0) yield;
    if (outcomes[row] !== 0) continue;
    if (events !== null) counts[events.codes[row]!]!++;
    if (when[row]! > last) last = when[row]!;
  }
  return { counts, last };
}

/** The words of the events, by code. */
function* namesOf(
  table: TableValue,
  { event }: EventColumns,
  { events }: EventLog,
): Generator<void, readonly string[]> {
  if (event === null || events === null) return [];
  const { bytesOf, count } = events;
  // Yes or no, in the order in which they appear.
  if (bytesOf === null) return yield* plainNames(table, event.id, events);
  const decoder = new TextDecoder();
  const names: string[] = [];
  for (let code = 0; code < count; code++) {
    names.push(decoder.decode(bytesOf(code)));
    if ((code & 0xfff) === 0) yield;
  }
  return names;
}

/** Names of events that are numbers, days or yes/no, as text. */
function* plainNames(
  table: TableValue,
  id: string,
  { codes, count }: CodedValues,
): Generator<void, readonly string[]> {
  const names = new Array<string>(count).fill('');
  let known = 0;
  for (let row = 0; row < table.rows && known < count; row++) {
    const code = codes[row]!;
    if (code === known) names[known++] = textOf(table, id, row) ?? '';
    if ((row & (BLOCK - 1)) === 0) yield;
  }
  return names;
}
