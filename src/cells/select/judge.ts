import type { ColumnMeta, TableValue } from '../../core/values';
import { prove, reasonIn, type Group, type nearestOf } from './advise';
import type { Bond } from './ask-target';
import type { Verdict } from './decisions';
import type { Params } from './definition';
import type { Evidence, JudgedColumn, Reason } from './display';
import type { PathFound } from './enter-path';
import { isVarying, type Spread } from './measure-variance';

/** All that was measured, before anything is advised. */
export interface Measured {
  readonly spreads: readonly Spread[];
  readonly bonds: ReadonlyMap<string, Bond>;
  readonly groups: readonly Group[];
  /** By name, the number column most alike. */
  readonly nearest: ReturnType<typeof nearestOf>;
  readonly entry: PathFound;
  /** Adjusted p-values by name. */
  readonly adjusted: ReadonlyMap<string, number>;
}

const NOTHING_MEASURED: Evidence = {
  missing: 0,
  variance: null,
  link: null,
  q: null,
  totals: null,
  information: null,
  entry: null,
};

interface Judgement {
  readonly verdict: Verdict;
  readonly reason: Reason;
}

/** What is advised for each column of the table and why, and what holds with what was decided. */
export function judge(
  table: TableValue,
  measured: Measured,
  params: Params,
): readonly JudgedColumn[] {
  return table.columns.map((column) => {
    const spread = measured.spreads.find((one) => one.column.id === column.id);
    const isTarget = column.name === params.target;
    const evidence = spread ? evidenceOf(spread, measured) : NOTHING_MEASURED;
    const { verdict, reason } = spread
      ? adviceFor(spread, evidence, { measured, params })
      : { verdict: 'keep' as const, reason: passedOn(column, isTarget) };
    const decided = params.decisions.findLast((one) => one.column === column.name)?.verdict ?? null;
    const standing = decided ?? (params.apply === 'advised' ? verdict : 'keep');
    return {
      name: column.name,
      type: column.type,
      role: isTarget ? 'target' : spread ? 'feature' : 'unjudged',
      ...evidence,
      advised: verdict,
      reason,
      decided,
      isKept: standing === 'keep',
    };
  });
}

function passedOn({ type }: ColumnMeta, isTarget: boolean): Reason {
  return isTarget ? { kind: 'target' } : { kind: 'unjudged', type };
}

function evidenceOf(
  { column: { name }, missing, variance }: Spread,
  { bonds, adjusted, entry }: Measured,
): Evidence {
  const bond = bonds.get(name);
  const place = entry.entered.indexOf(name);
  return {
    missing,
    variance,
    link: bond?.link ?? null,
    q: adjusted.get(name) ?? null,
    totals: bond?.totals ?? null,
    information: bond?.information ?? null,
    entry: place < 0 ? null : place + 1,
  };
}

interface Ground {
  readonly measured: Measured;
  readonly params: Params;
}

/** First what does not vary, then what others say too, then what tells nothing of the target. */
function adviceFor(spread: Spread, evidence: Evidence, { measured, params }: Ground): Judgement {
  const { isEmpty, constant, variance, column } = spread;
  const drop = (reason: Reason): Judgement => ({ verdict: 'drop', reason });
  if (isEmpty) return drop({ kind: 'empty' });
  if (constant !== null) return drop({ kind: 'constant', value: constant });
  if (!isVarying(spread, params.leastVariance)) {
    return drop({ kind: 'still', variance: variance ?? 0, least: params.leastVariance });
  }
  const group = measured.groups.find(({ names }) => names.includes(column.name));
  const alike = group && reasonIn(group, column.name, params.stays);
  if (alike?.kind === 'same') return drop(alike);
  const own: Reason = alike ?? { kind: 'own', nearest: measured.nearest.get(column.name) ?? null };
  if (params.target === '') return { verdict: 'keep', reason: own };
  const { path } = measured.entry;
  const hasPath = path !== null && !path.leftOut.includes(column.name);
  const proven = prove(evidence, params, { hasPath, own });
  const isKept = proven.verdict === 'keep';
  return isKept && alike ? { verdict: 'keep', reason: alike } : proven;
}
