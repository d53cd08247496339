import { utils, write, type BookType } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { readText, rowsOf, typesOf } from '../../../../tests/support/read-text';

const DAY = 24 * 3600 * 1000;

/** The same sheets in a form of Excel's, by a writer that is not ours. */
function workbook(bookType: BookType, bookSST: boolean): Uint8Array<ArrayBuffer> {
  const head = ['会员号', 'name', 'amount', 'share', 'since', 'member', 'blank'];
  const rows = Array.from({ length: 30 }, (_, i) => [
    `C${String(i).padStart(4, '0')}`,
    i % 7 === 0 ? null : `名 ${'x'.repeat(i)} é`,
    i % 5 === 0 ? null : (i - 9) * 1.37,
    i / 40,
    new Date(Date.UTC(2023, 0, 1) + i * DAY),
    i % 3 === 0,
    null,
  ]);
  const sheet = utils.aoa_to_sheet([['Title'], head, ...rows], { UTC: true });
  for (let row = 3; row <= 32; row++) {
    sheet[`D${row}`] = { t: 'n', v: (row - 3) / 40, z: '0.0%' };
  }
  sheet['C40'] = { t: 'n', v: 12, f: 'SUM(C3:C4)' };
  sheet['A40'] = { t: 's', v: 'C9999' };
  sheet['!ref'] = 'A1:G40';
  sheet['!merges'] = [utils.decode_range('A1:G1')];
  sheet['!cols'] = [{ wch: 9 }, { hidden: true }];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['only this']]), 'first');
  utils.book_append_sheet(book, sheet, '会员');
  return new Uint8Array(write(book, { type: 'array', bookType, bookSST }) as ArrayBuffer);
}

async function readBook(bookType: BookType, bookSST = false) {
  const { value, report } = await readText(workbook(bookType, bookSST), { name: `a.${bookType}` });
  const { sheets, sheet, headerRow, notes } = report;
  return { rows: rowsOf(value), types: typesOf(value), sheets, sheet, headerRow, notes };
}

it('reads a binary workbook, with and without shared texts, as the one in XML', async () => {
  const plain = await readBook('xlsx');
  expect(plain.rows).toHaveLength(31);
  expect(plain.notes?.map(({ code }) => code)).toContain('hidden-columns');
  expect(await readBook('xlsb')).toEqual(plain);
  expect(await readBook('xlsb', true)).toEqual(plain);
});

it('reads a workbook of Excel 97 as the one in XML, but for what its writer leaves out', async () => {
  const plain = await readBook('xlsx');
  const old = await readBook('xls');
  expect(old.rows).toEqual(plain.rows);
  expect(old.types).toEqual(plain.types);
  expect(old.sheets).toEqual(plain.sheets);
});

it('says in which part of a binary workbook a text is longer than its record', async () => {
  const bytes = workbook('xlsb', false);
  const text = new Uint8Array(new TextEncoder().encode('only this').length * 2);
  Array.from('only this').forEach((letter, i) => (text[2 * i] = letter.charCodeAt(0)));
  const at = bytes.findIndex((_, i) => text.every((byte, j) => bytes[i + j] === byte));
  // Stored, not packed, by this writer: its length stands before the text.
  expect(at).toBeGreaterThan(0);
  bytes.set([255, 255, 255, 127], at - 4);
  await expect(readText(bytes, { name: 'bad.xlsb' })).rejects.toMatchObject({
    code: 'file-damaged',
    facts: { reason: expect.stringContaining('cut short') as string },
  });
});
