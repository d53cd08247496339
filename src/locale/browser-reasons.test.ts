import { expect, it } from 'vitest';
import { browserReason } from './browser-reasons';
import { keeping } from './keeping';

it.each([
  'The operation is insecure.',
  "Failed to execute 'open' on 'IDBFactory': access to the Indexed Database API is denied in this context.",
  'A mutation operation was attempted on a database that did not allow mutations.',
])('says in both languages that a browser refuses: %s', (reason) => {
  expect(browserReason(reason).zh).toBe('浏览器的设置或无痕窗口不允许');
  expect(keeping.memory(reason).en).toContain('a private window do not allow it). Your work');
});

it('quotes what it does not know as what it is', () => {
  const said = 'Internal error opening backing store for indexedDB.open.';
  expect(browserReason(said)).toEqual({
    zh: '原话：“Internal error opening backing store for indexedDB.open”',
    en: '“Internal error opening backing store for indexedDB.open”',
  });
});
