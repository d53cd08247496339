import { definePython, literal } from '../../core/python';
import { definition } from './definition';
import type { ParallelDisplay } from './display';

/** The quartiles that the lines are drawn from; the picture itself stays on the page. */
export const python = definePython(definition, ({ display, inputs, output }) => {
  const { lines } = display as ParallelDisplay;
  const numbers = lines.flatMap(({ column: { name, type } }) => (type === 'number' ? [name] : []));
  if (numbers.length === 0) {
    return { why: { zh: '图里没有数值列', en: 'there is no column of numbers in the picture' } };
  }
  return {
    lines: [
      `inside = ${inputs['clustering']!}[${inputs['clustering']!} >= 0]`,
      `numbers = ${inputs['table']!}.loc[inside.index, ${literal(numbers)}]`,
      `${output} = numbers.groupby(inside).quantile([0.25, 0.5, 0.75])`,
      `print(${output})`,
    ],
  };
});
