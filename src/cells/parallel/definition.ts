import { defineCell } from '../../core/cell-type';
import { choice, columns } from '../../core/params';

export const definition = defineCell({
  kind: 'parallel',
  version: 1,
  stage: 'understand',
  takes: { table: 'table', points: 'matrix', clustering: 'clustering' },
  optional: ['points'],
  gives: null,
  params: {
    /** `rank`: share of everyone below; `deviation`: standard deviations from the mean of everyone. */
    scale: choice({ initial: 'rank', options: ['rank', 'deviation'] }),
    order: choice({ initial: 'similarity', options: ['similarity', 'file'] }),
    /** Empty: the features of the model that are numbers or dates, else all such columns. */
    columns: columns(),
  },
  firstParams: ['scale', 'order', 'columns'],
  lookParams: ['scale', 'order'],
  estimateMs: (_params, { rows, columns: count }) => rows * count * 4e-4,
});
