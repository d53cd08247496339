import { definePython } from '../../core/python';
import { definition } from './definition';

/** The three indices over all rows; the page draws rows for the silhouette of a large table. */
export const python = definePython(definition, ({ inputs, output }) => {
  const [points, labels] = [inputs['points']!, inputs['clustering']!];
  return {
    lines: [
      `inside = ${labels}[${labels} >= 0]`,
      `rows = ${points}.loc[inside.index]`,
      `${output} = {`,
      '    "silhouette": silhouette_score(rows, inside),',
      '    "Calinski–Harabasz": calinski_harabasz_score(rows, inside),',
      '    "Davies–Bouldin": davies_bouldin_score(rows, inside),',
      '} if inside.nunique() > 1 else {}',
      `print(${output})`,
    ],
    imports: [
      'from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_score',
    ],
  };
});
