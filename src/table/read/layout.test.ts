import { expect, it } from 'vitest';
import { readText } from '../../../tests/support/read-text';

const rows = (count: number, of: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => of(i)).join('\n');

async function layoutOf(text: string, options = {}) {
  const { value, report } = await readText(text, options);
  const note = report.notes?.find(({ code }) => code === 'lines-above');
  return {
    names: value.columns.map(({ name }) => name),
    rows: value.rows,
    headerRow: report.headerRow,
    above: note?.facts,
  };
}

const ORDERS = `order;customer;city;amount\n${rows(8, (i) => `A${i}x;C${i}y;Berlin;${i * 3}`)}`;

it('finds the header below a title block of several values, and says what was left out', async () => {
  expect(await layoutOf(`Report;2024-01\nACME;GmbH\n\n${ORDERS}`)).toEqual({
    names: ['order', 'customer', 'city', 'amount'],
    rows: 8,
    headerRow: 4,
    above: { lines: 2, text: 'Report · 2024-01 / ACME · GmbH' },
  });
});

it('finds it where a spreadsheet filled every line up with delimiters', async () => {
  const padded = `会员消费报表;2024年1月;;\n导出人;王芳;;\n${ORDERS}`;
  expect(await layoutOf(padded)).toMatchObject({ headerRow: 3, rows: 8 });
});

it('takes the first line for the header wherever it is not sure', async () => {
  // One name short, as R writes it; all text, so that nothing tells names from values.
  expect(await layoutOf(`a;b;c\n${rows(8, (i) => `r${i};x;y;z${i}`)}`)).toMatchObject({ rows: 8 });
  // A header with names left out above rows that begin with text.
  const unnamed = `id;;;\n${rows(8, (i) => `r${i};x;y;${i}`)}`;
  expect((await layoutOf(unnamed)).above).not.toMatchObject({ lines: 2 });
  // Lines that do not agree below it.
  const ragged = `Report;2024\nx;y;z;v\n${rows(8, (i) => 'q;'.repeat((i % 4) + 1) + i)}`;
  expect((await layoutOf(ragged)).headerRow).toBe(1);
  // A line of values, not of names.
  const values = `Report;2024\n${rows(8, (i) => `r${i};x;y;${i}`)}`;
  expect((await layoutOf(values)).rows).toBe(8);
});

it('does as a person says, whatever it would have found', async () => {
  const text = `Report;2024-01\n${ORDERS}`;
  expect((await layoutOf(text)).headerRow).toBe(2);
  expect((await layoutOf(text, { headerRow: 1 })).headerRow).toBe(1);
});

it('shows the first lines as they stand, with their numbers', async () => {
  const { report } = await readText(`Report;2024-01\n\n${ORDERS}`);
  expect(report.top?.slice(0, 3)).toEqual([
    { line: 1, text: 'Report · 2024-01' },
    { line: 3, text: 'order · customer · city · amount' },
    { line: 4, text: 'A0x · C0y · Berlin · 0' },
  ]);
  expect(report.top).toHaveLength(10);
});
