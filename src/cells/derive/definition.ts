import { defineCell } from '../../core/cell-type';
import { custom, text } from '../../core/params';
import { parseColumns, type NewFormula } from './params';

const NO_COLUMNS: readonly NewFormula[] = [];

export const definition = defineCell({
  kind: 'derive',
  version: 1,
  stage: 'data',
  takes: { table: 'table' },
  gives: 'table',
  params: {
    columns: custom({ initial: NO_COLUMNS, parse: parseColumns }),
    /** Rows are kept where it is true; empty: all are. */
    filter: text({ initial: '', isLong: true }),
    /** What `today()` means, e.g. 2024-05-01: a clock would change the answer from day to day. */
    reference: text({ initial: '' }),
  },
  firstParams: ['reference'],
  // About 30 ms a formula and million rows, and as much for each column that a filter copies.
  estimateMs: ({ columns, filter }, { rows, columns: count }) =>
    rows * (columns.length * 2e-4 + (filter.trim() === '' ? 0 : count * 5e-5)),
});
