import { isoOf } from '../../table/column';

/** A day as `2024-05-01`. */
export function dayText(ms: number): string {
  return isoOf(Math.floor(ms / 86_400_000) * 86_400_000);
}
