import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fitDbscan } from '../../src/algorithms/dbscan/fit';
import { finish } from '../../src/core/job';
import { shardsOf } from '../support/shards';

interface Case {
  readonly name: string;
  readonly columns: number;
  readonly radius: number;
  readonly minNeighbors: number;
  readonly points: string;
  readonly labels: string;
}

/** Recorded by dbscan.py. */
const { cases } = JSON.parse(readFileSync('tests/oracle/dbscan.json', 'utf8')) as {
  readonly cases: readonly Case[];
};

function bytesOf(base64: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(base64, 'base64')).buffer;
}

describe('DBSCAN', () => {
  it.each(cases)('labels $name as scikit-learn does', async ({ columns, ...recorded }) => {
    const values = new Float32Array(bytesOf(recorded.points));
    const points = shardsOf({ rows: values.length / columns, columns, values });
    const fit = await finish(fitDbscan(points, recorded, { seed: 1 }));
    points.release();
    expect([...fit.labels]).toEqual([...new Int32Array(bytesOf(recorded.labels))]);
  });
});
