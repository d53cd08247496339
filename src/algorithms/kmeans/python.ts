import { named, type AlgorithmPythonWriter } from '../../core/python';
import type { Json } from '../../core/json';
import lloyd from '../parts/lloyd.py?raw';
import random from '../parts/random.py?raw';
import starts from '../parts/starts.py?raw';
import kmeans from './kmeans.py?raw';

export const python: AlgorithmPythonWriter = ({ params, points, seed }) => {
  const value = (name: string): Json => params[name] as Json;
  const isEarly = params['earlyStop'] === true;
  const options = named({
    clusters: value('clusters'),
    seed,
    restarts: value('restarts'),
    start: value('start'),
    refine: value('refine'),
    max_iter: value('maxIterations'),
    tol: value('tolerance'),
    ...(isEarly ? { early: true } : {}),
  });
  return {
    call: `kmeans(${points}, ${options})`,
    imports: ['from sklearn.cluster import KMeans'],
    helpers: [random, starts, ...(isEarly ? [lloyd] : []), kmeans],
  };
};
