import { defineCompute } from '../../core/cell-compute';
import { profileTable } from '../../table/profile';
import { definition } from './definition';

export default defineCompute(definition, async function* (_params, { table }) {
  return { value: null, display: yield* profileTable(table) };
});
