import { defineCompute, type Tools } from '../../core/cell-compute';
import { stretch, type Job } from '../../core/job';
import { labelledPoints } from '../../core/labelled-rows';
import type { ParamsOf } from '../../core/params';
import { areaTest } from '../../core/polygon';
import type { ClusteringValue, MatrixValue } from '../../core/values';
import { applyMarks, markArea, type Selected } from './apply-selections';
import { fitStraightPlane, type Plane } from './axes';
import { definition } from './definition';
import type { ScatterDisplay, UmapFacts } from './display';
import { keyOf, type AxesKey } from './selections';
import { fitUmapPlane } from './umap-plane';

type ScatterParams = ParamsOf<(typeof definition)['params']>;
type AnyPlane = Plane & { readonly umap?: UmapFacts };

export default defineCompute(definition, async function* (params, inputs, tools) {
  const { clustering } = inputs;
  const points = yield* labelledPoints(inputs.points, clustering);
  const shown = shownAxes(params, points);
  const planes = yield* stretch(fitPlanes(shown, { params, points }, tools), 0, 0.8);
  const plane = planes.get(keyOf(shown))!;
  const selected = yield* stretch(select(params, planes, { points, clustering }), 0.8, 1);
  const { value, origins, selectionRows } = selected;
  const display: ScatterDisplay = {
    rows: points.matrix.rows,
    clusters: value.clusters,
    sizes: value.sizes,
    fedClusters: clustering.clusters,
    origins,
    selectionRows,
    axes: plane.axes,
    ...(plane.umap ? { umap: plane.umap } : {}),
    x: plane.x,
    y: plane.y,
    labels: new Int16Array(value.labels),
    centroids: plane.placeCentroids(value),
  };
  return { value, display };
});

/** The axes to look at, with the features that stand for empty names. */
function shownAxes({ axes, across, up, x, y }: ScatterParams, { features }: MatrixValue): AxesKey {
  if (axes === 'umap') return { axes, x: '', y: '' };
  if (axes === 'components') return { axes, x: String(across), y: String(up) };
  return { axes, x: x || features[0]!.name, y: y || (features[1] ?? features[0])!.name };
}

/** Every pair of axes that is looked at or was drawn on, by key. */
async function* fitPlanes(
  shown: AxesKey,
  { params, points }: { readonly params: ScatterParams; readonly points: MatrixValue },
  tools: Tools,
): Job<ReadonlyMap<string, AnyPlane>, never> {
  const keys = new Map([[keyOf(shown), shown]]);
  for (const { areas } of params.selections) {
    for (const area of areas) keys.set(keyOf(area), area);
  }
  const planes = new Map<string, AnyPlane>();
  for (const [key, axes] of keys) {
    const fitted: Job<AnyPlane, never> =
      axes.axes === 'umap' ? fitUmapPlane(points, params, tools) : fitStraightPlane(axes, points);
    const plane = yield* stretch(fitted, planes.size / keys.size, (planes.size + 1) / keys.size);
    planes.set(key, plane);
  }
  return planes;
}

async function* select(
  { selections }: ScatterParams,
  planes: ReadonlyMap<string, Plane>,
  { points, clustering }: { readonly points: MatrixValue; readonly clustering: ClusteringValue },
): Job<Selected, never> {
  const origins = Array.from({ length: clustering.clusters }, (_, i) => i);
  if (selections.length === 0) return { value: clustering, origins, selectionRows: [] };
  const marks = new Int16Array(points.matrix.rows).fill(-1);
  const areas = selections.flatMap((selection, i) =>
    selection.areas.map((area) => ({ area, selection: i })),
  );
  for (const [i, { area, selection }] of areas.entries()) {
    const marked = markArea(planes.get(keyOf(area))!, areaTest(area.corners), { marks, selection });
    yield* stretch(marked, (0.5 * i) / areas.length, (0.5 * (i + 1)) / areas.length);
  }
  const applied = applyMarks(clustering, points, { marks, selections: selections.length });
  return yield* stretch(applied, 0.5, 1);
}
