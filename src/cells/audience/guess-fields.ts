import type { ColumnMeta, TableValue } from '../../core/values';
import { textOf } from '../../table/column';
import { ROLES, type ChosenFields, type Role } from './params';

/** Names that columns of each kind have, in order of certainty. */
const NAMES: Readonly<Record<Role, RegExp>> = {
  email: /e-?mail|邮箱|邮件|电子邮/i,
  phone: /phone|mobile|\btel\b|telephone|手机|电话|联系方式/i,
  firstName: /first[\s_-]?name|given[\s_-]?name|^fn$|forename|^名$|名字$/i,
  lastName: /last[\s_-]?name|family[\s_-]?name|surname|^ln$|^姓$|姓氏/i,
  country: /^country|country([\s_-]?code)?$|国家|国别/i,
  zip: /^zip|zip([\s_-]?code)?$|post(al)?[\s_-]?code|邮编|邮政编码/i,
};

/** What the values of two kinds look like. */
const LOOKS: Partial<Readonly<Record<Role, RegExp>>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  phone: /^\+?[\d\s().-]{7,20}$/,
};

/** A whole name in one column cannot be told apart into first and last. */
const FULL_NAME = /姓名|^name$|full[\s_-]?name|(customer|client|member|contact)[\s_-]?name|联系人/i;

const SAMPLE = 200;
const MOST = 0.8;
/** A warning may be wrong rather than missing. */
const MANY = 0.5;

export interface FieldColumn {
  readonly role: Role;
  readonly column: ColumnMeta | null;
  /** Nobody chose it. */
  readonly isGuess: boolean;
}

/** Which column each role has: the chosen one, else the first that is named and looks like it. */
export function fieldColumns(table: TableValue, chosen: ChosenFields): FieldColumn[] {
  const named = (name: string) => table.columns.find((column) => column.name === name) ?? null;
  return ROLES.map((role) => {
    const name = Object.hasOwn(chosen, role) ? chosen[role] : undefined;
    if (name !== undefined) return { role, column: named(name), isGuess: false };
    return { role, column: guess(table, role), isGuess: true };
  });
}

function guess(table: TableValue, role: Role): ColumnMeta | null {
  const candidates = table.columns.filter(({ type }) => type !== 'boolean' && type !== 'date');
  const byName = candidates.find(
    (column) => NAMES[role].test(column.name) && looksLike({ table, column }, role),
  );
  if (byName || role !== 'email') return byName ?? null;
  // Nothing else has an @ in the middle, whatever the column is called.
  return candidates.find((column) => looksLike({ table, column }, role)) ?? null;
}

/** True when so many of the first values look like what the role wants. */
function looksLike(
  { table, column }: { readonly table: TableValue; readonly column: ColumnMeta },
  role: Role,
  share = MOST,
): boolean {
  const look = LOOKS[role];
  if (!look) return true;
  let seen = 0;
  let fitting = 0;
  for (let row = 0; row < table.rows && seen < SAMPLE; row++) {
    const text = textOf(table, column.id, row);
    if (text === null) continue;
    seen++;
    if (look.test(text.trim())) fitting++;
  }
  return seen > 0 && fitting >= share * seen;
}

/** True for a column that says who somebody is, by its name or by how its values look. */
export function namesPeople(table: TableValue, column: ColumnMeta): boolean {
  if (column.type === 'identifier' || FULL_NAME.test(column.name)) return true;
  const roles: readonly Role[] = ['email', 'phone', 'firstName', 'lastName'];
  return (
    roles.some(
      (role) => NAMES[role].test(column.name) && looksLike({ table, column }, role, MANY),
    ) ||
    (column.type === 'text' && looksLike({ table, column }, 'email', MANY))
  );
}
