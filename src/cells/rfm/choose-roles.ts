import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import type { ColumnMeta, ColumnType, TableValue } from '../../core/values';
import { columnNamed } from '../../table/column';
import { guessColumns } from '../../table/rfm/guess-columns';
import type { OrderColumns } from '../../table/rfm/read-orders';
import { ROLES, type Role, type RoleColumn, type RoleColumns } from '../../table/rfm/roles';
import type { definition } from './definition';

type RfmParams = ParamsOf<(typeof definition)['params']>;

/** Types that a role cannot do without. */
const NEEDED: { readonly [R in Role]?: ColumnType } = {
  date: 'date',
  amount: 'number',
  quantity: 'number',
  price: 'number',
};

/** The column of each role: the chosen one, else (when asked to) a guess. Throws `Problem`s. */
export function* chooseRoles(params: RfmParams, table: TableValue): Generator<void, RoleColumns> {
  const guessed = params.guess ? yield* guessColumns(table) : {};
  const chosen = ROLES.filter((role) => params[role] !== '').map((role) => params[role]);
  // Who chose an amount does not want it multiplied; a column that was chosen is not guessed twice.
  const isFree = (role: Role, { column }: RoleColumn) =>
    !chosen.includes(column) && !(params.amount !== '' && (role === 'price' || role === 'amount'));
  const entries = ROLES.flatMap((role): readonly (readonly [Role, RoleColumn])[] => {
    const guess = guessed[role];
    if (params[role] !== '') {
      const { name } = columnNamed(table, params[role]);
      // What would have been guessed anyway keeps the reason for it.
      return [[role, guess?.column === name ? guess : { column: name, by: 'chosen' }]];
    }
    return guess !== undefined && isFree(role, guess) ? [[role, guess]] : [];
  });
  const roles: RoleColumns = Object.fromEntries(entries);
  for (const role of ['customer', 'date'] as const) {
    if (roles[role] === undefined) throw new Problem('orders-column-missing', { role });
  }
  return roles;
}

/** The columns behind the roles; throws `orders-column-type` for one that cannot serve. */
export function columnsFor(roles: RoleColumns, table: TableValue): OrderColumns {
  const of = (role: Role): ColumnMeta | null => {
    const chosen = roles[role];
    if (chosen === undefined) return null;
    const column = columnNamed(table, chosen.column);
    const needed = NEEDED[role];
    if (needed !== undefined && column.type !== needed) {
      const facts = { column: column.name, role, found: column.type, needed };
      throw new Problem('orders-column-type', facts);
    }
    return column;
  };
  const [customer, date] = [of('customer'), of('date')];
  if (customer === null) throw new Problem('orders-column-missing', { role: 'customer' });
  if (date === null) throw new Problem('orders-column-missing', { role: 'date' });
  return {
    customer,
    date,
    order: of('order'),
    amount: of('amount'),
    quantity: of('quantity'),
    price: of('price'),
    category: of('category'),
    product: of('product'),
    status: of('status'),
  };
}
