import { cell, cluster, features, load, type InteropCase } from './cells';

const WHOLESALE = ['Fresh', 'Milk', 'Grocery', 'Frozen', 'Detergents_Paper', 'Delicassen'];

/** Every algorithm, with its parameters at other than their usual values, too, on the same points. */
export const ALGORITHM_CASES: readonly InteropCase[] = [
  {
    name: 'every-algorithm',
    files: { 'wholesale_customers.csv': 'wholesale-customers/wholesale_customers.csv' },
    cells: [
      load('wholesale_customers.csv'),
      features('load', WHOLESALE),
      cluster('early', { clusters: 9, earlyStop: true, restarts: 30, refine: false }),
      cluster('short', { clusters: 6, maxIterations: 3 }),
      cluster('farthest', { clusters: 4, start: 'farthest-first' }),
      cluster('minibatch', { method: 'minibatch', clusters: 5, batchRows: 128 }),
      cluster('minibatch-random', {
        method: 'minibatch',
        clusters: 12,
        start: 'random',
        batchRows: 32,
        patience: 30,
        restarts: 3,
      }),
      cluster('bisecting', { method: 'bisecting', clusters: 7 }),
      cluster('bisecting-largest', {
        method: 'bisecting',
        clusters: 5,
        splitNext: 'largest-cluster',
        start: 'random',
      }),
      cluster('kmedians', { method: 'kmedians', clusters: 6 }),
      cluster('kmedians-farthest', { method: 'kmedians', clusters: 9, start: 'farthest-first' }),
      cluster('spherical', { method: 'spherical', clusters: 5 }),
      cluster('spherical-random', { method: 'spherical', clusters: 10, start: 'random' }),
      cluster('balanced', { method: 'balanced', clusters: 5 }),
      cluster('balanced-tight', { method: 'balanced', clusters: 6, minSize: 95, maxSize: 105 }),
      cluster('balanced-rows', {
        method: 'balanced',
        clusters: 4,
        minSize: 30,
        maxSize: 150,
        sizeUnit: 'rows',
      }),
      cluster('dbscan', { method: 'dbscan' }),
      cluster('dbscan-near', { method: 'dbscan', radius: 0.9, minNeighbors: 8 }),
      cell('evaluate', { 'from.points': 'features', 'from.clustering': 'kmedians' }),
    ],
  },
];
