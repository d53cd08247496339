import { blockRows, paddedRows, type PairBlock, type PairRun } from './pair-blocks';
import type { Bench, CommandOf } from './shard-bench';
import type { ShardAnswers } from './shard-requests';

/** A block in kernel memory: its quads, and an f64 a row for each run of the other block. */
interface Laid {
  readonly block: PairBlock;
  readonly quads: number;
  readonly sums: number;
  readonly length: number;
}

/** Sums the distances between two blocks of rows, or within one, for both sides at once. */
export function sumPairs(bench: Bench, command: CommandOf<'sum-pairs'>): ShardAnswers['sum-pairs'] {
  const { rows, others } = command;
  const [a, b] = layOut(bench, rows, others ?? rows);
  const isOwn = others === null;
  eachRun(a.block, (run, place, at) => {
    eachRun(b.block, (other, otherPlace, otherAt) => {
      // Within one block each pair of runs is met once.
      if (isOwn && otherPlace < place) return;
      bench.kernels.sumPairs(
        a.quads + at * rows.columns * 4,
        b.quads + otherAt * rows.columns * 4,
        a.sums + (otherPlace * blockRows(a.block) + at) * 8,
        b.sums + (place * blockRows(b.block) + otherAt) * 8,
        run.rows,
        other.rows,
        rows.columns,
      );
    });
  });
  const answer = ({ sums, length }: Laid): Float64Array => bench.f64(sums, length).slice();
  return { rows: answer(a), others: isOwn ? null : answer(b) };
}

/** Calls with each run, its number, and the row of the block where its quads begin. */
function eachRun(
  { runs }: PairBlock,
  visit: (run: PairRun, place: number, at: number) => void,
): void {
  let at = 0;
  runs.forEach((run, place) => {
    visit(run, place, at);
    at += paddedRows(run.rows);
  });
}

function layOut(bench: Bench, rows: PairBlock, others: PairBlock): readonly [Laid, Laid] {
  const lengths = [
    blockRows(rows) * others.runs.length,
    blockRows(others) * rows.runs.length,
  ] as const;
  const wanted = [rows.quads.byteLength, others.quads.byteLength, lengths[0] * 8, lengths[1] * 8];
  const sizes = wanted.map((bytes) => Math.ceil(bytes / 64) * 64);
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  // Blocks differ a little in size: a power of two spares reserving for each anew.
  const [first, second, third] = sizes as [number, number, number];
  const at = bench.memory.kept('pairs', 2 ** Math.ceil(Math.log2(total + 1)));
  const put = (block: PairBlock, quads: number, sums: number, length: number): Laid => {
    bench.f32(quads, block.quads.length).set(block.quads);
    bench.f64(sums, length).fill(0);
    return { block, quads, sums, length };
  };
  const laid = put(rows, at, at + first + second, lengths[0]);
  if (others === rows) return [laid, laid];
  return [laid, put(others, at + first, at + first + second + third, lengths[1])];
}
