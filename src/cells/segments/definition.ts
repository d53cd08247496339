import { defineCell } from '../../core/cell-type';
import { choice, columns, integer } from '../../core/params';

export const definition = defineCell({
  kind: 'segments',
  version: 1,
  stage: 'understand',
  takes: { table: 'table', points: 'matrix', clustering: 'clustering' },
  optional: ['points'],
  gives: null,
  params: {
    /** Empty: every column that can differ between segments. */
    columns: columns(),
    order: choice({ initial: 'model', options: ['model', 'file', 'effect'] }),
    /** Categories: this many of the most frequent levels get a line. */
    levels: integer({ initial: 5, min: 1, max: 50 }),
  },
  firstParams: ['columns', 'order', 'levels'],
  estimateMs: (_params, { rows, columns: count }) => rows * count * 3e-5,
});
