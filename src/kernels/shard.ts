import type { Kernels } from './kernels';
import { assign } from './shard-assign';
import { createBench, type Bench } from './shard-bench';
import { sumPairs } from './shard-distances';
import { inertia } from './shard-inertia';
import { farthest, label, labelsInForce, sumByLabel } from './shard-labels';
import { measure } from './shard-measures';
import { assignAbsolute, countDigits, distancesToAll, leastAbove } from './shard-medians';
import { moments, momentsOf } from './shard-moments';
import type { ShardAnswer, ShardCommand } from './shard-requests';
import { drawRows, heaviestRow, rowsAt, weighSeeds } from './shard-seeds';

/**
 * Puts rows into kernel memory and returns what answers commands about them, each in one go. Several
 * shards may share the memory of one set of kernels. Answers are the caller's own copies.
 */
export function createShard(
  kernels: Kernels,
  values: Float32Array,
  columns: number,
): (command: ShardCommand) => ShardAnswer {
  const bench = createBench(kernels, values, columns);
  // Now that the rows are near; a step would wait for it.
  momentsOf(bench);
  return (command) => answer(bench, command);
}

function answer(bench: Bench, command: ShardCommand): ShardAnswer {
  switch (command.kind) {
    case 'moments':
      return moments(bench);
    case 'assign':
      return assign(bench, command);
    case 'inertia':
      return inertia(bench, command);
    case 'label':
      return label(bench, command);
    case 'labels':
      return labelsInForce(bench, command.current).slice();
    case 'sum-by-label':
      return sumByLabel(bench, command.current, command.clusters);
    case 'measure':
      return measure(bench, command);
    case 'farthest':
      return farthest(bench, command);
    case 'rows-at':
      return rowsAt(bench, command.rows);
    case 'weigh-seeds':
      return weighSeeds(bench, command);
    case 'draw-rows':
      return drawRows(bench, command);
    case 'heaviest-row':
      return heaviestRow(bench, command.seeds);
    case 'assign-absolute':
      return assignAbsolute(bench, command);
    case 'count-digits':
      return countDigits(bench, command);
    case 'least-above':
      return leastAbove(bench, command);
    case 'distances-to-all':
      return distancesToAll(bench, command.centroids);
    case 'sum-pairs':
      return sumPairs(bench, command);
    default:
      return command satisfies never;
  }
}
