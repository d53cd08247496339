import { definePython } from '../../core/python';
import { definition } from './definition';

/** Size and means of each segment in original units, and the means beside those of everyone. */
export const python = definePython(definition, ({ inputs, output }) => {
  const [table, labels] = [inputs['table']!, inputs['clustering']!];
  return {
    lines: [
      `inside = ${labels}[${labels} >= 0]`,
      `numbers = ${table}.loc[inside.index].select_dtypes("number")`,
      `means = numbers.groupby(inside).mean()`,
      `${output} = {"size": inside.value_counts().sort_index(), "mean": means, "TGI": 100 * means / ${table}.select_dtypes("number").mean()}`,
      `print(*${output}.values(), sep="\\n\\n")`,
    ],
  };
});
