import { defineCell } from '../../core/cell-type';
import { integer } from '../../core/params';

export const definition = defineCell({
  kind: 'evaluate',
  version: 2,
  stage: 'evaluate',
  takes: { points: 'matrix', clustering: 'clustering' },
  gives: 'scores',
  params: {
    /** Up to this many rows the silhouette is exact; above, this many are drawn. */
    sampleRows: integer({ initial: 20_000, min: 1000, max: 50_000 }),
  },
  firstParams: ['sampleRows'],
  usesSeed: true,
  // Version 2 shows more figures and rounds the silhouette otherwise; the parameters are the same.
  migrate: (params) => params,
  // Every pair of scored rows once at 12 G terms a second and thread, on two threads; a few passes.
  estimateMs: ({ sampleRows }, { rows, columns }) =>
    Math.min(rows, sampleRows) ** 2 * (columns + 3) * 2.2e-8 + rows * columns * 5e-6,
});
