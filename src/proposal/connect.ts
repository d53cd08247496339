import type { JsonObject } from '../core/json';
import { addCell, type Notebook } from '../core/notebook';
import { computeOf } from './compute-of';
import { PEOPLE_KINDS, type PeopleKind } from './people';

/** What the proposal decided; everything else starts as its cell type says. */
export interface Draft {
  readonly source: string;
  readonly columns: readonly string[];
  readonly clusters?: number;
  /** The columns of orders or events, as the cell has them that makes one row a person. */
  readonly people?: JsonObject;
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
type Kind = (typeof TABLE_KINDS)[number] | PeopleKind;

/** The same for a table with many rows of each person: one row each comes first. */
export function kindsWith(people: PeopleKind): readonly Kind[] {
  return TABLE_KINDS.flatMap((kind): readonly Kind[] =>
    kind === 'profile' ? [kind, people] : [kind],
  );
}

/** `customers` is the cell with one row a customer: `load`, or the one that makes it of orders or events. */
function inputsOf(kind: Kind, customers: Kind): Readonly<Record<string, Kind>> {
  switch (kind) {
    case 'load':
      return {};
    case 'profile':
    case 'rfm':
    case 'sequence':
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

function paramsFor(kind: Kind, { source, columns, clusters, people }: Draft): JsonObject {
  if (kind === 'load') return { source };
  if (isPeopleKind(kind)) return people ?? {};
  if (kind === 'features') return { columns };
  return kind === 'cluster' && clusters !== undefined ? { clusters } : {};
}

function isPeopleKind(kind: Kind): kind is PeopleKind {
  return (PEOPLE_KINDS as readonly Kind[]).includes(kind);
}

/** Adds these kinds in order, each fed by the ones before. The first cell of a kind is named as it. */
export function connect(start: Notebook, draft: Draft, kinds: readonly Kind[]): Notebook {
  const customers = kinds.find(isPeopleKind) ?? 'load';
  return kinds.reduce((notebook, kind) => {
    const { version } = computeOf(kind).definition;
    const params = paramsFor(kind, draft);
    return addCell(notebook, { kind, version, params, inputs: inputsOf(kind, customers) }).notebook;
  }, start);
}
