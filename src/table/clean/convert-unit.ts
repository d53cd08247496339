import { numberColumn } from '../create-table';
import { numbersIn } from './column-values';
import { columnFor } from './columns-for';
import type { Done } from './done';
import { Examples } from './outcome';
import { BLOCK, type Paced } from './pace';
import type { StepOf } from './step';
import { withColumns, type Working } from './working';

/** Writes every number of a column in another unit: value × factor + offset. Beyond a double: missing. */
export function* convertUnit(working: Working, step: StepOf<'convert-unit'>): Paced<Done> {
  const column = columnFor(working, step, step.column);
  const numbers = numbersIn(column);
  const converted = new Float64Array(numbers.length);
  for (let row = 0; row < numbers.length; row++) {
    const value = numbers[row]! * step.factor + step.offset;
    converted[row] = Number.isFinite(value) ? value : NaN;
    if (row % (BLOCK * 8) === 0) yield;
  }
  const examples = new Examples(1);
  let cells = 0;
  for (const row of working.kept) {
    if (Number.isNaN(numbers[row]!) || numbers[row] === converted[row]) continue;
    cells++;
    if (!examples.wantsMore) continue;
    const [before, after] = [numbers[row]!, converted[row]!].map(textOfNumber);
    examples.add({
      kind: 'cell',
      row: row + 1,
      column: column.name,
      before: before!,
      after: after!,
    });
  }
  yield;
  const unit = step.unit.trim();
  const changed = numberColumn(column.name, converted, unit === '' ? undefined : unit);
  const columns = [{ column: column.name, cells, unit }];
  return { working: withColumns(working, [changed]), columns, examples: examples.list };
}

function textOfNumber(value: number): string | null {
  return Number.isNaN(value) ? null : String(value);
}
