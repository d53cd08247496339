import { defineCell } from '../../core/cell-type';
import { choice, column } from '../../core/params';

export const definition = defineCell({
  kind: 'scatter',
  version: 1,
  stage: 'understand',
  takes: { points: 'matrix', clustering: 'clustering' },
  gives: null,
  params: {
    axes: choice({ initial: 'components', options: ['components', 'features'] }),
    /** With `features`: the names of two features; empty: the first and the second. */
    x: column(),
    y: column(),
  },
  firstParams: ['axes', 'x', 'y'],
  estimateMs: ({ axes }, { rows, columns }) =>
    rows * (axes === 'features' ? 2e-5 : 4e-5 + columns * columns * 2e-6),
});
