import type { Json } from '../../core/json';
import { refuse } from '../../core/params';

export const MEASURES = ['recency', 'frequency', 'monetary'] as const;
export type Measure = (typeof MEASURES)[number];

/** Four ascending edges a measure; null: cut from the data and rounded. */
export type Edges = { readonly [M in Measure]: readonly number[] | null };

export const NO_EDGES: Edges = { recency: null, frequency: null, monetary: null };

const EXPECTED = '{"recency": [30, 90, 180, 365], "frequency": null, "monetary": null}';

export function parseEdges(json: Json): Edges {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return refuse('edges', json, EXPECTED);
  }
  const given = json as { readonly [key: string]: Json | undefined };
  const [recency, frequency, monetary] = MEASURES.map((measure) => {
    const edges = Object.hasOwn(given, measure) ? given[measure] : null;
    return isEdges(edges) ? edges : refuse('edges', json, EXPECTED);
  });
  return { recency: recency!, frequency: frequency!, monetary: monetary! };
}

function isEdges(json: Json | undefined): json is readonly number[] | null {
  if (json === null || json === undefined) return json === null;
  return (
    Array.isArray(json) &&
    json.length === 4 &&
    json.every((edge) => typeof edge === 'number' && Number.isFinite(edge)) &&
    json.every((edge, i) => i === 0 || edge >= json[i - 1]!)
  );
}

/** "30 90 180 365", for people to change. */
export function edgesText(edges: readonly number[] | null): string {
  return edges === null ? '' : edges.join(' ');
}

/** Four numbers as somebody typed them, put in order; null for anything else. */
export function edgesFromText(typed: string): readonly number[] | null {
  const words = typed.split(/[\s,，、;；]+/).filter((word) => word !== '');
  const edges = words.map(Number).sort((a, b) => a - b);
  return isEdges(edges) ? edges : null;
}
