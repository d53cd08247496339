import { within } from '../core/shard-work';
import type { ShardWork } from '../core/shards';
import { blockRows, cutIntoBlocks, paddedRows, unitScale, type PairBlock } from './pair-blocks';
import { ask, type Cut } from './row-shards-ask';
import { ANY_SHARD } from './shard-requests';

/** Sums (f64) that answers under way may hold together. */
const WAVE_VALUES = 8_000_000;

/** Two blocks whose rows are to be measured to each other; the same one for the pairs within. */
interface Meeting {
  readonly rows: PairBlock;
  readonly others: PairBlock;
}

export async function* sumPairDistances(
  cut: Cut,
  points: Float32Array,
  ends: Int32Array,
): ShardWork<Float64Array> {
  const { columns } = cut;
  const scale = unitScale(points);
  const blocks: PairBlock[] = [];
  for (const block of cutIntoBlocks(points, ends, { columns, scale })) {
    blocks.push(block);
    yield 0;
  }
  const rows = points.length / columns;
  const sums = new Float64Array(ends.length * rows);
  const waves = wavesOf(blocks);
  for (const [place, wave] of waves.entries()) {
    const requests = wave.map(({ rows: own, others }) => ({
      shard: ANY_SHARD,
      command: { kind: 'sum-pairs', rows: own, others: others === own ? null : others } as const,
    }));
    const share = (done: number): number => (place + done) / waves.length;
    const answers = yield* within(ask(cut, requests), share);
    // In the order of the blocks, whoever measured them: the same bits for any number of workers.
    answers.forEach((answer, i) => {
      const { rows: own, others } = wave[i]!;
      addSums(sums, rows, { block: own, from: others, part: answer.rows });
      if (answer.others) addSums(sums, rows, { block: others, from: own, part: answer.others });
    });
  }
  if (scale !== 1) for (let i = 0; i < sums.length; i++) sums[i]! /= scale;
  return sums;
}

/** Every pair of blocks once, in as many goes as the memory of the answers asks for. */
function wavesOf(blocks: readonly PairBlock[]): readonly (readonly Meeting[])[] {
  const waves: Meeting[][] = [];
  let values = Infinity;
  blocks.forEach((rows, p) => {
    for (const others of blocks.slice(p)) {
      const own = blockRows(rows) * others.runs.length + blockRows(others) * rows.runs.length;
      if (values + own > WAVE_VALUES) {
        waves.push([]);
        values = 0;
      }
      values += own;
      waves.at(-1)!.push({ rows, others });
    }
  });
  return waves;
}

/** Adds what a block's rows measured to each run of another block, to the group of that run. */
function addSums(
  sums: Float64Array,
  rows: number,
  answer: { readonly block: PairBlock; readonly from: PairBlock; readonly part: Float64Array },
): void {
  let at = 0;
  for (const { group } of answer.from.runs) {
    for (const run of answer.block.runs) {
      const start = group * rows + run.begin;
      for (let i = 0; i < run.rows; i++) sums[start + i]! += answer.part[at + i]!;
      at += paddedRows(run.rows);
    }
  }
}
