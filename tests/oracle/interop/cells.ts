import type { Json, JsonObject } from '../../../src/core/json';

/** A notebook over real tables, and what the script that repeats it is called. */
export interface InteropCase {
  readonly name: string;
  /** What the notebook calls a file → where it is among the real data. */
  readonly files: Readonly<Record<string, string>>;
  /** As the notebook's file writes them. */
  readonly cells: readonly string[];
  /** Cells whose figures are compared with those of Python. */
  readonly figures?: readonly string[];
}

/** A cell of a notebook's file; `id` is the kind where it is not given. */
export function cell(kind: string, params: JsonObject, id = kind, version = 1): string {
  const lines = Object.entries(params).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return [`\`\`\`fenqun ${kind} id=${id}`, `version: ${String(version)}`, ...lines, '```'].join(
    '\n',
  );
}

export function load(source: string, params: JsonObject = {}, id = 'load'): string {
  return cell('load', { source, ...params }, id, 2);
}

export function features(from: string, columns: readonly string[], more: JsonObject = {}): string {
  return cell('features', { 'from.table': from, columns: columns as Json, ...more });
}

export function KMEANS(params: JsonObject): string {
  return cluster('cluster', params);
}

export function cluster(id: string, params: JsonObject): string {
  return cell('cluster', { 'from.points': 'features', ...params }, id);
}

/** The notebook of a case as a file. */
export function notebookText({ name, files, cells }: InteropCase): string {
  const sources = Object.keys(files).map((source) => {
    const written = { name: source, rows: 0, columns: [], sha256: '0'.repeat(64) };
    return `  - ${JSON.stringify(written)}`;
  });
  return `---
fenqun: 1
title: "${name}"
language: "en"
seed: 7
sources:
${sources.join('\n')}
---

${cells.join('\n\n')}
`;
}
