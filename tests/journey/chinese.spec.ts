import { encodeGb18030 } from '../../src/samples/gb18030';
import { cellOf, dropFile, expect, expectAllFresh, openStart, test } from './support/app';
import { expectFigure, meanOf, readSegmentTable } from './support/figures';
import { drawCustomers } from './support/shop';

const CITIES = ['上海', '北京', '成都', '哈尔滨'];
const customers = drawCustomers(400, 21);

/** As a Chinese Excel saves it: GB18030, CRLF, amounts with a currency sign and thousands. */
function toTable(): Buffer {
  const lines = customers.map((customer, row) =>
    [
      customer.id,
      CITIES[row % CITIES.length],
      customer.daysSinceOrder,
      customer.orders,
      `"￥${customer.spend.toLocaleString('en-US', { minimumFractionDigits: 2 })}"`,
      `${(customer.returnsShare * 100).toFixed(1)}%`,
    ].join(','),
  );
  const header = '会员编号,城市,距上次消费天数,订单数,消费金额,退货率';
  return Buffer.from(encodeGb18030(`${[header, ...lines].join('\r\n')}\r\n`));
}

test('a Chinese table in GB18030 shows its column names and its segments', async ({ page }) => {
  await openStart(page, 'zh');
  await dropFile(page, { name: '会员.csv', bytes: toTable() });
  await expectAllFresh(page);
  const shown = await readSegmentTable(cellOf(page, 'segments'));
  const names = [...shown.keys()];
  for (const name of ['距上次消费天数', '订单数', '消费金额', '退货率']) {
    expect(names.some((line) => line.startsWith(name))).toBe(true);
  }
  const spend = shown.get(names.find((name) => name.startsWith('消费金额'))!)!;
  expectFigure(spend.everyone, meanOf(customers.map((one) => one.spend)), '消费金额');
  [0, 1, 2, 3].forEach((group) => {
    const members = customers.filter((one) => one.group === group);
    expectFigure(spend.means[group], meanOf(members.map((one) => one.spend)), `分群 ${group + 1}`);
  });
  await expect(cellOf(page, 'load')).toContainText('GB18030');
});
