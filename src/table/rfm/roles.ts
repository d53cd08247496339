/** What a column is to a table of orders. */
export const ROLES = [
  'customer',
  'date',
  'order',
  'amount',
  'quantity',
  'price',
  'category',
  'product',
  'status',
] as const;

export type Role = (typeof ROLES)[number];

export function isRole(name: string): name is Role {
  return (ROLES as readonly string[]).includes(name);
}

/** How it came to be: somebody chose it, its name says so, or only its values do. */
export type RoleSource = 'chosen' | 'name' | 'content';

export interface RoleColumn {
  readonly column: string;
  readonly by: RoleSource;
}

export type RoleColumns = { readonly [R in Role]?: RoleColumn };
