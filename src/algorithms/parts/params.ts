import { choice, integer, number, type ParamValue } from '../../core/params';

/** Parameters that the relatives of K-means share: under one name one meaning. */
export const clusters = integer({ initial: 4, min: 2, max: 50 });
export const restarts = integer({ initial: 10, min: 1, max: 100 });
export const start = choice({
  initial: 'k-means++',
  options: ['k-means++', 'random', 'farthest-first'],
});
export const maxIterations = integer({ initial: 300, min: 1, max: 10_000 });
export const tolerance = number({ initial: 1e-4, min: 0, max: 1 });

export type Start = ParamValue<typeof start>;
