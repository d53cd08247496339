import {
  cellOf,
  dropFile,
  expect,
  expectAllFresh,
  expectSaved,
  openStart,
  test,
} from './support/app';
import { expectFigure, meanOf, readSegmentTable } from './support/figures';
import { drawCustomers, toCsv, type Customer } from './support/shop';

const customers = drawCustomers(600, 7);

const COLUMNS: readonly (readonly [string, (customer: Customer) => number | null])[] = [
  ['DaysSinceOrder', (customer) => customer.daysSinceOrder],
  ['Orders', (customer) => customer.orders],
  ['Spend', (customer) => customer.spend],
  ['AverageBasket', (customer) => customer.basket],
  ['ReturnsShare', (customer) => customer.returnsShare],
];

/** The four groups that the file was drawn from, largest first, as segments are numbered. */
const groups = [0, 1, 2, 3].map((group) => customers.filter((one) => one.group === group));

test('a customer file is dropped, its segments show, and a reload finds them again', async ({
  page,
}) => {
  await openStart(page, 'en');
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(customers) });
  await expectAllFresh(page);

  await test.step('the figures are those of the file', async () => {
    const shown = await readSegmentTable(cellOf(page, 'segments'));
    const shares = shown.get('Share of customers')!.means;
    expect(shares).toHaveLength(groups.length);
    groups.forEach((group, index) => {
      expectFigure(shares[index], group.length / customers.length, `share of segment ${index + 1}`);
    });
    for (const [name, valueOf] of COLUMNS) {
      const line = shown.get(name);
      const overall = meanOf(customers.map(valueOf));
      expectFigure(line?.everyone, overall, `${name} of everyone`);
      groups.forEach((group, index) => {
        const mean = meanOf(group.map(valueOf));
        expectFigure(line?.means[index], mean, `${name} of segment ${index + 1}`);
        expectFigure(line?.tgi[index], (100 * mean) / overall, `TGI of ${name}, ${index + 1}`);
      });
    }
  });

  await test.step('a reload computes nothing', async () => {
    await expectSaved(page, 'en');
    const before = await cellOf(page, 'segments').innerText();
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seenStates: seen });
      new MutationObserver(() => {
        for (const cell of document.querySelectorAll('[data-state]')) {
          seen.push(cell.getAttribute('data-state') ?? '');
        }
      }).observe(document, { subtree: true, childList: true, attributes: true });
    });
    await page.reload();
    await expectAllFresh(page);
    await expect.poll(() => cellOf(page, 'segments').innerText()).toBe(before);
    const states = await page.evaluate(
      () => (globalThis as unknown as { seenStates: string[] }).seenStates,
    );
    expect([...new Set(states)]).toEqual(['fresh']);
  });
});
