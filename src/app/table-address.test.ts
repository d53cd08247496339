import { afterEach, expect, it, vi } from 'vitest';
import { fetchTable, parseAddress } from './table-address';

const page = 'https://shop.example/fenqun/index.html#/notebook/1';

it('knows an address of the own site, relative or whole, and names the file', () => {
  const own = { kind: 'own', host: 'shop.example' };
  expect(parseAddress(' data/订单%202024.csv ', page)).toEqual({
    ...own,
    url: 'https://shop.example/fenqun/data/%E8%AE%A2%E5%8D%95%202024.csv',
    name: '订单 2024.csv',
  });
  expect(parseAddress('/a.parquet?v=2#x', page)).toEqual({
    ...own,
    url: 'https://shop.example/a.parquet?v=2',
    name: 'a.parquet',
  });
});

it('leaves other sites to people, whatever is written before the host', () => {
  expect(parseAddress('https://u:p@elsewhere.example/a.csv', page)).toEqual({
    kind: 'foreign',
    url: 'https://elsewhere.example/a.csv',
    host: 'elsewhere.example',
  });
  expect(parseAddress('http://shop.example/a.csv', page).kind).toBe('foreign');
  expect(parseAddress('//elsewhere.example/a.csv', page).kind).toBe('foreign');
});

it.each(['', '   ', 'javascript:alert(1)', 'data:text/csv,a', 'file:///etc/passwd', 'http://'])(
  'refuses %j',
  (typed) => expect(parseAddress(typed, page)).toEqual({ kind: 'invalid' }),
);

afterEach(() => vi.unstubAllGlobals());
const asked = { url: 'https://shop.example/a.csv', name: 'a.csv' };
const watch = () => ({ signal: new AbortController().signal, onProgress: vi.fn() });

it('brings the bytes as a file and asks for them without saying who asks', async () => {
  const ask = vi.fn((_url: string, _options: RequestInit) =>
    Promise.resolve(new Response('a,b\n1,2\n', { headers: { 'content-length': '8' } })),
  );
  vi.stubGlobal('fetch', ask);
  const { signal, onProgress } = watch();
  const file = await fetchTable(asked, { signal, onProgress });
  expect([file.name, await file.text()]).toEqual(['a.csv', 'a,b\n1,2\n']);
  expect(onProgress).toHaveBeenLastCalledWith(8, 8);
  expect(ask.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', redirect: 'error' });
});

it('says what the site answered instead', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('no', { status: 404 })));
  await expect(fetchTable(asked, watch())).rejects.toMatchObject({
    code: 'address-unread',
    facts: { url: asked.url, reason: '404' },
  });
});
