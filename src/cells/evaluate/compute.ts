import { defineCompute } from '../../core/cell-compute';
import type { Job } from '../../core/job';
import { labelledPoints } from '../../core/labelled-rows';
import { refuseTooManyClusters } from '../../metrics/silhouette-sample';
import { definition } from './definition';
import type { EvaluateDisplay } from './display';
import { runStages } from './stages';
import { FEWEST_BOOTSTRAPS, resultOf, type Result, type Study } from './study';

export default defineCompute(definition, async function* (params, inputs, tools) {
  const { clustering } = inputs;
  const { matrix } = yield* labelledPoints(inputs.points, clustering);
  const { sizes } = clustering;
  // Before anything is measured: that takes long for many clusters, and ends in nothing.
  refuseTooManyClusters(sizes, params.sampleRows);
  const study: Study = {
    rows: matrix.rows,
    sizes,
    minimumSize: params.minimumSize,
    draws: Math.min(matrix.rows, params.stabilityRows),
    status: 'running',
    shapes: [],
    rules: null,
    bootstraps: [],
    references: [],
  };
  yield* shown(study, runStages(study, { matrix, clustering, params, tools }));
  // Every stage has run.
  return resultOf(study)!;
});

/** Shows what is known so far, while the work goes on and when it is stopped. */
async function* shown(study: Study, work: Job<void, never>): Job<void, Result> {
  let known = -1;
  let snapshot: EvaluateDisplay | undefined;
  try {
    for (;;) {
      const step = await work.next();
      if (step.done) return;
      const found = study.bootstraps.length + (study.rules ? 1 : 0);
      const isNew = found > known && study.silhouette !== undefined;
      if (isNew) snapshot = resultOf(study)?.display;
      if (isNew) known = found;
      yield snapshot
        ? { ...step.value, snapshot, partial: () => stoppedResult(study) }
        : step.value;
    }
  } finally {
    // The value is not used: the work was abandoned, or it has ended.
    await work.return();
  }
}

/** The result of stopping here: with the bootstrap samples there are, if they are enough. */
function stoppedResult(study: Study): Result {
  const status = study.bootstraps.length >= FEWEST_BOOTSTRAPS ? 'measured' : 'stopped';
  // Stopped once there is a snapshot, so indices and silhouette are known.
  return resultOf({ ...study, status })!;
}
