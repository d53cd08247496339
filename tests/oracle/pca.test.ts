import { describe, expect, it } from 'vitest';
import { finish } from '../../src/core/job';
import { fitPca, project } from '../../src/metrics/pca';
import recorded from './pca.json';

describe.each(recorded.matrices)('principal components against scikit-learn: $name', (expected) => {
  const { rows, columns } = expected;
  const values = Float32Array.from(expected.values);
  const fit = () => finish(fitPca({ rows, columns, values }, 2));

  it('explains the same shares of the variance', async () => {
    const { explained } = await fit();
    expect(explained).toHaveLength(expected.explained.length);
    explained.forEach((share, c) => expect(share).toBeCloseTo(expected.explained[c]!, 10));
  });

  it('has the same loadings with the same signs', async () => {
    const { components } = await fit();
    components.forEach((weight, i) =>
      expect(weight).toBeCloseTo(expected.components.flat()[i]!, 8),
    );
  });

  it('puts every row at the same place', async () => {
    const pca = await fit();
    expected.scores.forEach((scores, row) =>
      scores.forEach((score, c) =>
        expect(project(pca, c, { values, at: row * columns })).toBeCloseTo(score, 7),
      ),
    );
  });
});
