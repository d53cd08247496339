import { clusteringAlgorithm } from '../../algorithms/catalogue';
import { defineCell } from '../../core/cell-type';
import { parseEdits, type HandEdit } from '../../core/hand-edits';
import { parseIdentity, type Identity } from '../../core/identity';
import type { Json } from '../../core/json';
import { choice, custom, integer, type ParamSpecs } from '../../core/params';
import { Problem } from '../../core/problem';
import { findMember } from './find-member';
import { FIRST_METHOD, methods, paramsOfMethods } from './methods';

function parseNames(json: Json): readonly string[] {
  const isNames = Array.isArray(json) && json.every((name) => typeof name === 'string');
  if (isNames) return json as readonly string[];
  const value = JSON.stringify(json);
  throw new Problem('param-invalid', { param: 'names', value, expected: '["name", …]' });
}

const NO_NAMES: readonly string[] = [];

const method = choice({
  initial: FIRST_METHOD,
  options: methods.map(({ definition: { name } }) => name),
});
/** Names of the segments by number; an empty one shows the number. */
const names = custom({ initial: NO_NAMES, parse: parseNames });
const NO_EDITS: readonly HandEdit[] = [];
/** Changes made by hand to what the method found, in the order made. */
const edits = custom({ initial: NO_EDITS, parse: parseEdits });
const NO_IDENTITY: Identity = [];
/** Which number each cluster of the last few results has, so that groups keep theirs. */
const identity = custom<Json>({
  initial: NO_IDENTITY as unknown as Json,
  parse: (json) => parseIdentity(json) as unknown as Json,
});
/** The number of the parent's segment whose rows alone are clustered; 0: all rows. */
const segment = integer({ initial: 0, min: 0, max: 9999 });
/** Its index in the parent's present result, found anew whenever that changes; −1: none. */
const member = integer({ initial: -1, min: -1, max: 9999 });
/** Beside these, whatever parameters the methods have. */
type Params = ParamSpecs & {
  readonly method: typeof method;
  readonly edits: typeof edits;
  readonly segment: typeof segment;
  readonly member: typeof member;
  readonly names: typeof names;
  readonly identity: typeof identity;
};
const params: Params = {
  method,
  ...paramsOfMethods(),
  edits,
  segment,
  member,
  names,
  identity,
};

function isEdited(edits: unknown): boolean {
  return Array.isArray(edits) && edits.length > 0;
}

export const definition = defineCell({
  kind: 'cluster',
  version: 1,
  stage: 'model',
  takes: { points: 'matrix', parent: 'clustering' },
  optional: ['parent'],
  gives: 'clustering',
  params,
  firstParams: (values) => {
    const chosen = clusteringAlgorithm(values.method)?.definition;
    const own = chosen?.firstParams ?? Object.keys(chosen?.params ?? {});
    return ['method', ...own.slice(0, 2)];
  },
  activeParams: (values) => [
    'method',
    ...Object.keys(clusteringAlgorithm(values.method)?.definition.params ?? {}),
    // A result without edits is that of the method, whatever was edited and undone before.
    ...(isEdited(values.edits) ? ['edits'] : []),
    ...(Number(values.segment) > 0 ? ['segment', 'member'] : []),
    'names',
  ],
  lookParams: ['names', 'identity'],
  settle: findMember,
  usesSeed: true,
  estimateMs: (values, size) => {
    const fit = clusteringAlgorithm(values.method)?.definition.estimateMs?.(values, size) ?? 0;
    // Relabelling and measuring; a split is K-means on some of the rows.
    const splits = values.edits.filter((edit) => 'split' in edit).length;
    const edits = values.edits.length * 1e-6 + splits * 1e-4;
    return fit + edits * size.rows * size.columns;
  },
});
