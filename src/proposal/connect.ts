import type { JsonObject } from '../core/json';
import { addCell, type Notebook } from '../core/notebook';
import { computeOf } from './compute-of';

/** What the proposal decided; everything else starts as its cell type says. */
export interface Draft {
  readonly source: string;
  readonly columns: readonly string[];
  readonly clusters?: number;
  /** The columns of orders, as the `rfm` cell has them. */
  readonly rfm?: JsonObject;
}

export const TABLE_KINDS = [
  'load',
  'profile',
  'features',
  'cluster',
  'evaluate',
  'segments',
  'persona',
  'scatter',
] as const;
export const ORDER_KINDS = [
  'load',
  'profile',
  'rfm',
  'features',
  'cluster',
  'evaluate',
  'segments',
  'persona',
  'scatter',
] as const;
type Kind = (typeof ORDER_KINDS)[number];

/** `customers` is the cell with one row a customer: `load`, or `rfm` where that comes first. */
function inputsOf(kind: Kind, customers: Kind): Readonly<Record<string, Kind>> {
  switch (kind) {
    case 'load':
      return {};
    case 'profile':
    case 'rfm':
      return { table: 'load' };
    case 'features':
      return { table: customers };
    case 'cluster':
      return { points: 'features' };
    case 'evaluate':
    case 'scatter':
      return { points: 'features', clustering: 'cluster' };
    case 'segments':
    case 'persona':
      return { table: customers, points: 'features', clustering: 'cluster' };
    default:
      return kind satisfies never;
  }
}

function paramsFor(kind: Kind, { source, columns, clusters, rfm }: Draft): JsonObject {
  if (kind === 'load') return { source };
  if (kind === 'rfm') return rfm ?? {};
  if (kind === 'features') return { columns };
  return kind === 'cluster' && clusters !== undefined ? { clusters } : {};
}

/** Adds these kinds in order, each fed by the ones before. The first cell of a kind is named as it. */
export function connect(start: Notebook, draft: Draft, kinds: readonly Kind[]): Notebook {
  const customers = kinds.includes('rfm') ? 'rfm' : 'load';
  return kinds.reduce((notebook, kind) => {
    const { version } = computeOf(kind).definition;
    const params = paramsFor(kind, draft);
    return addCell(notebook, { kind, version, params, inputs: inputsOf(kind, customers) }).notebook;
  }, start);
}
