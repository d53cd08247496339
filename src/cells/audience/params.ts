import { isJsonObject, type Json } from '../../core/json';
import { Problem } from '../../core/problem';

/** What a list knows of a person. */
export const ROLES = ['email', 'phone', 'firstName', 'lastName', 'country', 'zip'] as const;
export type Role = (typeof ROLES)[number];

/** Column names by role; an empty name: the list does without. */
export type ChosenFields = { readonly [role: string]: string };

function refuse(param: string, value: Json, expected: string): never {
  throw new Problem('param-invalid', { param, value: JSON.stringify(value), expected });
}

/** Indices of segments, each once, ascending. */
export function parseSegments(value: Json): readonly number[] {
  const isIndex = (index: Json): index is number =>
    Number.isSafeInteger(index) && Number(index) >= 0;
  if (!Array.isArray(value) || !value.every(isIndex)) return refuse('segments', value, '[0, 1, …]');
  return [...new Set<number>(value)].sort((a, b) => a - b);
}

export function parseFields(value: Json): ChosenFields {
  const isFields =
    isJsonObject(value) &&
    Object.entries(value).every(
      ([role, name]) => (ROLES as readonly string[]).includes(role) && typeof name === 'string',
    );
  return isFields ? (value as ChosenFields) : refuse('fields', value, `{${ROLES.join(', ')}}`);
}

export function parseCountry(value: Json): string {
  if (typeof value === 'string' && /^(?:[A-Z]{2})?$/.test(value)) return value;
  return refuse('country', value, 'CN, US, …');
}
