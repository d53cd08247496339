import { definePython, literal } from '../../core/python';
import { definition } from './definition';
import type { SqlDisplay } from './display';
import query from './query.py?raw';

/** The same statement in DuckDB, which the page runs, too. */
export const python = definePython(definition, ({ params, display, inputs, output }) => {
  if (params.query.trim() === '') return { lines: [`${output} = ${inputs['first']!}`] };
  const tables = Object.entries(inputs).map(
    ([input, variable]) => `${literal(params.tables[input] ?? input)}: ${variable}`,
  );
  const types = Object.fromEntries(
    (display as SqlDisplay).columns.map(({ name, type }) => [name, type]),
  );
  return {
    lines: [
      '# The page asks DuckDB, too. Rows without ORDER BY may come in another order.',
      `${output} = query(${literal(params.query)}, {${tables.join(', ')}}, ${literal(types)})`,
    ],
    imports: ['import duckdb'],
    helpers: [query],
  };
});
