import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createRandom, type Random } from '../../../src/core/random';

const HEADER =
  'customer,days_since_order,orders,spend,basket,items,visits,discount_share,returns_share,tenure';
const LINES_AT_ONCE = 20_000;

/** Middle of each column but the first, for four kinds of customers. */
const MIDDLES: readonly (readonly number[])[] = [
  [280, 2, 80, 40, 3, 5, 0.1, 0.02, 900],
  [40, 9, 700, 80, 6, 40, 0.15, 0.05, 700],
  [25, 6, 420, 60, 12, 90, 0.55, 0.1, 300],
  [8, 60, 9000, 150, 9, 200, 0.05, 0.03, 1500],
];

function lineOf(row: number, random: Random): string {
  const middles = MIDDLES[Math.min(3, random.below(8) >> 1)]!;
  const values = middles.map((middle) => {
    // Uniform within ±40 %: wide enough to be a cloud, narrow enough to keep four of them.
    const value = middle * (0.6 + 0.8 * random.next());
    return value.toFixed(middle < 1 ? 6 : 3);
  });
  return `${String(10_000_000 + row)},${values.join(',')}`;
}

/** Writes a customer table of ten columns; a million rows are about 78 MB. */
export async function writeLargeTable(path: string, rows: number): Promise<void> {
  const random = createRandom(11, 'large');
  const file = createWriteStream(path);
  file.write(`${HEADER}\n`);
  for (let from = 0; from < rows; from += LINES_AT_ONCE) {
    const lines: string[] = [];
    for (let row = from; row < Math.min(rows, from + LINES_AT_ONCE); row++) {
      lines.push(lineOf(row, random));
    }
    if (!file.write(`${lines.join('\n')}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}
