import { packPoints, packedLength } from './kernels';
import type { Bench, CommandOf } from './shard-bench';

/** Adds the distances of all rows to a block of other rows to the sums of their groups. */
export function sumDistances(bench: Bench, command: CommandOf<'sum-distances'>): null {
  const { kernels, memory } = bench;
  const { rows, columns, points } = memory;
  const { others, groups } = command;
  const sums = memory.groupSums(groups);
  const [packed = 0] = memory.scratch([packedLength(others.length / columns, columns) * 8]);
  if (command.isFirst) bench.f64(sums, rows * groups).fill(0);
  let begin = 0;
  for (const { group, end } of command.runs) {
    const run = others.subarray(begin * columns, end * columns);
    packPoints(run, columns, bench.f64(packed, packedLength(end - begin, columns)));
    const at = sums + group * 8;
    kernels.sumDistances(points, packed, at, 0, rows, end - begin, columns, groups);
    begin = end;
  }
  return null;
}

export function takeDistances(bench: Bench, groups: number): Float64Array {
  const { memory } = bench;
  return bench.f64(memory.groupSums(groups), memory.rows * groups).slice();
}
