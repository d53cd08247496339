import { named, type AlgorithmPythonWriter } from '../../core/python';
import type { Json } from '../../core/json';
import lloyd from '../parts/lloyd.py?raw';
import random from '../parts/random.py?raw';
import starts from '../parts/starts.py?raw';
import bisecting from './bisecting.py?raw';

export const python: AlgorithmPythonWriter = ({ params, points, seed }) => {
  const value = (name: string): Json => params[name] as Json;
  const options = named({
    clusters: value('clusters'),
    seed,
    split_next: value('splitNext'),
    restarts: value('restarts'),
    start: value('start'),
    max_iter: value('maxIterations'),
    tol: value('tolerance'),
  });
  return {
    call: `bisecting(${points}, ${options})`,
    imports: ['from sklearn.cluster import KMeans'],
    helpers: [random, starts, lloyd, bisecting],
  };
};
