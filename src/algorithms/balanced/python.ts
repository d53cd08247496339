import { named, type AlgorithmPythonWriter } from '../../core/python';
import type { Json } from '../../core/json';
import lloyd from '../parts/lloyd.py?raw';
import random from '../parts/random.py?raw';
import starts from '../parts/starts.py?raw';
import balanced from './balanced.py?raw';
import type { BalancedParams } from './fit';
import { limitsOf } from './limits';

export const python: AlgorithmPythonWriter = ({ params, points, seed, rows }) => {
  const limits = limitsOf(rows, params as BalancedParams);
  const value = (name: string): Json => params[name] as Json;
  const options = named({
    clusters: value('clusters'),
    seed,
    least: limits.least,
    most: limits.most,
    restarts: value('restarts'),
    start: value('start'),
    max_iter: value('maxIterations'),
    tol: value('tolerance'),
  });
  return {
    call: `balanced(${points}, ${options})`,
    imports: [],
    helpers: [random, starts, lloyd, balanced],
  };
};
