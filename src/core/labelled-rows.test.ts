import { describe, expect, it } from 'vitest';
import { matrixOf } from '../../tests/support/blobs';
import { clusteringOf, pointsOf } from '../../tests/support/tools';
import { finish } from './job';
import { labelledPoints, pointsOfCluster } from './labelled-rows';

const matrix = matrixOf([[10], [11], [12], [13], [14]]);
// Table rows 0, 2, 3, 5, 6 of eight.
const points = { ...pointsOf(matrix, Uint32Array.of(0, 2, 3, 5, 6)), tableRows: 8 };
const all = {
  ...clusteringOf(matrix, Int32Array.of(0, 1, 0, 1, 1)),
  rowIndex: points.rowIndex,
  tableRows: 8,
};
/** A clustering of the table rows 2, 5 and 6 alone. */
const inside = {
  ...clusteringOf(matrixOf([[11], [13], [14]]), Int32Array.of(0, 0, 1)),
  rowIndex: Uint32Array.of(2, 5, 6),
  tableRows: 8,
};

describe('points and labels', () => {
  it('are the same object when every point is labelled', async () => {
    expect(await finish(labelledPoints(points, all))).toBe(points);
  });

  it('are matched by table row when only some are labelled', async () => {
    const found = await finish(labelledPoints(points, inside));
    expect([...found.matrix.values]).toEqual([11, 13, 14]);
    expect([...found.rowIndex!]).toEqual([2, 5, 6]);
    expect(found.tableRows).toBe(8);
  });

  it('of one cluster are a matrix of its own that knows its table rows', async () => {
    const found = await finish(pointsOfCluster(points, all, 1));
    expect([...found.matrix.values]).toEqual([11, 13, 14]);
    expect([...found.rowIndex!]).toEqual([2, 5, 6]);
    const deeper = await finish(pointsOfCluster(points, inside, 0));
    expect([...deeper.rowIndex!]).toEqual([2, 5]);
  });

  it('of different tables or rows are refused', async () => {
    const strange = { ...inside, rowIndex: Uint32Array.of(1, 5, 6) };
    await expect(finish(labelledPoints(points, strange))).rejects.toThrow('rows-differ');
    const other = { ...inside, tableRows: 9 };
    await expect(finish(labelledPoints(points, other))).rejects.toThrow('rows-differ');
    await expect(finish(pointsOfCluster(points, other, 0))).rejects.toThrow('rows-differ');
  });
});
