import {
  cellOf,
  dropFile,
  expect,
  expectAllFresh,
  expectState,
  openStart,
  test,
} from './support/app';
import { violationsIn } from './support/axe';
import { runTheRest } from './support/running';

const ROWS = 300;
const CITIES = ['北京', '上海', '广州', '深圳'];
const DRINKS = ['咖啡', '茶', '果汁'];

interface Member {
  readonly city: string;
  readonly tags: readonly string[];
  readonly values: readonly (string | number)[];
}

/** Three equal groups, told apart by how much they spend, how often they come, and what they like. */
const MEMBERS: readonly Member[] = Array.from({ length: ROWS }, (_, i) => {
  const group = i % 3;
  const wobble = ((i * 37) % 100) / 100;
  const city = i % 20 === 7 ? '' : CITIES[Math.floor((i * 7) / 3) % 4]!;
  const tags = [DRINKS[group]!, ...(i % 2 === 0 ? ['早餐'] : [])];
  const joined = new Date(Date.UTC(2023, 0, 1) + ((i * 53) % 700) * 86_400_000);
  const spend = (30 * 12 ** group * (1 + wobble)).toFixed(2);
  const day = joined.toISOString().slice(0, 10);
  return { city, tags, values: [city, day, tags.join('|'), spend, 2 + group * 9 + (i % 4)] };
});
const CSV = [
  '会员号,城市,入会日期,喜好,消费金额,来店次数',
  ...MEMBERS.map(({ values }, i) => `M${10_000 + i},${values.join(',')}`),
].join('\n');

/** Variance of a yes/no feature. */
const spread = (isIn: (member: Member) => boolean) => {
  const share = MEMBERS.filter(isIn).length / ROWS;
  return share * (1 - share);
};
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const CITY = sum([...CITIES, ''].map((city) => spread((member) => member.city === city)));
const TAGS = sum([...DRINKS, '早餐'].map((tag) => spread(({ tags }) => tags.includes(tag))));
/** Standardized numbers have variance 1; the age of the date is one of them. */
const percent = (own: number, total: number) => `${((100 * own) / total).toFixed(1)} %`;

test('categories, dates and tags become features, and segments follow', async ({ page }) => {
  await openStart(page, 'zh');
  await dropFile(page, { name: '会员.csv', bytes: CSV });
  await expectAllFresh(page);
  const features = cellOf(page, 'features');
  const named = (name: string) => ({ name: new RegExp(`^${name} `) });
  const row = (name: string) => features.getByRole('button', named(name));
  const line = (name: string) =>
    features.getByRole('listitem').filter({ has: page.getByRole('button', named(name)) });

  await test.step('columns that stayed out are taken in with a click each', async () => {
    for (const name of ['城市', '入会日期', '喜好']) {
      await features.getByRole('button', { name: `选用: ${name}` }).click();
      await expect(row(name)).toBeVisible();
    }
    await expect(row('城市')).toContainText('每个取值一列 → 5 个特征');
    await expect(row('城市')).toContainText('15 个缺失自成一类');
    await expect(row('入会日期')).toContainText(/到 2024-1\d-\d\d 过了几天 → 标准化/);
  });

  await test.step('several values in a cell are seen, and split with a click', async () => {
    await expect(line('喜好')).toContainText('一格里有几个值，用「|」隔开：拆成 4 个标签。');
    await features.getByRole('button', { name: '采用: 喜好' }).click();
    await expect(row('喜好')).toContainText('每个标签一列 → 4 个特征');
    await expectState(page, 'features', 'fresh');
    const total = 3 + CITY + TAGS;
    await expect(line('消费金额')).toContainText(percent(1, total));
    await expect(line('城市')).toContainText(percent(CITY, total));
    await expect(line('喜好')).toContainText(percent(TAGS, total));
    await row('喜好').click();
    await expect(line('喜好')).toContainText('早餐 50.0 % 的行');
  });

  await test.step('weights and cycles change what drives the distance', async () => {
    await row('城市').focus();
    await page.keyboard.press('Enter');
    await line('城市').getByRole('spinbutton', { name: '权重' }).fill('0.1');
    await page.keyboard.press('Enter');
    await expect(row('城市')).toContainText('权重 0.1');
    await row('入会日期').click();
    await line('入会日期').getByLabel('变成', { exact: true }).selectOption('只用周期');
    await line('入会日期').getByLabel('星期', { exact: true }).check();
    await line('入会日期').getByRole('spinbutton', { name: '权重' }).fill('0.1');
    await page.keyboard.press('Enter');
    await expect(row('入会日期')).toContainText('星期成圆');
    await expectState(page, 'features', 'fresh');
    await expect(features).toContainText('特征矩阵 300 × 13');
    // A circle has variance 1 less the square of its mean, and 300 days are spread around it.
    const total = 2 + 0.1 * (CITY + 1) + TAGS;
    const shown = await line('消费金额').innerText();
    expect(Number(/([\d.]+) %/.exec(shown)?.[1])).toBeCloseTo(100 / total, 0);
    expect(await violationsIn(page, 'features')).toEqual([]);
  });

  await test.step('the three groups are found', async () => {
    await runTheRest(page);
    const segments = await cellOf(page, 'segments').innerText();
    expect(segments.match(/\b100\b/g)?.length ?? 0, segments).toBeGreaterThanOrEqual(3);
    await expect(cellOf(page, 'segments')).toContainText('消费金额');
  });
});
