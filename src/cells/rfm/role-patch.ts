import type { JsonObject } from '../../core/json';
import { ROLES, type Role, type RoleColumns } from '../../table/rfm/roles';

/**
 * One role changed by hand: all others are written out as they were found, so that nothing else
 * is guessed anew. An empty column: none has this role. A column has one role at most.
 */
export function rolePatch(roles: RoleColumns, role: Role, column: string): JsonObject {
  const columnOf = (each: Role): string => {
    if (each === role) return column;
    const found = roles[each]?.column ?? '';
    return found === column ? '' : found;
  };
  const entries = ROLES.map((each) => [each, columnOf(each)]);
  return { guess: false, ...Object.fromEntries(entries) };
}

export function guessAnew(): JsonObject {
  return { guess: true, ...Object.fromEntries(ROLES.map((role) => [role, ''])) };
}
