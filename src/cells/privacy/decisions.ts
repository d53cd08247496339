import { isJsonObject, type Json } from '../../core/json';
import { Problem } from '../../core/problem';
import type { ColumnMeta } from '../../core/values';
import type { Classed, PrivacyClass } from '../../table/privacy/classify';
import type { Generalization } from '../../table/privacy/generalize';

export type PrivacyAction = 'keep' | 'drop' | 'pseudonymize' | Generalization;

/** What somebody decided for one column; what is absent follows from the data. */
export type PrivacyDecision = {
  readonly column: string;
  readonly class?: PrivacyClass;
  readonly action?: PrivacyAction;
};

export const CLASSES: readonly PrivacyClass[] = ['direct', 'quasi', 'sensitive', 'other'];
const ACTIONS: readonly PrivacyAction[] = [
  'keep',
  'drop',
  'pseudonymize',
  'year',
  'month',
  'bands',
  'first-part',
  'first-signs',
  'clip',
];

function refuse(json: Json): never {
  const expected = '[{"column": "…", "class" | "action": "…"}, …]';
  throw new Problem('param-invalid', {
    param: 'decisions',
    value: JSON.stringify(json),
    expected,
  });
}

/** Checks saved decisions; throws `param-invalid`. */
export function parseDecisions(json: Json): readonly PrivacyDecision[] {
  if (!Array.isArray(json)) return refuse(json);
  return json.map((entry: Json) => {
    if (!isJsonObject(entry) || typeof entry.column !== 'string') return refuse(json);
    const group = CLASSES.find((one) => one === entry.class);
    const action = ACTIONS.find((one) => one === entry.action);
    if (entry.class !== undefined && group === undefined) return refuse(json);
    if (entry.action !== undefined && action === undefined) return refuse(json);
    return {
      column: entry.column,
      ...(group === undefined ? {} : { class: group }),
      ...(action === undefined ? {} : { action }),
    };
  });
}

/** The decisions with one more for a column, over those it had. */
export function decided(
  decisions: readonly PrivacyDecision[],
  next: PrivacyDecision,
): readonly PrivacyDecision[] {
  const had = decisions.findLast(({ column }) => column === next.column);
  return [...decisions.filter(({ column }) => column !== next.column), { ...had, ...next }];
}

/** The ways to treat a column of this type, the mildest first. */
export function actionsFor(type: ColumnMeta['type']): readonly PrivacyAction[] {
  switch (type) {
    case 'number':
      return ['keep', 'bands', 'clip', 'pseudonymize', 'drop'];
    case 'date':
      return ['keep', 'month', 'year', 'drop'];
    case 'boolean':
      return ['keep', 'drop'];
    case 'category':
    case 'text':
    case 'identifier':
      return ['keep', 'first-part', 'first-signs', 'pseudonymize', 'drop'];
    default:
      return type satisfies never;
  }
}

const BIRTH = /出生|生日|birth|born|dob/i;
const POSTCODE = /邮编|邮政编码|zip|post ?code|postal/i;
const PLACE = /省|市|区|县|地|籍|city|region|province|state|county|district|address/i;
/** Numbers under which a house keeps its customers: without them two tables are never joined again. */
const NUMBERED = /编号|会员号|客户号|(^|[^a-z])id([^a-z]|$)|[a-z]ID$|[a-z]Id$/;

/** What is advised for a column of a class. */
export function adviseAction(column: ColumnMeta, { class: group, reason }: Classed): PrivacyAction {
  const { type, name } = column;
  if (group === 'direct') {
    const isNumbered = reason.kind === 'identifier' || NUMBERED.test(name);
    const isWritten = type !== 'date' && type !== 'boolean';
    return isNumbered && isWritten && reason.kind !== 'content' ? 'pseudonymize' : 'drop';
  }
  if (group !== 'quasi') return 'keep';
  if (type === 'date') return BIRTH.test(name) ? 'year' : 'month';
  if (POSTCODE.test(name) && type !== 'boolean' && type !== 'number') return 'first-signs';
  if (type === 'number') return 'bands';
  return PLACE.test(name) && type !== 'boolean' ? 'first-part' : 'keep';
}
