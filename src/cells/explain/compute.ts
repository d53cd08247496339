import { fitTree } from '../../algorithms/parts/tree/fit-tree';
import { drawTraining } from '../../algorithms/parts/tree/hold-out';
import { rulesOf, type Condition, type Rule } from '../../algorithms/parts/tree/rules';
import { traceRows } from '../../algorithms/parts/tree/trace';
import { defineCompute } from '../../core/cell-compute';
import { paced, stretch } from '../../core/job';
import { Problem } from '../../core/problem';
import { NOISE, type ClusteringValue, type TableValue } from '../../core/values';
import { askedColumns, type Asked } from './choose-columns';
import { definition } from './definition';
import type { ExplainCondition, ExplainDisplay, ExplainRule } from './display';

const BEGIN = { done: 0, total: 1, phase: 'fit-tree' };

export default defineCompute(definition, async function* (params, { table, clustering }, tools) {
  const labels = labelsOf(clustering, table);
  const reading = askedColumns(table, params.columns);
  const asked = yield* paced(reading, BEGIN);
  const features = asked.map(({ feature }) => feature);
  const { isTraining, rows } = yield* paced(drawTraining(labels, tools.seed), BEGIN);
  const training = { features, labels, classes: clustering.clusters, rows };
  const options = { maxDepth: params.depth, minLeafRows: params.minRows };
  const tree = yield* stretch(fitTree(training, options), 0, 0.8);
  const root = yield* stretch(traceRows(tree, { features, labels, isTraining }), 0.8, 1);
  const rules = rulesOf(root).map((rule) => shownRule(rule, asked));
  const display: ExplainDisplay = {
    ...countsOf(labels, isTraining, clustering),
    right: rules.reduce((sum, { right }) => sum + right, 0),
    rules: rules.sort((a, b) => a.segment - b.segment || b.rows - a.rows),
    columns: ranked(asked, tree.importances),
  };
  return { value: null, display };
});

/** The label of every row of the table; those that did not enter the clustering are as noise. */
function labelsOf(clustering: ClusteringValue, table: TableValue): Int32Array {
  const { labels, rowIndex, tableRows } = clustering;
  if (tableRows !== table.rows) throw new Problem('input-missing', { input: 'table' });
  if (rowIndex === null) return labels;
  const spread = new Int32Array(table.rows).fill(NOISE);
  for (let i = 0; i < labels.length; i++) spread[rowIndex[i]!] = labels[i]!;
  return spread;
}

function countsOf(labels: Int32Array, isTraining: Uint8Array, clustering: ClusteringValue) {
  const sizes = new Array<number>(clustering.clusters).fill(0);
  const heldOut = new Array<number>(clustering.clusters).fill(0);
  labels.forEach((label, row) => {
    if (label < 0) return;
    sizes[label]!++;
    if (isTraining[row] === 0) heldOut[label]!++;
  });
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  const held = heldOut.reduce((sum, size) => sum + size, 0);
  return {
    rows,
    noise: clustering.labels.length - rows,
    training: rows - held,
    heldOut: held,
    largest: Math.max(0, ...heldOut),
    sizes,
  };
}

function shownRule(rule: Rule, asked: readonly Asked[]): ExplainRule {
  const { label, conditions, ...counts } = rule;
  return {
    segment: label,
    conditions: conditions
      .map((condition) => shownCondition(condition, asked[condition.feature]!))
      .filter((condition) => !isEmpty(condition)),
    ...counts,
  };
}

function shownCondition(condition: Condition, of: Asked): ExplainCondition {
  const { from, below, level, except, present, missing } = condition;
  return {
    column: of.column,
    from,
    below,
    level: level === null ? null : of.levels[level]!,
    except: except.map((code) => of.levels[code]!),
    present,
    missing: missing && of.hasMissing,
  };
}

/** No limit on the values and missing ones fit too: every row does. */
function isEmpty({ from, below, level, except, present, missing }: ExplainCondition): boolean {
  const isFree = from === null && below === null && level === null && except.length === 0;
  return isFree && present && missing;
}

function ranked(asked: readonly Asked[], importances: readonly number[]) {
  return asked
    .map(({ column }, i) => ({ column, share: importances[i]! }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}
