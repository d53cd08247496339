import { expect, type Locator, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { dropFile } from './app';
import type { Customer } from './shop';

/** People of three towns who share age and gender with others, and one who stands alone. */
const GROUPS = [
  { age: 34, gender: 'female', town: 'Leeds', people: 25 },
  { age: 34, gender: 'male', town: 'Leeds', people: 20 },
  { age: 61, gender: 'male', town: 'York', people: 14 },
  { age: 19, gender: 'female', town: 'Hull', people: 1 },
];
const lines = GROUPS.flatMap(({ age, gender, town, people }) =>
  Array.from({ length: people }, (_, i) => `${age},${gender},${town},${20_000 + 371 * i}`),
);
const staff = { name: 'staff.csv', bytes: `Age,Gender,Town,Salary\n${lines.join('\n')}\n` };

export interface TwoFiles {
  readonly page: Page;
  /** The data that the notebook has, and the customers in them. */
  readonly first: { readonly name: string; readonly bytes: string };
  readonly customers: readonly Customer[];
  readonly openPanel: (page: Page) => Promise<Locator>;
  readonly saved: (page: Page, button: Locator) => Promise<Buffer>;
}

/** A second file joins the notebook; each of the two passes the gate by itself, or stays. */
export async function passTwoFiles({ page, first, customers, ...of }: TwoFiles): Promise<void> {
  await dropFile(page, staff);
  await page.getByRole('button', { name: 'Add to this notebook' }).click();
  await expect(page.locator('[data-kind="load"]')).toHaveCount(2);
  const panel = await of.openPanel(page);
  await expect(panel.getByText('2 data files, decided one by one.')).toBeVisible();
  const save = panel.getByRole('button', { name: 'Save the package' });
  const bundle = async () => unzipSync(await of.saved(page, save));
  const gate = gateOf(panel);

  await gate.choose(first.name, 'Original');
  const sizes = sizesBy(customers, ({ country }) => country);
  await gate.says(`${customers.length} rows with 7 columns leave this computer.`);
  await gate.says('Columns that name people: CustomerID.');
  await gate.says(`the smallest group has ${sizes[0]} (k = ${sizes[0]}); nobody stands alone.`);
  await gate.wants(first.name);
  await gate.agree();
  await expect(save).toBeEnabled();

  await gate.choose(staff.name, 'Original');
  await gate.says('60 rows with 4 columns leave this computer.');
  await gate.says('Sensitive columns: Salary.');
  await gate.says('the smallest group has 1 (k = 1); one person stands alone.');
  await gate.classes({ Age: 'quasi', Gender: 'quasi', Town: 'quasi', Salary: 'sensitive' });
  // What was looked at for one file says nothing of the other.
  await gate.wants(staff.name);
  await expect(save).toBeDisabled();
  await expect(gate.row(first.name)).toContainText('Original · looked at');

  await gate.pick('None');
  const refused = await bundle();
  expect(Object.keys(refused)).toEqual(['notebook.fenqun.md', `data/${first.name}`]);
  expect(strFromU8(refused[`data/${first.name}`]!)).toBe(first.bytes);

  await gate.pick('Original');
  await expect(save).toBeDisabled();
  await panel.getByRole('button', { name: 'Take a synthetic twin instead' }).click();
  await expect(gate.row(staff.name)).toContainText('Synthetic twin');
  await expect(gate.row(first.name)).toContainText('Original · looked at');
  expectTwinOfStaff(await bundle(), first);
}

function expectTwinOfStaff(
  files: Readonly<Record<string, Uint8Array>>,
  first: TwoFiles['first'],
): void {
  const twin = 'staff-synthetic.csv';
  const paths = ['notebook.fenqun.md', `data/${first.name}`, `data/${twin}`];
  expect(Object.keys(files)).toEqual(paths);
  expect(strFromU8(files[`data/${first.name}`]!)).toBe(first.bytes);
  const notebook = strFromU8(files['notebook.fenqun.md']!);
  expect(notebook).toContain(first.name);
  expect(notebook).toContain(twin);
  expect(notebook).not.toContain(staff.name);
  const text = strFromU8(files[`data/${twin}`]!);
  const [header, ...drawn] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  expect(header).toBe('Age,Gender,Town,Salary');
  expect(drawn.length).toBeGreaterThan(30);
  expect(drawn.length).toBeLessThanOrEqual(60);
  // Whoever stands alone is nobody's twin.
  expect(text).not.toContain('Hull');
  expect(drawn.filter((line) => lines.includes(line))).toEqual([]);
}

/** How many rows share a value, the fewest first. */
function sizesBy<T>(rows: readonly T[], valueOf: (row: T) => string): readonly number[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(valueOf(row), (counts.get(valueOf(row)) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => a - b);
}

/** The gate as people use it: one file is open, the other is a line. */
function gateOf(panel: Locator) {
  const row = (name: string) => panel.getByRole('button', { name });
  const pick = (choice: string) => panel.getByText(choice, { exact: true }).click();
  return {
    row,
    pick,
    choose: async (name: string, choice: string) => {
      await row(name).click();
      await expect(row(name)).toHaveAttribute('aria-expanded', 'true');
      await pick(choice);
    },
    says: (words: string) => expect(panel.getByText(words)).toBeVisible(),
    wants: (name: string) =>
      expect(panel.getByText('To be looked at before it leaves')).toHaveText(
        `To be looked at before it leaves: ${name}.`,
      ),
    agree: () => panel.getByRole('checkbox', { name: /may pass these data on/ }).check(),
    classes: async (expected: Readonly<Record<string, string>>) => {
      await panel.getByText('Columns', { exact: true }).click();
      for (const [column, group] of Object.entries(expected)) {
        await expect(panel.getByLabel(`What ${column} is`)).toHaveValue(group);
      }
    },
  };
}
