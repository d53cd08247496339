import { readFileSync } from 'node:fs';
import { cellOf, chooseFile, expect, expectAllFresh, openStart, test } from './support/app';
import { expectFigure, readSegmentTable } from './support/figures';

interface Expected {
  readonly inertia: number;
  readonly silhouette: number;
  readonly simplifiedSilhouette: number;
  readonly calinskiHarabasz: number;
  readonly daviesBouldin: number;
  readonly sizes: readonly number[];
  readonly means: Readonly<Record<string, readonly number[]>>;
}

const recorded = (name: string): Buffer =>
  readFileSync(new URL(`./recorded/${name}`, import.meta.url));

test('the figures on the screen are those of scikit-learn and pandas', async ({ page }) => {
  const expected = JSON.parse(recorded('expected.json').toString()) as Expected;
  await openStart(page, 'en');
  await chooseFile(page, { name: 'customers.csv', bytes: recorded('customers.csv') });
  await expectAllFresh(page);

  const evaluate = cellOf(page, 'evaluate');
  const figures = await evaluate
    .locator('dl > div')
    .evaluateAll((pairs) =>
      pairs.map((pair) => [
        pair.querySelector('dt')?.innerText.trim() ?? '',
        pair.querySelector('dd')?.innerText.trim() ?? '',
      ]),
    );
  const shown = new Map(figures as [string, string][]);
  expectFigure(shown.get('Silhouette'), expected.silhouette, 'silhouette');
  expectFigure(
    shown.get('Simplified silhouette'),
    expected.simplifiedSilhouette,
    'simplified silhouette',
  );
  expectFigure(shown.get('Calinski–Harabasz'), expected.calinskiHarabasz, 'Calinski–Harabasz');
  expectFigure(shown.get('Davies–Bouldin'), expected.daviesBouldin, 'Davies–Bouldin');
  expectFigure(shown.get('Inertia'), expected.inertia, 'inertia');

  const table = await readSegmentTable(cellOf(page, 'segments'));
  const rows = expected.sizes.reduce((sum, size) => sum + size, 0);
  expected.sizes.forEach((size, index) => {
    expectFigure(table.get('Share of customers')?.means[index], size / rows, `share ${index + 1}`);
  });
  for (const [name, means] of Object.entries(expected.means)) {
    means.forEach((mean, index) => {
      expectFigure(table.get(name)?.means[index], mean, `${name} of segment ${index + 1}`);
    });
  }
  expect(shown.size).toBe(5);
});
