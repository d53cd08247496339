import { definePython, literal } from '../../core/python';
import { definition } from './definition';
import type { SelectDisplay } from './display';

/** The columns that stay, as the page and the person decided; why is on the page. */
export const python = definePython(definition, ({ display, inputs, output }) => {
  const { columns, judged } = display as SelectDisplay;
  const gone = judged.filter(({ isKept }) => !isKept).map(({ name }) => name);
  return {
    lines: [
      ...(gone.length > 0 ? [`# Columns left out: ${literal(gone)}`] : []),
      `${output} = ${inputs['table']!}[${literal(columns.map(({ name }) => name))}]`,
    ],
  };
});
