import { clusteringAlgorithms } from '../../algorithms/catalogue';
import { definition as kmeans } from '../../algorithms/kmeans/definition';
import { defineCell } from '../../core/cell-type';
import type { Json } from '../../core/json';
import { choice, custom } from '../../core/params';
import { Problem } from '../../core/problem';

function parseNames(json: Json): readonly string[] {
  const isNames = Array.isArray(json) && json.every((name) => typeof name === 'string');
  if (isNames) return json as readonly string[];
  const value = JSON.stringify(json);
  throw new Problem('param-invalid', { param: 'names', value, expected: '["name", …]' });
}

const NO_NAMES: readonly string[] = [];

export const definition = defineCell({
  kind: 'cluster',
  version: 1,
  stage: 'model',
  takes: { points: 'matrix' },
  gives: 'clustering',
  params: {
    method: choice({
      initial: kmeans.name,
      options: clusteringAlgorithms.map((algorithm) => algorithm.definition.name),
    }),
    ...kmeans.params,
    /** Names of the segments by index; an empty one shows the number. */
    names: custom({ initial: NO_NAMES, parse: parseNames }),
  },
  firstParams: ['method', 'clusters', 'restarts'],
  lookParams: ['names'],
  usesSeed: true,
  // About 20 iterations a restart, and 50 to refine, at 3.5 G terms a second and thread, on two.
  estimateMs: ({ clusters, restarts, refine }, { rows, columns }) =>
    (restarts + (refine ? 2.5 : 0)) * rows * columns * (clusters * 2.8e-6 + 6e-6),
});
