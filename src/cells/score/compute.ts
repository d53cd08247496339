import { defineCompute, type Tools } from '../../core/cell-compute';
import { stretch, type Job } from '../../core/job';
import { Problem } from '../../core/problem';
import type { ClusteringValue, MatrixValue } from '../../core/values';
import { makePassport } from '../../passport/make';
import type { Passport } from '../../passport/passport';
import { scoreTable } from '../../passport/score';
import { definition, passportOf } from './definition';
import { exportScores } from './export-scores';
import { summarize } from './summarize';

export default defineCompute(
  definition,
  async function* (params, inputs, tools) {
    const saved = passportOf(params);
    const passport = saved ?? (yield* stretch(learn(inputs, tools), 0, 0.4));
    const scored = yield* stretch(scoreTable(passport, inputs.table, tools), 0.4, 0.95);
    yield { done: 0.95, total: 1, phase: 'summarize-scores' };
    return { value: scored.clustering, display: summarize(passport, scored, saved !== null) };
  },
  {
    csv: async function* ({ params, inputs, wish, tools }) {
      const passport = passportOf(params) ?? (yield* stretch(learn(inputs, tools), 0, 0.2));
      const scored = yield* stretch(scoreTable(passport, inputs.table, tools), 0.2, 0.5);
      return yield* stretch(exportScores(passport, { table: inputs.table, scored, wish }), 0.5, 1);
    },
  },
);

interface Learnt {
  readonly points?: MatrixValue;
  readonly clustering?: ClusteringValue;
}

/** The passport of the segmentation that is connected; it has no names of its own. */
async function* learn({ points, clustering }: Learnt, tools: Tools): Job<Passport, never> {
  if (!clustering) throw new Problem('input-missing', { input: 'clustering' });
  if (!points) throw new Problem('input-missing', { input: 'points' });
  if (clustering.labels.length !== points.matrix.rows) {
    const facts = { rows: points.matrix.rows, labelled: clustering.labels.length };
    throw new Problem('rows-differ', facts);
  }
  if (clustering.clusters === 0) throw new Problem('input-missing', { input: 'clustering' });
  const segments = clustering.sizes.map((_size, index) => ({
    label: String(index + 1),
    mark: index,
    name: '',
  }));
  const method = clustering.made?.method ?? '';
  const titles = { title: '', language: 'zh' as const, method, segments };
  const shards = await tools.createShards(points.matrix);
  try {
    return yield* makePassport(points, clustering, { shards, titles });
  } finally {
    shards.release();
  }
}
