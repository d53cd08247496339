import { defineCell } from '../../core/cell-type';
import { choice, column, custom, flag, number } from '../../core/params';
import { parseReference } from '../../core/reference-day';
import { EVERY_FIGURE, parseFigures } from './figures';
import { parseChosen, parseWindows, USUAL_WINDOWS } from './lists';

export const definition = defineCell({
  kind: 'sequence',
  version: 1,
  stage: 'data',
  takes: { table: 'table' },
  gives: 'table',
  params: {
    user: column({ input: 'table' }),
    time: column({ input: 'table' }),
    event: column({ input: 'table' }),
    value: column({ input: 'table' }),
    /** True: a role without a column is guessed; false: it has none. */
    guess: flag({ initial: true }),
    /** What a row of the table that comes out is. */
    rowsAre: choice({ initial: 'users', options: ['users', 'sessions', 'events'] }),
    /** Minutes without an event after which the next begins a session. */
    gap: number({ initial: 30, min: 0, max: 525_600 }),
    /** `2024-05-01`: events before it count; empty: the day after the last event. */
    reference: custom({ initial: '', parse: parseReference }),
    /** Hours to add to the times, so that they are those of the users' clocks. */
    zone: number({ initial: 0, min: -12, max: 14 }),
    /** Days before the reference in which events are counted. */
    windows: custom({ initial: USUAL_WINDOWS, parse: parseWindows }),
    streak: choice({ initial: 'days', options: ['days', 'weeks'] }),
    /** Events that get columns of their own, by name; none: the five most frequent. */
    chosen: custom({ initial: [], parse: parseChosen }),
    figures: custom({ initial: EVERY_FIGURE, parse: parseFigures }),
    /** The language of the new columns' names; `auto`: that of the columns they come from. */
    words: choice({ initial: 'auto', options: ['auto', 'zh', 'en'] }),
  },
  firstParams: ['user', 'time', 'event'],
  activeParams: ({ rowsAre }) => [
    'user',
    'time',
    'event',
    'value',
    'guess',
    'rowsAre',
    'gap',
    'reference',
    'zone',
    // The picture counts by windows whatever comes out.
    'windows',
    ...(rowsAre === 'users' ? ['streak', 'chosen', 'figures'] : []),
    'words',
  ],
  estimateMs: (_params, { rows }) => rows * 1.2e-3,
});
