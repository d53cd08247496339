import { defineCell } from '../../core/cell-type';
import { choice, columns, integer } from '../../core/params';

export const definition = defineCell({
  kind: 'heatmap',
  version: 1,
  stage: 'understand',
  takes: { table: 'table', points: 'matrix', clustering: 'clustering' },
  optional: ['points'],
  gives: null,
  params: {
    /** What stands in a tile; the colours of `values` are those of `deviation`. */
    measure: choice({ initial: 'deviation', options: ['deviation', 'tgi', 'values'] }),
    order: choice({ initial: 'similarity', options: ['similarity', 'file'] }),
    /** Empty: every column that can differ between segments. */
    columns: columns(),
    /** Categories: this many of the most frequent levels get a tile of their own. */
    levels: integer({ initial: 3, min: 1, max: 50 }),
  },
  firstParams: ['measure', 'order', 'columns'],
  lookParams: ['measure', 'order'],
  estimateMs: (_params, { rows, columns: count }) => rows * count * 8e-5,
});
