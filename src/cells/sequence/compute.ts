import { defineCompute } from '../../core/cell-compute';
import { along } from '../../core/job';
import type { ParamsOf } from '../../core/params';
import type { TableValue } from '../../core/values';
import { countGaps } from '../../table/sequence/gaps';
import { summarizeUsers } from '../../table/sequence/summarize-users';
import type { UserFigures } from '../../table/sequence/user-figures';
import { chooseRoles, columnsFor } from './choose-roles';
import { definition } from './definition';
import type { SequenceDisplay } from './display';
import { eventsTable } from './events-table';
import { findEvents } from './find-events';
import type { Found } from './found';
import { sessionsTable } from './sessions-table';
import { stripsOf } from './strips';
import { activeIn, byFrequency, eventsShown, figuresShown, transitionsShown } from './summarize';
import { usersTable } from './users-table';

type SequenceParams = ParamsOf<(typeof definition)['params']>;

/** Events that get figures of their own unless somebody chose others. */
const USUALLY_CHOSEN = 5;
const phase = 'sum-events';

export default defineCompute(definition, async function* (params, { table }) {
  const steps = 1 + table.rows / 4096;
  const roles = yield* along(chooseRoles(params, table), { phase, from: 0, to: 0.1, steps: 30 });
  const finding = findEvents(table, columnsFor(roles, table), params);
  const found = yield* along(finding, { phase, from: 0.1, to: 0.55, steps });
  const chosen = chosenEvents(found, params.chosen);
  const codes = chosen.map((name) => found.eventNames.indexOf(name));
  const { windows, streak } = params;
  const summing = summarizeUsers({ ...found, windows, streak, chosen: codes });
  const figures = yield* along(summing, { phase, from: 0.55, to: 0.75, steps });
  const making = tableOf(params, found, { figures, chosen });
  const value = yield* along(making, { phase, from: 0.75, to: 0.85, steps });
  const showing = show(found, { figures, value, windows });
  const shown = yield* along(showing, { phase, from: 0.85, to: 1, steps });
  const display: SequenceDisplay = {
    ...shown,
    roles,
    unknown: chosen.filter((_, i) => codes[i]! < 0),
  };
  return { value, display };
});

/** Those that were named; else the most frequent, unless all events are one. */
function chosenEvents(found: Found, named: readonly string[]): readonly string[] {
  if (found.log.events === null) return [];
  if (named.length > 0) return named;
  const order = byFrequency(found);
  return order.length < 2
    ? []
    : order.slice(0, USUALLY_CHOSEN).map((code) => found.eventNames[code]!);
}

function tableOf(
  { rowsAre, figures: keep, windows, streak }: SequenceParams,
  found: Found,
  { figures, chosen }: { readonly figures: UserFigures; readonly chosen: readonly string[] },
): Generator<void, TableValue> {
  switch (rowsAre) {
    case 'users':
      return usersTable(found, figures, { keep, windows, streak, chosen });
    case 'sessions':
      return sessionsTable(found);
    case 'events':
      return eventsTable(found);
    default:
      return rowsAre satisfies never;
  }
}

interface Shown {
  readonly figures: UserFigures;
  readonly value: TableValue;
  readonly windows: readonly number[];
}

function* show(
  found: Found,
  { figures, value, windows }: Shown,
): Generator<void, Omit<SequenceDisplay, 'roles' | 'unknown'>> {
  const { table, log, sessions, reference, ordered } = found;
  return {
    rows: value.rows,
    columns: value.columns,
    source: {
      rows: table.rows,
      users: log.users.codes.reduce((most, code) => Math.max(most, code), -1) + 1,
      columns: table.columns.map(({ name, type }) => ({ name, type })),
    },
    counts: log.counts,
    reference,
    firstEvent: figures.first.reduce((a, b) => Math.min(a, b)),
    lastEvent: figures.last.reduce((a, b) => Math.max(a, b)),
    hasClock: log.hasClock,
    users: figures.users,
    sessions: sessions.count,
    active: activeIn(figures, found, windows),
    events: yield* eventsShown(found),
    transitions: yield* transitionsShown(found),
    gaps: yield* countGaps(ordered, log.when),
    strips: yield* stripsOf(found, figures),
    figures: yield* figuresShown(value),
  };
}
