import type { ExportGround } from '../../core/cell-compute';
import type { SegmentRule } from '../../core/cell-face';
import type { ExportFile } from '../../core/export';
import type { Job } from '../../core/job';
import { isJsonObject, type Json } from '../../core/json';
import { Problem } from '../../core/problem';
import type { ClusteringValue, MatrixValue } from '../../core/values';
import { makePassport } from '../../passport/make';
import { writePassport } from '../../passport/parse';
import type { PassportSegment } from '../../passport/passport';

type Ground = ExportGround<
  { readonly method: string; readonly segment: number; readonly names: readonly string[] },
  { readonly points: MatrixValue },
  ClusteringValue | null
>;

/**
 * The segmentation as a passport, `name.segments.json`. The wish's options say what the page knows:
 * `title`, the number and name of each segment (`marks`), and the `rules` that explain them.
 */
export async function* exportPassport({
  params,
  inputs: { points },
  value,
  wish,
  tools,
}: Ground): Job<ExportFile, never> {
  // Whoever scores with it would put everybody into the parts of one segment.
  if (params.segment > 0) throw new Problem('passport-inside', { segment: params.segment });
  const { title, marks, rules } = wish.options;
  const name = typeof title === 'string' ? title : '';
  // The engine exports what has run, and this cell gives a clustering whenever it has.
  const clustering = value!;
  const segments = clustering.sizes.map((_size, index) => ({
    ...markOf(Array.isArray(marks) ? marks[index] : undefined, {
      index,
      name: params.names[index] ?? '',
    }),
  }));
  const titles = { title: name, language: wish.language, method: params.method, segments };
  const shards = await tools.createShards(points.matrix);
  try {
    const made = yield* makePassport(points, clustering, { shards, titles });
    const passport = { ...made, rules: rulesOf(rules, clustering.clusters) };
    const blob = new Blob([writePassport(passport)], { type: 'application/json' });
    const fallback = wish.language === 'zh' ? '分群' : 'segments';
    return { name: `${name === '' ? fallback : name}.segments.json`, blob };
  } finally {
    shards.release();
  }
}

/** What the page says of a segment; without it, as it is where numbers follow the indexes. */
function markOf(
  said: Json | undefined,
  { index, name }: { readonly index: number; readonly name: string },
): Pick<PassportSegment, 'label' | 'mark' | 'name'> {
  const { label, mark, name: given } = isJsonObject(said) ? said : {};
  return {
    name: typeof given === 'string' ? given : name,
    label: typeof label === 'string' && label !== '' ? label : String(index + 1),
    mark: typeof mark === 'number' ? mark : index,
  };
}

function rulesOf(said: Json | undefined, clusters: number): SegmentRule[] {
  if (!Array.isArray(said)) return [];
  return said.filter((rule): rule is Json & SegmentRule => isRule(rule, clusters));
}

function isRule(rule: Json, clusters: number): boolean {
  if (!isJsonObject(rule)) return false;
  const { segment, text, rows, right } = rule;
  const isKnown = typeof segment === 'number' && segment >= 0 && segment < clusters;
  return (
    isKnown && typeof text === 'string' && typeof rows === 'number' && typeof right === 'number'
  );
}
