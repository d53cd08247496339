import type { Tools } from '../../core/cell-compute';
import { oneOf, stretch, type Job } from '../../core/job';
import type { Matrix } from '../../core/matrix';
import { Problem } from '../../core/problem';
import { createRandom } from '../../core/random';
import type { ClusteringValue } from '../../core/values';
import { refitted, scoreBootstrap, type Refit } from '../../metrics/bootstrap';
import { scoreClusterMeasures } from '../../metrics/cluster-measures';
import { fitReferenceBox } from '../../metrics/gap-reference';
import { scoreReference, scoreSpread } from '../../metrics/reference-spread';
import { sampleRows } from '../../metrics/sample-rows';
import { scoreSilhouette } from '../../metrics/silhouette';
import { REFERENCES } from './definition';
import { refitOf } from './refit';
import { scoreRules } from './rules';
import { FEWEST_BOOTSTRAPS, keepSilhouette, type Study } from './study';

/** What is evaluated, and how. */
export interface Asked {
  readonly matrix: Matrix;
  readonly clustering: ClusteringValue;
  readonly params: { readonly bootstraps: number; readonly sampleRows: number };
  readonly tools: Tools;
}

/** Runs every stage, each adding what it finds to the study. */
export async function* runStages(study: Study, asked: Asked): Job<void, never> {
  yield* stretch(measure(study, asked), 0, 0.08);
  yield* stretch(drawSilhouette(study, asked), 0.08, 0.3);
  yield* stretch(learnRules(study, asked), 0.3, 0.38);
  const { clustering, matrix, tools, params } = asked;
  const found = refitOf(clustering, matrix.rows, tools);
  if ('status' in found || params.bootstraps === 0) {
    study.status = 'status' in found ? found.status : 'left-out';
    return;
  }
  try {
    yield* stretch(drawAnew(study, asked, found.refit), 0.38, 0.75);
    yield* stretch(compareWithEven(study, asked, found.refit), 0.75, 1);
    study.status = 'measured';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    study.status = study.bootstraps.length >= FEWEST_BOOTSTRAPS ? 'measured' : 'refused';
  }
}

async function* measure(study: Study, { matrix, clustering, tools }: Asked): Job<void, never> {
  const shards = await tools.createShards(matrix);
  try {
    const { labels, centroids } = clustering;
    study.measures = yield* stretch(scoreClusterMeasures(shards, labels, centroids), 0, 1);
  } finally {
    shards.release();
  }
}

async function* drawSilhouette(study: Study, asked: Asked): Job<void, never> {
  const { matrix, clustering, params, tools } = asked;
  const { createShards, seed } = tools;
  const options = { clusters: clustering.clusters, sampleRows: params.sampleRows };
  const scoring = scoreSilhouette(matrix, clustering.labels, { ...options, createShards, seed });
  keepSilhouette(study, yield* scoring);
}

async function* learnRules(study: Study, { matrix, clustering, tools }: Asked): Job<void, never> {
  const { labels, clusters } = clustering;
  if (clusters < 2) return;
  study.rules = yield* scoreRules(matrix, labels, { clusters, seed: tools.seed });
}

/** Draws rows anew, segments them, and looks for the segments among them. */
async function* drawAnew(study: Study, asked: Asked, refit: Refit): Job<void, never> {
  const { matrix, clustering, params, tools } = asked;
  const count = params.bootstraps;
  for (let number = 1; number <= count; number++) {
    const random = createRandom(tools.seed, 'evaluate', 'bootstrap', number);
    const { createShards } = tools;
    const drawing = { draws: study.draws, random, createShards, refit };
    const scoring = scoreBootstrap(matrix, [clustering], drawing);
    const counted = { phase: 'bootstraps', fact: 'bootstrap', number, count };
    const [found] = yield* oneOf(scoring, counted);
    study.bootstraps.push(found!);
  }
}

/** Segments as many rows spread evenly: do the rows themselves group better than these? */
async function* compareWithEven(study: Study, asked: Asked, refit: Refit): Job<void, never> {
  const { createShards, seed } = asked.tools;
  const own = createRandom(seed, 'evaluate', 'sample');
  const sample = sampleRows(asked.matrix, study.draws, own);
  const counted = { phase: 'references', fact: 'reference', count: REFERENCES + 1 };
  const spread = spreadOfOwn(sample, { createShards, refit });
  study.own = yield* oneOf(spread, { ...counted, number: 1 });
  const box = yield* oneOf(fitReferenceBox(sample), { ...counted, number: 2 });
  for (let number = 1; number <= REFERENCES; number++) {
    const random = createRandom(seed, 'evaluate', 'reference', number);
    const scoring = scoreReference(box, sample.rows, { random, createShards, refit });
    study.references.push(yield* oneOf(scoring, { ...counted, number: number + 1 }));
  }
}

async function* spreadOfOwn(
  sample: Matrix,
  refitting: Pick<Parameters<typeof refitted>[1], 'createShards' | 'refit'>,
): ReturnType<typeof scoreSpread> {
  return yield* scoreSpread(sample, yield* refitted(sample, refitting));
}
