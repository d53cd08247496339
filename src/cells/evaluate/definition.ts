import { defineCell } from '../../core/cell-type';
import { integer } from '../../core/params';

export const definition = defineCell({
  kind: 'evaluate',
  version: 1,
  stage: 'evaluate',
  takes: { points: 'matrix', clustering: 'clustering' },
  gives: 'scores',
  params: {
    /** Up to this many rows the silhouette is exact; above, this many are drawn. */
    sampleRows: integer({ initial: 20_000, min: 1000, max: 50_000 }),
  },
  firstParams: ['sampleRows'],
  usesSeed: true,
  // Every pair of scored rows at 3 G terms a second and thread, on two threads; a few passes of all.
  estimateMs: ({ sampleRows }, { rows, columns }) =>
    Math.min(rows, sampleRows) ** 2 * (columns + 3) * 1.6e-7 + rows * columns * 5e-6,
});
