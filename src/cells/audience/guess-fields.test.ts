import { expect, it } from 'vitest';
import { createTable, textColumn } from '../../table/create-table';
import { fieldColumns, namesPeople } from './guess-fields';

const mails = ['a@x.de', 'b@x.de', 'c@x.de', null];
const words = ['yes', 'no', 'yes', 'no'];
const phones = ['13812345678', '(650) 555-1212', '+49 30 123456', null];

function guessed(columns: Record<string, (string | null)[]>) {
  const table = createTable(
    Object.entries(columns).map(([name, values]) => textColumn(name, values)),
  );
  const found = fieldColumns(table, {}).filter(({ column }) => column !== null);
  return Object.fromEntries(found.map(({ role, column }) => [role, column!.name]));
}

it.each([
  [
    { 'E-mail': mails, Mobile: phones },
    { email: 'E-mail', phone: 'Mobile' },
  ],
  [
    { 电子邮箱: mails, 联系电话: phones },
    { email: '电子邮箱', phone: '联系电话' },
  ],
  [{ contact: mails }, { email: 'contact' }],
  [{ 'email opt-in': words, kontakt: mails }, { email: 'kontakt' }],
  [{ 'phone plan': words }, {}],
  [
    { first_name: words, 'Last Name': words, Country: words, 'Zip code': words },
    { firstName: 'first_name', lastName: 'Last Name', country: 'Country', zip: 'Zip code' },
  ],
  [
    { 姓: words, 名: words, 国家: words, 邮政编码: words },
    { lastName: '姓', firstName: '名', country: '国家', zip: '邮政编码' },
  ],
  [{ 姓名: words, 商品名称: words }, {}],
])('finds the fields of %j', (columns, expected) => {
  expect(guessed(columns as Record<string, (string | null)[]>)).toEqual(expected);
});

it.each([
  ['姓名', words, true],
  ['note', mails, true],
  ['手机', phones, true],
  ['city', words, false],
  ['email opt-in', words, false],
])('knows whether %s names people', (name, values, expected) => {
  const table = createTable([textColumn(name, values)]);
  expect(namesPeople(table, table.columns[0]!)).toBe(expected);
});
