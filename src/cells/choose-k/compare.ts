import type { ClusteringFit } from '../../core/algorithm';
import type { Tools } from '../../core/cell-type';
import { paced, stretch, type Job } from '../../core/job';
import type { Matrix } from '../../core/matrix';
import { createRandom } from '../../core/random';
import { drawReference, fitReferenceBox } from '../../metrics/gap-reference';
import { bestMatchJaccard } from '../../metrics/jaccard';
import { drawBootstrap } from '../../metrics/stability';
import { centroidSilhouette } from './centroid-silhouette';
import { fitRange } from './fit-range';
import { rowsOf } from './sample';
import { spreadOf, type Study } from './study';

/** How hard each fit tries, and what fits use of the world. */
export interface Effort {
  readonly restarts: number;
  readonly tools: Pick<Tools, 'seed' | 'createShards'>;
}

/** Clusters sets of as many rows spread evenly, for the gap statistic and the test of structure. */
export async function* compareReferences(
  study: Study,
  count: number,
  effort: Effort,
): Job<void, never> {
  if (study.fitted.length === 0) return;
  const box = yield* during('references', { number: 1, count }, fitReferenceBox(study.sample));
  for (let number = 1; number <= count; number++) {
    const comparing = compareReference(study, number, { box, effort });
    yield* during('references', { number, count }, comparing);
  }
}

async function* compareReference(
  study: Study,
  number: number,
  { box, effort }: { readonly box: Parameters<typeof drawReference>[0]; readonly effort: Effort },
): Job<void, never> {
  const random = createRandom(effort.tools.seed, 'choose-k', 'reference', number);
  const drawing = drawReference(box, study.sample.rows, random);
  const reference = yield* paced(drawing, { done: 0, total: 1 });
  const fits = yield* fitAll(study, reference, effort);
  const ks: { readonly inertia: number; readonly centroidSilhouette: number }[] = [];
  for (const { inertia, centroids } of fits) {
    const scoring = centroidSilhouette(reference, centroids);
    ks.push({ inertia, centroidSilhouette: yield* paced(scoring, { done: 1, total: 1 }) });
  }
  study.references.push(spreadOf(fits[0]?.totalInertia ?? 0, ks));
}

/** Clusters bootstrap samples and looks for the clusters of the whole in them. */
export async function* compareBootstraps(
  study: Study,
  count: number,
  effort: Effort,
): Job<void, never> {
  if (study.fitted.length === 0) return;
  for (let number = 1; number <= count; number++) {
    yield* during('bootstraps', { number, count }, compareBootstrap(study, number, effort));
  }
}

async function* compareBootstrap(study: Study, number: number, effort: Effort): Job<void, never> {
  const random = createRandom(effort.tools.seed, 'choose-k', 'bootstrap', number);
  const rows = drawBootstrap(random, study.sample.rows);
  const fits = yield* fitAll(study, rowsOf(study.sample, rows), effort);
  study.bootstraps.push(
    study.fitted.map(({ fit }, i) => {
      const here = Int32Array.from(rows, (row) => fit.labels[row]!);
      const other = fits[i]!;
      const sizes = { clusters: fit.clusters, otherClusters: other.clusters };
      return bestMatchJaccard(here, other.labels, sizes);
    }),
  );
}

/** Fits the same ks to other rows. */
async function* fitAll(
  { fitted }: Study,
  matrix: Matrix,
  { restarts, tools }: Effort,
): Job<readonly ClusteringFit[], never> {
  const [from, to] = [fitted[0]!.fit.clusters, fitted.at(-1)!.fit.clusters];
  const shards = await tools.createShards(matrix);
  try {
    const range = { from, to, restarts, seed: tools.seed };
    return yield* stretch(fitRange(shards, range), 0, 0.98);
  } finally {
    shards.release();
  }
}

/** One of several like pieces of work as a part of them all, with its number. */
async function* during<T>(
  phase: 'references' | 'bootstraps',
  { number, count }: { readonly number: number; readonly count: number },
  job: Job<T, never>,
): Job<T, never> {
  const part = stretch(job, (number - 1) / count, number / count);
  let isFinished = false;
  try {
    for (;;) {
      const step = await part.next();
      if (step.done) {
        isFinished = true;
        return step.value;
      }
      const { done, total } = step.value;
      yield {
        done,
        total,
        phase,
        facts: { [phase === 'references' ? 'reference' : 'bootstrap']: number, count },
      };
    }
  } finally {
    if (!isFinished) await part.return(undefined as never);
  }
}
