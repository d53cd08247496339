import { defineCell } from '../../core/cell-type';
import { columns, custom, integer } from '../../core/params';
import { NOTHING_WRITTEN, parseWritten } from './written';

export const definition = defineCell({
  kind: 'persona',
  version: 1,
  stage: 'understand',
  takes: { table: 'table', points: 'matrix', clustering: 'clustering' },
  optional: ['points'],
  gives: null,
  params: {
    /** Empty: every number, date, category and yes/no column that can differ between segments. */
    columns: columns(),
    /** Sentences suggested for each segment. */
    sentences: integer({ initial: 3, min: 1, max: 8 }),
    /** Typical and borderline customers shown of each segment; 0: none. */
    customers: integer({ initial: 3, min: 0, max: 10 }),
    /** What people wrote or kept: sentences with the figures that they were written about. */
    written: custom({ initial: NOTHING_WRITTEN, parse: parseWritten }),
  },
  firstParams: ['columns', 'sentences', 'customers'],
  lookParams: ['sentences', 'written'],
  estimateMs: (_params, { rows, columns: count }) => rows * count * 6e-5,
});
