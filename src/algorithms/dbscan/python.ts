import { literal, type AlgorithmPythonWriter } from '../../core/python';

export const python: AlgorithmPythonWriter = ({ params, used, points }) => {
  const radius = used['radius'] ?? (params['radius'] as number);
  const neighbors = params['minNeighbors'] as number;
  return {
    call: `DBSCAN(eps=${literal(radius)}, min_samples=${literal(neighbors)}).fit_predict(${points})`,
    imports: ['from sklearn.cluster import DBSCAN'],
    helpers: [],
  };
};
