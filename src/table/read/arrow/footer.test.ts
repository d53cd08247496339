import fc from 'fast-check';
import { expect, it } from 'vitest';
import { finish } from '../../../core/job';
import { Problem } from '../../../core/problem';
import { READ_AUTOMATICALLY } from '../../../core/read-report';
import { createTable, numberColumn, textColumn } from '../../create-table';
import { writeArrow } from '../../write/arrow';
import { fileColumns } from '../../write/table-columns';
import { readTable } from '../read-table';

const table = createTable([
  numberColumn('a', Float64Array.of(1, 2, 3)),
  textColumn('b', ['x', 'y', null]),
]);

/** A file that keeps its schema in its footer only, as Arrow's JavaScript library writes it. */
async function fileBytes(): Promise<Uint8Array<ArrayBuffer>> {
  const file = { columns: fileColumns(table, table.columns), rows: Uint32Array.of(0, 1, 2) };
  const blob = await finish(writeArrow(file, 'file'));
  return new Uint8Array(await blob.arrayBuffer());
}

async function endingOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const source = { name: 'a.arrow', blob: new Blob([bytes]) };
  try {
    return String((await finish(readTable(source, READ_AUTOMATICALLY))).value.rows);
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown.code;
    throw thrown;
  }
}

it('a damaged footer is refused at once or does not matter', async () => {
  const whole = await fileBytes();
  expect(await endingOf(whole)).toBe('3');
  const length = new DataView(whole.buffer).getInt32(whole.length - 10, true);
  const damage = fc.record({
    at: fc.integer({ min: whole.length - 10 - length, max: whole.length - 1 }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ at, bytes }) => {
      const damaged = whole.slice();
      damaged.set(bytes.subarray(0, whole.length - at), at);
      // What is read of it otherwise is a table all the same.
      expect(await endingOf(damaged)).not.toBe('internal');
    }),
    { numRuns: 300 },
  );
});
