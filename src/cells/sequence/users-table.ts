import type { TableValue } from '../../core/values';
import type { Words } from '../../core/words';
import { createNamer } from '../../table/column-namer';
import {
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  type NewColumn,
} from '../../table/create-table';
import { nameColumnOf } from '../../table/name-column';
import { DAY_MS } from '../../table/sequence/read-events';
import type { StreakUnit } from '../../table/sequence/streaks';
import type { UserFigures } from '../../table/sequence/user-figures';
import {
  eventCountName,
  eventRecencyName,
  FIGURE_NAMES,
  STREAK_NAMES,
  WEEKDAYS,
  windowName,
  type Figure,
} from './figures';
import type { Found } from './found';

interface Wanted {
  readonly keep: readonly Figure[];
  readonly windows: readonly number[];
  readonly streak: StreakUnit;
  /** Names of the events with figures of their own. */
  readonly chosen: readonly string[];
}

/** One row a user with the figures to keep, as far as the log tells them; yields after each. */
export function* usersTable(
  found: Found,
  figures: UserFigures,
  wanted: Wanted,
): Generator<void, TableValue> {
  const { user } = found.columns;
  const columns: NewColumn[] = [yield* nameColumnOf(found.table, user, figures.row)];
  const named = createNamer([user.name]);
  for (const figure of wanted.keep) {
    for (const column of columnsOf(figure, { found, figures, wanted })) {
      columns.push({ ...column, name: named(column.name) });
    }
    yield;
  }
  return createTable(columns, figures.users);
}

interface Ground {
  readonly found: Found;
  readonly figures: UserFigures;
  readonly wanted: Wanted;
}

function columnsOf(figure: Figure, ground: Ground): readonly NewColumn[] {
  const { found, figures, wanted } = ground;
  const { language, log, shiftMs } = found;
  const numbers = (name: Words, values: Float64Array): NewColumn =>
    numberColumn(name[language], values.slice());
  switch (figure) {
    case 'recency':
      return [numbers(FIGURE_NAMES.recency, daysSince(figures.last, found))];
    case 'tenure':
      return [numbers(FIGURE_NAMES.tenure, daysSince(figures.first, found))];
    case 'windows':
    case 'eventCounts':
    case 'eventRecency':
      return severalColumns(figure, ground);
    case 'longestStreak':
    case 'currentStreak':
      return [numbers(STREAK_NAMES[wanted.streak][figure], figures[figure])];
    case 'sessionEvents':
      return [numbers(FIGURE_NAMES[figure], perSession(figures))];
    case 'distinct':
    case 'entropy':
      return log.events === null ? [] : [numbers(FIGURE_NAMES[figure], figures[figure])];
    case 'valueSum':
    case 'valueMean':
      return log.values === null ? [] : [valueColumn(figure, ground)];
    case 'hour':
    case 'sessionMinutes':
      // Where the log knows days only, there are no hours to tell.
      return log.hasClock ? [numbers(FIGURE_NAMES[figure], figures[figure])] : [];
    case 'weekday':
      return [weekdayColumn(ground)];
    case 'first':
    case 'last':
      return [
        dateColumn(
          FIGURE_NAMES[figure][language],
          figures[figure].map((ms) => ms - shiftMs),
        ),
      ];
    case 'events':
    case 'activeDays':
    case 'sessions':
    case 'meanGap':
    case 'medianGap':
      return [numbers(FIGURE_NAMES[figure], figures[figure])];
    default:
      return figure satisfies never;
  }
}

/** A column a window or a chosen event. */
function severalColumns(
  figure: 'windows' | 'eventCounts' | 'eventRecency',
  { found, figures, wanted }: Ground,
): readonly NewColumn[] {
  const named = ({ [found.language]: name }: Words, values: Float64Array) =>
    numberColumn(name, values.slice());
  if (figure === 'windows') {
    return wanted.windows.map((days, w) => named(windowName(days), figures.windows[w]!));
  }
  return wanted.chosen.map((event, at) =>
    figure === 'eventCounts'
      ? named(eventCountName(event), figures.eventCounts[at]!)
      : named(eventRecencyName(event), daysSince(figures.eventLast[at]!, found)),
  );
}

/** Full days from a moment to the reference; missing stays missing. */
function daysSince(moments: Float64Array, { reference }: Found): Float64Array {
  return moments.map((ms) => Math.floor((reference - ms) / DAY_MS));
}

function perSession({ events, sessions }: UserFigures): Float64Array {
  return events.map((count, i) => count / sessions[i]!);
}

function valueColumn(figure: 'valueSum' | 'valueMean', { found, figures }: Ground): NewColumn {
  const name = FIGURE_NAMES[figure][found.language];
  return numberColumn(name, figures[figure].slice(), found.columns.value?.unit);
}

function weekdayColumn({ found: { language }, figures }: Ground): NewColumn {
  const levels = WEEKDAYS.map((words) => words[language]);
  return categoryColumn(FIGURE_NAMES.weekday[language], Int32Array.from(figures.weekday), levels);
}
