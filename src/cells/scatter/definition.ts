import { defineCell } from '../../core/cell-type';
import { choice, column, custom, integer } from '../../core/params';
import { parseSelectionNames, parseSelections, type Selection } from './selections';

const NO_SELECTIONS: readonly Selection[] = [];
const NO_NAMES: readonly string[] = [];

/** Expected milliseconds a learnt row of UMAP, a neighbour and a round of its layout, and a placed row. */
const LEARN_MS = 0.09;
const PLACE_MS = 8e-3;

function hasSelections(selections: unknown): selections is readonly Selection[] {
  return Array.isArray(selections) && selections.length > 0;
}

/** UMAP is laid out when it is shown, and when something was kept on it. */
function needsUmap(axes: unknown, selections: unknown): boolean {
  if (axes === 'umap') return true;
  return (
    hasSelections(selections) &&
    selections.some(({ areas }) => areas.some((area) => area.axes === 'umap'))
  );
}

export const definition = defineCell({
  kind: 'scatter',
  version: 2,
  stage: 'understand',
  takes: { points: 'matrix', clustering: 'clustering' },
  gives: 'clustering',
  params: {
    axes: choice({ initial: 'components', options: ['components', 'features', 'umap'] }),
    /** With `components`: which of them. */
    across: integer({ initial: 1, min: 1, max: 20 }),
    up: integer({ initial: 2, min: 1, max: 20 }),
    /** With `features`: the names of two features; empty: the first and the second. */
    x: column(),
    y: column(),
    /** With `umap`: how many nearest rows hang together, and how many rows it learns from. */
    neighbors: integer({ initial: 15, min: 2, max: 100 }),
    learnFrom: integer({ initial: 3000, min: 200, max: 20_000 }),
    /** Areas kept as segments, in the order kept: a later one takes its rows from those before. */
    selections: custom({ initial: NO_SELECTIONS, parse: parseSelections }),
    selectionNames: custom({ initial: NO_NAMES, parse: parseSelectionNames }),
  },
  firstParams: ({ axes }) => {
    if (axes === 'features') return ['axes', 'x', 'y'];
    return axes === 'umap' ? ['axes', 'neighbors', 'learnFrom'] : ['axes', 'across', 'up'];
  },
  activeParams: ({ axes, selections }) => [
    'axes',
    ...(axes === 'components' ? ['across', 'up'] : []),
    ...(axes === 'features' ? ['x', 'y'] : []),
    ...(needsUmap(axes, selections) ? ['neighbors', 'learnFrom'] : []),
    ...(hasSelections(selections) ? ['selections'] : []),
    'selectionNames',
  ],
  lookParams: ['selectionNames'],
  addsSegments: ({ selections, selectionNames }) => {
    const names = Array.isArray(selectionNames) ? selectionNames : [];
    const count = hasSelections(selections) ? selections.length : 0;
    return Array.from({ length: count }, (_, i) => (typeof names[i] === 'string' ? names[i] : ''));
  },
  usesSeed: true,
  migrate: (params) => params,
  estimateMs: ({ axes, selections, neighbors, learnFrom }, { rows, columns }) => {
    const plain = rows * (axes === 'features' ? 2e-5 : 4e-5 + columns * columns * 2e-6);
    const kept = selections.length * rows * (5e-5 + columns * 1e-6);
    if (!needsUmap(axes, selections)) return plain + kept;
    const learnt = Math.min(rows, learnFrom);
    return plain + kept + learnt * neighbors * LEARN_MS + (rows - learnt) * PLACE_MS;
  },
});
