import { defineCompute } from '../../core/cell-compute';
import { Problem } from '../../core/problem';
import { profileTable } from '../../table/profile';
import { definition } from './definition';

export default defineCompute(definition, async function* ({ asOf }, { table }) {
  return { value: null, display: yield* profileTable(table, dayOf(asOf)) };
});

/** The last moment of a day, ms; null for no day. Throws `param-invalid`. */
function dayOf(asOf: string): number | null {
  const day = asOf.trim();
  if (day === '') return null;
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : NaN;
  if (Number.isNaN(start)) {
    throw new Problem('param-invalid', { param: 'asOf', value: asOf, expected: '2026-09-30' });
  }
  return start + 86_400_000 - 1;
}
