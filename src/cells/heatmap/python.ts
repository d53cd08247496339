import { definePython, literal } from '../../core/python';
import { definition } from './definition';
import type { HeatmapDisplay } from './display';

/** How many standard deviations of everyone each segment's mean is from everyone's. */
export const python = definePython(definition, ({ display, inputs, output }) => {
  const { lines } = display as HeatmapDisplay;
  const numbers = lines.flatMap(({ column: { name, type } }) => (type === 'number' ? [name] : []));
  if (numbers.length === 0) {
    return { why: { zh: '图里没有数值列', en: 'there is no column of numbers in the picture' } };
  }
  const [table, labels] = [inputs['table']!, inputs['clustering']!];
  return {
    lines: [
      '# The tiles of the columns of numbers; shares of categories are on the page.',
      `inside = ${labels}[${labels} >= 0]`,
      `numbers = ${table}[${literal(numbers)}]`,
      `means = numbers.loc[inside.index].groupby(inside).mean()`,
      `${output} = (means - numbers.mean()) / numbers.std(ddof=0)`,
      `print(${output})`,
    ],
  };
});
