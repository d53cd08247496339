import { algorithmPython } from '../../algorithms/pythons';
import { parseIdentity } from '../../core/identity';
import type { Json } from '../../core/json';
import type { HandEdit } from '../../core/hand-edits';
import { definePython, isGap, literal, type AlgorithmPython } from '../../core/python';
import bySize from './by-size.py?raw';
import { definition } from './definition';
import type { ClusterDisplay } from './display';
import editing from './edits.py?raw';

/** The method's own lines, then segments numbered by size as the page numbers them. */
export const python = definePython(definition, ({ params, display, inputs, output, seed }) => {
  const { sizes, rows, used = {} } = display as ClusterDisplay;
  const ground = { params, used, points: 'points', seed, rows };
  const method = algorithmPython(params.method)(ground);
  if (isGap(method)) return method;
  const points = inputs['points']!;
  const isPart = params.segment > 0;
  const own = `${points}[${inputs['parent']!} == ${literal(params.member as number)}]`;
  const { edits } = params;
  const isSplit = edits.some((edit) => 'split' in edit);
  const splitting = isSplit ? partsOf(algorithmPython('kmeans')(ground)) : [];
  return {
    lines: [
      `rows = ${isPart ? own : points}`,
      '# The page packs features as 32-bit numbers and computes with 64 bits.',
      'points = rows.to_numpy(dtype="float32").astype(float)',
      `${output} = by_size(${method.call}, rows.index)`,
      ...edits.flatMap((edit) => linesOf(edit, output, seed)),
      ...namesOf(params, sizes, output),
      `report("${output}", ${output}, ${literal(sizes)})`,
    ],
    imports: [...method.imports, ...(isSplit ? ['from sklearn.cluster import KMeans'] : [])],
    helpers: [...method.helpers, ...splitting, bySize, ...(edits.length > 0 ? [editing] : [])],
  };
});

function partsOf(kmeans: ReturnType<ReturnType<typeof algorithmPython>>): readonly string[] {
  return (kmeans as AlgorithmPython).helpers;
}

/** What a person changed by hand, on segments of the sizes that it was changed on. */
function linesOf(edit: HandEdit, output: string, seed: number): readonly string[] {
  return [
    `check_sizes(${output}, ${literal(edit.of)})`,
    'merge' in edit
      ? `${output} = merged(${output}, ${literal(edit.merge)})`
      : `${output} = split_up(${output}, ${edit.split}, ${edit.into}, points, ${seed})`,
  ];
}

/** What people call the segments, where they do; groups keep their numbers whatever their index. */
function namesOf(
  { names, identity }: { readonly names: readonly string[]; readonly identity: Json },
  sizes: readonly number[],
  output: string,
): readonly string[] {
  const numbers = parseIdentity(identity).at(-1)?.numbers ?? [];
  const called = sizes.map((_, index) => names[(numbers[index] ?? index + 1) - 1] ?? '');
  if (called.every((name) => name === '')) return [];
  return [`print(${output}.map(dict(enumerate(${literal(called)}))).value_counts())`];
}
