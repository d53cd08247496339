import type { Tools } from '../../core/cell-compute';
import { oneOf, type Job } from '../../core/job';
import { createRandom, type Random } from '../../core/random';
import { scoreBootstrap, type Refitting } from '../../metrics/bootstrap';
import { fitReferenceBox, type ReferenceBox } from '../../metrics/gap-reference';
import { scoreReference } from '../../metrics/reference-spread';
import { fitRange } from './fit-range';
import type { Study } from './study';

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
  const counted = { phase: 'references', fact: 'reference', count };
  const box = yield* oneOf(fitReferenceBox(study.sample), { ...counted, number: 1 });
  for (let number = 1; number <= count; number++) {
    yield* oneOf(compareReference(study, number, { box, effort }), { ...counted, number });
  }
}

async function* compareReference(
  study: Study,
  number: number,
  { box, effort }: { readonly box: ReferenceBox; readonly effort: Effort },
): Job<void, never> {
  const random = createRandom(effort.tools.seed, 'choose-k', 'reference', number);
  const scoring = scoreReference(box, study.sample.rows, refittingOf(study, random, effort));
  study.references.push(yield* scoring);
}

/** Clusters bootstrap samples and looks for the clusters of the whole in them. */
export async function* compareBootstraps(
  study: Study,
  count: number,
  effort: Effort,
): Job<void, never> {
  if (study.fitted.length === 0) return;
  const counted = { phase: 'bootstraps', fact: 'bootstrap', count };
  for (let number = 1; number <= count; number++) {
    yield* oneOf(compareBootstrap(study, number, effort), { ...counted, number });
  }
}

async function* compareBootstrap(study: Study, number: number, effort: Effort): Job<void, never> {
  const random = createRandom(effort.tools.seed, 'choose-k', 'bootstrap', number);
  const labellings = study.fitted.map(({ fit }) => fit);
  const refitting = refittingOf(study, random, effort);
  study.bootstraps.push(yield* scoreBootstrap(study.sample, labellings, refitting));
}

/** Fits the same ks to other rows. */
function refittingOf(
  { fitted }: Study,
  random: Random,
  { restarts, tools: { seed, createShards } }: Effort,
): Refitting {
  const [from, to] = [fitted[0]!.fit.clusters, fitted.at(-1)!.fit.clusters];
  const range = { from, to, restarts, seed };
  return { random, createShards, refit: (points) => fitRange(points, range) };
}
