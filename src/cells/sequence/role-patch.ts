import type { JsonObject } from '../../core/json';
import type { Language } from '../../core/words';
import { EVENT_ROLES, type EventRoles } from '../../table/sequence/roles';
import { ROLE_WORDS, SOURCE_WORDS } from './view-words';

/**
 * One role changed by hand: all others are written out as they were found, so that nothing else
 * is guessed anew. An empty column: none has this role. A column has one role at most.
 */
export function rolePatch(roles: EventRoles, role: string, column: string): JsonObject {
  const entries = EVENT_ROLES.map((each) => {
    if (each === role) return [each, column];
    const found = roles[each]?.column ?? '';
    return [each, found === column ? '' : found];
  });
  return { guess: false, ...Object.fromEntries(entries) };
}

export function guessAnew(): JsonObject {
  return { guess: true, ...Object.fromEntries(EVENT_ROLES.map((role) => [role, ''])) };
}

/** The roles as the table of them shows them. */
export function roleLines(roles: EventRoles, language: Language) {
  return EVENT_ROLES.map((role) => {
    const found = roles[role];
    return {
      role,
      label: ROLE_WORDS[role][language],
      column: found?.column ?? '',
      note: found ? SOURCE_WORDS[found.by][language] : '',
      isNeeded: role === 'user' || role === 'time',
    };
  });
}
