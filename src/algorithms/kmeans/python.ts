import { literal, type AlgorithmPythonWriter } from '../../core/python';
import type { Json } from '../../core/json';
import random from '../parts/random.py?raw';
import starts from '../parts/starts.py?raw';
import kmeans from './kmeans.py?raw';

export const python: AlgorithmPythonWriter = ({ params, points, seed }) => {
  // Which starts are given up early depends on the inertia after each step.
  if (params['earlyStop'] === true) return null;
  const value = (name: string): string => literal(params[name] as Json);
  const options = [
    `clusters=${value('clusters')}`,
    `seed=${seed}`,
    `restarts=${value('restarts')}`,
    `start=${value('start')}`,
    `refine=${value('refine')}`,
    `max_iter=${value('maxIterations')}`,
    `tol=${value('tolerance')}`,
  ];
  return {
    call: `kmeans(${points}, ${options.join(', ')})`,
    imports: ['from sklearn.cluster import KMeans'],
    helpers: [random, starts, kmeans],
  };
};
