import { defineCompute, type CellResult, type Tools } from '../../core/cell-compute';
import { stretch, type Job } from '../../core/job';
import { createRandom } from '../../core/random';
import { sampleRows } from '../../metrics/sample-rows';
import { compareBootstraps, compareReferences, type Effort } from './compare';
import { definition } from './definition';
import type { ChooseKDisplay } from './display';
import { fitEach } from './fit-each';
import { createStudy, displayOf, type Study } from './study';

type Result = CellResult<null, ChooseKDisplay>;

/** The part of the rows that a bootstrap sample holds, and of the work that a fit of it is. */
const DRAWN = 0.63;

export default defineCompute(definition, async function* (params, { points }, tools) {
  const random = createRandom(tools.seed, 'choose-k', 'sample');
  const sample = sampleRows(points.matrix, params.sampleRows, random);
  const [from, to] = [Math.min(params.from, params.to), Math.max(params.from, params.to)];
  const study = createStudy(sample, { rows: points.matrix.rows, from, to });
  yield* shown(study, runStages(study, params, tools));
  study.isFinished = true;
  return resultOf(study);
});

async function* runStages(
  study: Study,
  { restarts, references, bootstraps }: Record<'restarts' | 'references' | 'bootstraps', number>,
  tools: Tools,
): Job<void, never> {
  const effort: Effort = { restarts, tools };
  const stages: readonly (readonly [number, Job<void, never>])[] = [
    [2, fitEach(study, effort)],
    [DRAWN * bootstraps, compareBootstraps(study, bootstraps, effort)],
    [references, compareReferences(study, references, effort)],
  ];
  const whole = stages.reduce((sum, [work]) => sum + work, 0);
  let before = 0;
  for (const [work, stage] of stages) {
    yield* stretch(stage, before / whole, (before + work) / whole);
    before += work;
  }
}

/** Shows what is known so far, while the work goes on and when it is stopped. */
async function* shown(study: Study, work: Job<void, never>): Job<void, Result> {
  let drawn = 0;
  let snapshot: ChooseKDisplay | undefined;
  try {
    for (;;) {
      const step = await work.next();
      if (step.done) return;
      const known = study.fitted.length + study.references.length + study.bootstraps.length;
      if (known > drawn) {
        drawn = known;
        snapshot = displayOf(study);
      }
      const partial = study.fitted.length > 0 ? { snapshot, partial: () => resultOf(study) } : {};
      yield { ...step.value, ...partial };
    }
  } finally {
    // The value is not used: the work was abandoned, or it has ended.
    await work.return();
  }
}

function resultOf(study: Study): Result {
  return { value: null, display: displayOf(study) };
}
