import type { TableValue } from '../../core/values';
import type { Language } from '../../core/words';
import type { OrderedEvents } from '../../table/sequence/order-events';
import type { EventColumns, EventLog } from '../../table/sequence/read-events';
import type { Sessions } from '../../table/sequence/sessions';

/** A log, read, in order and cut into sessions: what every table and picture is made of. */
export interface Found {
  readonly table: TableValue;
  readonly columns: EventColumns;
  readonly log: EventLog;
  readonly ordered: OrderedEvents;
  readonly sessions: Sessions;
  /** Names of the events, by code; empty without a column of events. */
  readonly eventNames: readonly string[];
  /** How often each event happens, by code. */
  readonly eventCounts: Float64Array;
  /** Midnight (ms, on the users' clocks) before which events count. */
  readonly reference: number;
  /** What was added to the times as read. */
  readonly shiftMs: number;
  readonly language: Language;
}
