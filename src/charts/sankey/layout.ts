import { sankey, sankeyLinkHorizontal } from 'd3-sankey';

/** A bar at one side: how much stands in it. */
export interface SankeyNode {
  readonly id: string;
  readonly value: number;
}

export interface SankeyLink {
  /** Ids of a bar at the left and of one at the right. */
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

export interface SankeyBox {
  readonly width: number;
  readonly height: number;
  readonly barWidth: number;
  /** Between bars above each other. */
  readonly gap: number;
}

export interface SankeyLayout {
  readonly bars: readonly {
    readonly id: string;
    readonly side: 'left' | 'right';
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly bands: readonly {
    readonly from: string;
    readonly to: string;
    readonly value: number;
    /** An SVG path along the middle, and how thick it is drawn. */
    readonly path: string;
    readonly thickness: number;
  }[];
}

interface DrawnNode {
  readonly id: string;
  readonly fixedValue: number;
}
interface DrawnLink {
  readonly source: string;
  readonly target: string;
  readonly value: number;
}

/**
 * Where bars and bands of a flow between two sides go, in pixels; bars keep the order in which they
 * are given. What is empty takes no part.
 */
export function layoutSankey(
  left: readonly SankeyNode[],
  right: readonly SankeyNode[],
  { links, box }: { readonly links: readonly SankeyLink[]; readonly box: SankeyBox },
): SankeyLayout {
  const flowing = links.filter(({ value }) => value > 0);
  const named = (side: string, nodes: readonly SankeyNode[]): DrawnNode[] =>
    nodes
      .filter(({ value }) => value > 0)
      .map(({ id, value }) => ({ id: `${side} ${id}`, fixedValue: value }));
  const nodes = [...named('left', left), ...named('right', right)];
  if (flowing.length === 0 || nodes.length === 0) return { bars: [], bands: [] };
  const graph = sankey<DrawnNode, DrawnLink>()
    .nodeId((node) => node.id)
    .nodeWidth(box.barWidth)
    .nodePadding(box.gap)
    .nodeAlign((node) => (node.id.startsWith('left ') ? 0 : 1))
    // The order of the numbers is the reader's order: no crossing is worth another.
    .nodeSort(null)
    .linkSort(null)
    .extent([
      [0, 0],
      [box.width, box.height],
    ])({
    nodes,
    links: flowing.map(({ from, to, value }) => ({
      source: `left ${from}`,
      target: `right ${to}`,
      value,
    })),
  });
  const path = sankeyLinkHorizontal<DrawnNode, DrawnLink>();
  return {
    bars: graph.nodes.map(({ id, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => ({
      id: id.replace(/^\w+ /, ''),
      side: id.startsWith('left ') ? 'left' : 'right',
      x: x0,
      y: y0,
      width: x1 - x0,
      height: Math.max(1, y1 - y0),
    })),
    bands: graph.links.map((link, i) => ({
      from: flowing[i]?.from ?? '',
      to: flowing[i]?.to ?? '',
      value: link.value,
      path: path(link) ?? '',
      thickness: Math.max(1, link.width ?? 0),
    })),
  };
}
