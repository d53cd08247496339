import { definePython } from '../../core/python';
import { definition } from './definition';

export const python = definePython(definition, ({ inputs, output }) => ({
  lines: [
    `${output} = ${inputs['table']!}.describe(include="all").T`,
    `${output}["missing"] = ${inputs['table']!}.isna().sum()`,
    `print(${output})`,
  ],
}));
