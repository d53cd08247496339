import { definePython } from '../../core/python';
import { definition } from './definition';

/** Four of the six indices over all rows; gap and stability are drawn by the page's own numbers. */
export const python = definePython(definition, ({ params, inputs, output, seed }) => {
  const [from, to] = [Math.min(params.from, params.to), Math.max(params.from, params.to)];
  return {
    lines: [
      "# scikit-learn's own starts and all rows: figures close to the page's, which has stability and",
      '# the gap statistic, too.',
      `points = ${inputs['points']!}.to_numpy(dtype="float32").astype(float)`,
      `${output} = {}`,
      `for k in range(${from}, ${to + 1}):`,
      `    fitted = KMeans(k, n_init=${params.restarts}, random_state=${seed}).fit(points)`,
      `    ${output}[k] = {`,
      '        "inertia": fitted.inertia_ / len(points),',
      '        "silhouette": silhouette_score(points, fitted.labels_),',
      '        "Calinski–Harabasz": calinski_harabasz_score(points, fitted.labels_),',
      '        "Davies–Bouldin": davies_bouldin_score(points, fitted.labels_),',
      '    }',
      `print(pd.DataFrame(${output}).T)`,
    ],
    imports: [
      'from sklearn.cluster import KMeans',
      'from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_score',
    ],
  };
});
