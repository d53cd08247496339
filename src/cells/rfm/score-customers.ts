import type { ParamsOf } from '../../core/params';
import {
  roundEdges,
  scoreByEdges,
  scoreByFifths,
  scoreByShare,
  type Better,
} from '../../table/rfm/score-ranks';
import type { definition } from './definition';
import type { Edges, Measure } from './edges';

type RfmParams = Pick<ParamsOf<(typeof definition)['params']>, 'scoring' | 'edges'>;

/** 1 … 5 a customer, 5 the best. */
export interface Scores {
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  /** Null without money: frequency then stands for it. */
  readonly m: Uint8Array | null;
  /** The edges that were used; null where customers were ranked. */
  readonly edges: Edges | null;
}

export interface Measured {
  readonly recency: Float64Array;
  readonly frequency: Float64Array;
  readonly monetary: Float64Array | null;
}

/** Scores recency (the fewer days the better), frequency and monetary value. */
export function* scoreCustomers(params: RfmParams, values: Measured): Generator<void, Scores> {
  const r = yield* scoreOf(params, 'recency', values.recency);
  const f = yield* scoreOf(params, 'frequency', values.frequency);
  const m = values.monetary && (yield* scoreOf(params, 'monetary', values.monetary));
  const edges =
    params.scoring === 'edges'
      ? { recency: r.edges, frequency: f.edges, monetary: m?.edges ?? null }
      : null;
  return { r: r.scores, f: f.scores, m: m?.scores ?? null, edges };
}

interface Scored {
  readonly scores: Uint8Array;
  readonly edges: readonly number[] | null;
}

function* scoreOf(
  { scoring, edges }: RfmParams,
  measure: Measure,
  values: Float64Array,
): Generator<void, Scored> {
  const better: Better = measure === 'recency' ? 'smaller' : 'larger';
  switch (scoring) {
    case 'share':
      return { scores: yield* scoreByShare(values, better), edges: null };
    case 'fifths':
      return { scores: yield* scoreByFifths(values, better), edges: null };
    case 'edges': {
      const used = edges[measure] ?? (yield* roundEdges(values));
      return { scores: scoreByEdges(values, used, better), edges: used };
    }
    default:
      return scoring satisfies never;
  }
}
