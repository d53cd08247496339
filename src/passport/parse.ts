import * as v from 'valibot';
import type { Json } from '../core/json';
import { Problem } from '../core/problem';
import type { Passport } from './passport';

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(finite, v.integer(), v.minValue(0));
const step = v.variant('kind', [
  v.strictObject({
    kind: v.literal('fill'),
    rule: v.picklist(['median', 'mean', 'mode']),
    value: finite,
  }),
  v.strictObject({ kind: v.literal('log'), shift: finite }),
  v.strictObject({ kind: v.literal('yeo-johnson'), lambda: finite }),
  v.strictObject({ kind: v.literal('standard'), mean: finite, deviation: finite }),
  v.strictObject({ kind: v.literal('robust'), median: finite, iqr: finite }),
  v.strictObject({ kind: v.literal('min-max'), min: finite, max: finite }),
  v.strictObject({ kind: v.literal('one-hot'), level: v.string() }),
  v.strictObject({ kind: v.literal('one-hot-rest'), levels: v.array(v.string()) }),
  v.strictObject({ kind: v.literal('missing-flag') }),
  v.strictObject({ kind: v.literal('fill-level'), level: v.string() }),
  v.strictObject({ kind: v.literal('ordinal'), levels: v.array(v.string()), other: count }),
  v.strictObject({
    kind: v.literal('frequency'),
    levels: v.array(v.string()),
    values: v.array(finite),
    other: finite,
    missing: v.nullable(finite),
  }),
  v.strictObject({
    kind: v.literal('hash'),
    slot: count,
    slots: v.pipe(count, v.minValue(1), v.maxValue(10_000)),
  }),
  v.strictObject({ kind: v.literal('tag'), tag: v.string(), separator: v.string() }),
  v.strictObject({
    kind: v.literal('tag-rest'),
    tags: v.array(v.string()),
    separator: v.string(),
  }),
  v.strictObject({
    kind: v.literal('age'),
    reference: v.pipe(finite, v.integer()),
    sign: v.picklist([1, -1]),
  }),
  v.strictObject({
    kind: v.literal('cyclic'),
    cycle: v.picklist(['month', 'weekday', 'hour', 'day-of-year']),
    wave: v.picklist(['sin', 'cos']),
  }),
  v.strictObject({ kind: v.literal('weight'), factor: v.pipe(finite, v.gtValue(0)) }),
]);
const partner = v.strictObject({
  columnId: v.string(),
  operation: v.picklist(['product', 'ratio']),
});
const column = v.object({
  id: v.pipe(v.string(), v.regex(/^c\d+$/)),
  name: v.pipe(v.string(), v.minLength(1)),
  type: v.picklist(['number', 'boolean', 'date', 'category', 'text', 'identifier']),
  unit: v.exactOptional(v.string()),
});
const segment = v.object({
  label: v.pipe(v.string(), v.minLength(1)),
  mark: v.pipe(count, v.maxValue(10_000)),
  name: v.string(),
  rows: count,
  centroid: v.array(finite),
  middle: v.pipe(finite, v.minValue(0)),
  reach: v.pipe(finite, v.minValue(0)),
});
const schema = v.object({
  format: v.literal('fenqun-segments'),
  version: v.literal(1),
  title: v.string(),
  language: v.picklist(['zh', 'en']),
  method: v.string(),
  distance: v.picklist(['euclidean', 'manhattan']),
  columns: v.pipe(v.array(column), v.minLength(1)),
  features: v.pipe(
    v.array(
      v.object({
        name: v.string(),
        columnId: v.string(),
        steps: v.array(step),
        partner: v.exactOptional(partner),
      }),
    ),
    v.minLength(1),
    v.maxLength(10_000),
  ),
  learnt: v.object({ rows: count, leftOut: count, noise: count, same: count }),
  segments: v.pipe(v.array(segment), v.minLength(1), v.maxLength(10_000)),
  order: v.array(count),
  rules: v.array(v.object({ segment: count, text: v.string(), rows: count, right: count })),
});

/**
 * A passport from its JSON, checked to the last number; keys that this version does not know are
 * left out. Throws `passport-invalid` with the place and what was expected there.
 */
export function parsePassport(json: Json): Passport {
  const found = v.safeParse(schema, json, { abortEarly: true });
  if (!found.success) {
    const [issue] = found.issues;
    const at = v.getDotPath(issue) ?? '';
    throw new Problem('passport-invalid', { at, reason: issue.message });
  }
  refuseUnfit(found.output);
  return found.output;
}

/** A passport from the text of a file; throws `passport-invalid`. */
export function readPassport(text: string): Passport {
  try {
    return parsePassport(JSON.parse(text) as Json);
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    throw new Problem('passport-invalid', { at: '', reason: 'not JSON' });
  }
}

/** What fits by itself must also fit together. */
function refuseUnfit({ columns, features, segments, order, rules }: Passport): void {
  const ids = new Set(columns.map(({ id }) => id));
  if (ids.size < columns.length) refuse('columns', 'an id twice');
  const stray = features.findIndex(
    (each) => !ids.has(each.columnId) || (each.partner && !ids.has(each.partner.columnId)),
  );
  if (stray >= 0) refuse(`features.${stray}.columnId`, 'a column that is not listed');
  const short = features.findIndex(({ steps }) =>
    steps.some((each) => each.kind === 'frequency' && each.levels.length !== each.values.length),
  );
  if (short >= 0) refuse(`features.${short}.steps`, 'a frequency for every level');
  const uneven = segments.findIndex(({ centroid }) => centroid.length !== features.length);
  if (uneven >= 0) refuse(`segments.${uneven}.centroid`, `${features.length} numbers expected`);
  const places = new Set(order);
  const isOrder = order.length === segments.length && places.size === segments.length;
  if (!isOrder || order.some((index) => index >= segments.length)) {
    refuse('order', 'every segment once');
  }
  const lost = rules.findIndex(({ segment: index }) => index >= segments.length);
  if (lost >= 0) refuse(`rules.${lost}.segment`, 'a segment that is not listed');
}

function refuse(at: string, reason: string): never {
  throw new Problem('passport-invalid', { at, reason });
}

/** The text of the file `name.segments.json`: numbers as JavaScript writes them, which loses nothing. */
export function writePassport(passport: Passport): string {
  const lines = Object.entries(passport).map(([key, value]) => {
    const isList = Array.isArray(value) && value.some((entry) => typeof entry === 'object');
    if (!isList) return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const entries = value.map((entry: unknown) => `    ${JSON.stringify(entry)}`).join(',\n');
    return `  ${JSON.stringify(key)}: [\n${entries}\n  ]`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}
