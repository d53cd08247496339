import type { Json } from '../../core/json';
import { Problem } from '../../core/problem';

/** Throws `param-invalid`: what was found, and what it should have been. */
export function refuse(param: string, json: Json, expected: string): never {
  throw new Problem('param-invalid', { param, value: JSON.stringify(json), expected });
}
