import { algorithmPython } from '../../algorithms/pythons';
import { definePython, literal } from '../../core/python';
import bySize from './by-size.py?raw';
import { definition } from './definition';
import type { ClusterDisplay } from './display';

/** The method's own lines, then segments numbered by size as the page numbers them. */
export const python = definePython(definition, ({ params, display, inputs, output, seed }) => {
  const { sizes, used = {} } = display as ClusterDisplay;
  // What a person changed by hand has no rule that a script could follow.
  if (params.edits.length > 0) return null;
  const points = inputs['points']!;
  const isPart = params.segment > 0;
  const rows = isPart
    ? `${points}[${inputs['parent']!} == ${literal(params.member as number)}]`
    : points;
  const method = algorithmPython(params.method)?.({ params, used, points: 'points', seed });
  if (!method) return null;
  return {
    lines: [
      `rows = ${rows}`,
      '# The page packs features as 32-bit numbers and computes with 64 bits.',
      'points = rows.to_numpy(dtype="float32").astype(float)',
      `${output} = by_size(${method.call}, rows.index)`,
      `report("${output}", ${output}, ${literal(sizes)})`,
    ],
    imports: method.imports,
    helpers: [...method.helpers, bySize],
  };
});
