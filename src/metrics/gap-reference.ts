import type { Job } from '../core/job';
import type { Matrix } from '../core/matrix';
import type { Random } from '../core/random';
import { fitPca, project } from './pca';

/** The box that the rows of a reference set are spread over, along the data's principal axes. */
export interface ReferenceBox {
  readonly columns: number;
  /** A corner of the box, in the units of the matrix. */
  readonly corner: Float64Array;
  /** Row c is edge c of the box from that corner; row-major columns × columns. */
  readonly edges: Float64Array;
}

/** Multiply-adds between two yields: some 5 ms. */
const SLICE = 4e6;

function blockOf(columns: number): number {
  return Math.max(1, Math.floor(SLICE / columns ** 2));
}

/**
 * The smallest box about the rows whose edges run along their principal components (reference (b)
 * of Tibshirani, Walther and Hastie; `spaceH0 = "scaledPCA"` of clusGap), so that correlated
 * columns alone do not pass for clusters. Costs rows × columns².
 */
export async function* fitReferenceBox(matrix: Matrix): Job<ReferenceBox, never> {
  const { rows, columns, values } = matrix;
  const pca = yield* fitPca(matrix, columns);
  const low = new Float64Array(columns).fill(Infinity);
  const high = new Float64Array(columns).fill(-Infinity);
  for (let i = 0; i < rows; i++) {
    for (let c = 0; c < columns; c++) {
      const along = project(pca, c, { values, at: i * columns });
      low[c] = Math.min(low[c]!, along);
      high[c] = Math.max(high[c]!, along);
    }
    if (i % blockOf(columns) === 0) yield { done: 0.9, total: 1, phase: 'fit-components' };
  }
  const corner = pca.mean.slice();
  const edges = pca.components.slice();
  for (let c = 0; c < columns; c++) {
    for (let j = 0; j < columns; j++) {
      corner[j]! += low[c]! * pca.components[c * columns + j]!;
      edges[c * columns + j]! *= high[c]! - low[c]!;
    }
  }
  return { columns, corner, edges };
}

/** Rows spread evenly over a box: the matrix of one reference set. Costs rows × columns². */
export function* drawReference(
  box: ReferenceBox,
  rows: number,
  random: Random,
): Generator<void, Matrix> {
  const { columns, corner, edges } = box;
  const values = new Float32Array(rows * columns);
  const row = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    row.set(corner);
    for (let c = 0; c < columns; c++) {
      const share = random.next();
      for (let j = 0; j < columns; j++) row[j]! += share * edges[c * columns + j]!;
    }
    values.set(row, i * columns);
    if (i % blockOf(columns) === 0) yield;
  }
  return { rows, columns, values };
}
