import {
  cellOf,
  chooseFile,
  expect,
  expectAllFresh,
  openStart,
  test,
  type Language,
} from './support/app';
import { drawCustomers, toCsv } from './support/shop';

interface BadFile {
  readonly title: string;
  readonly name: string;
  readonly bytes: Buffer | string;
  /** What must stand on the page, somewhere. */
  readonly says: Readonly<Record<Language, RegExp>>;
}

const row = (values: readonly (string | number)[]): string => values.join(',');
const numbers = (count: number, of: (i: number) => string | number) =>
  Array.from({ length: count }, (_, i) => of(i));

/** The first bytes of any PNG, then its header chunk. */
const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d494844520000001000000010080600000 01ff3ff61'.replace(' ', ''),
  'hex',
);

const UNUSABLE = {
  zh: /没有能用来分群的列/,
  en: /None of the \S+ columns can be used for segments/,
};

const BAD_FILES: readonly BadFile[] = [
  {
    title: 'an empty file',
    name: 'empty.csv',
    bytes: '',
    says: { zh: /「empty\.csv」是空文件/, en: /empty\.csv is empty/ },
  },
  {
    title: 'a header without rows',
    name: 'header.csv',
    bytes: 'id,spend,orders\n',
    says: { zh: /只有表头（3 列），没有数据行/, en: /has a header of 3 columns and no rows/ },
  },
  {
    title: 'one row',
    name: 'one-row.csv',
    bytes: 'spend,orders\n120,3\n',
    says: { zh: /只有 1 行，至少要 2 行/, en: /There is 1 row; at least 2 are needed/ },
  },
  {
    title: 'columns without any value',
    name: 'missing.csv',
    bytes: `spend,orders\n${numbers(20, () => ',').join('\n')}\n`,
    says: UNUSABLE,
  },
  {
    title: 'text only',
    name: 'text.csv',
    bytes: `comment,name\n${numbers(30, (i) => `a long remark number ${i} of somebody,person ${i}`).join('\n')}\n`,
    says: UNUSABLE,
  },
  {
    title: 'a picture under the name of a table',
    name: 'photo.csv',
    bytes: PNG,
    says: { zh: /其实是 PNG 文件，不是表格/, en: /really a PNG file, not a table/ },
  },
];

/** Poor tables that still have an answer. */
const POOR_FILES: readonly Omit<BadFile, 'says'>[] = [
  {
    title: 'one column',
    name: 'one-column.csv',
    bytes: `spend\n${numbers(60, (i) => (i % 3) * 100 + (i % 7)).join('\n')}\n`,
  },
  {
    title: 'a constant column',
    name: 'constant.csv',
    bytes: `spend,shop\n${numbers(60, (i) => row([(i % 3) * 100 + (i % 7), 7])).join('\n')}\n`,
  },
  {
    title: 'three hundred columns',
    name: 'wide.csv',
    bytes: [
      row(numbers(300, (j) => `m${j}`)),
      ...numbers(80, (i) => row(numbers(300, (j) => (i % 4) * 10 + ((i * 7 + j * 13) % 5)))),
    ].join('\n'),
  },
];

for (const language of ['zh', 'en'] as const) {
  test(`bad files are explained in ${language}, and nothing else breaks`, async ({ page }) => {
    for (const { title, name, bytes, says } of BAD_FILES) {
      await test.step(title, async () => {
        await openStart(page, language);
        await chooseFile(page, { name, bytes });
        await expect(page.getByText(says[language]).first()).toBeVisible();
        await expect(page.getByText(/程序出错|The program failed/)).toHaveCount(0);
      });
    }
    // After all that, the next file opens as if nothing had happened.
    await openStart(page, language);
    await chooseFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(120, 2)) });
    await expectAllFresh(page);
  });
}

test('one column, a constant column and 300 columns still get an answer', async ({ page }) => {
  for (const { title, name, bytes } of POOR_FILES) {
    await test.step(title, async () => {
      await openStart(page, 'en');
      await chooseFile(page, { name, bytes });
      await expectAllFresh(page);
    });
  }
});

/** What the page says when nine segments are asked of rows of two kinds. */
const TOO_MANY = {
  zh: '特征只有两种不同的组合，所以是两个分群，不是 9 个。',
  en: 'Only two different sets of features, so two segments instead of 9.',
} as const;

test('more segments than distinct rows are explained', async ({ page }) => {
  const lines = numbers(40, (i) => row([(i % 2) * 100, (i % 2) * 5]));
  await openStart(page, 'zh');
  await chooseFile(page, { name: 'few.csv', bytes: `spend,orders\n${lines.join('\n')}\n` });
  await expectAllFresh(page);
  const cluster = cellOf(page, 'cluster');
  await cluster.locator('h2').click();
  await page.keyboard.press('Enter');
  const field = page.getByRole('spinbutton', { name: '簇数 k' });
  await field.fill('9');
  await field.press('Enter');
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(cluster.locator('h2')).toHaveText(TOO_MANY.zh);
  await expectAllFresh(page);
  await page.getByRole('button', { name: /English$/ }).click();
  await expect(cluster.locator('h2')).toHaveText(TOO_MANY.en);
});
