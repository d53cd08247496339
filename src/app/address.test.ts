import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { homeOf, parseAddress, searchWithMode } from './address';

describe('an address', () => {
  it('leads to a notebook of this browser, to a packed one, or to one beside the site', () => {
    expect(parseAddress('', '')).toEqual({ kind: 'start', mode: 'edit' });
    expect(parseAddress('', '#/notebook/a-1')).toEqual({
      kind: 'notebook',
      id: 'a-1',
      mode: 'edit',
    });
    expect(parseAddress('', '#/share/f1_-x')).toEqual({
      kind: 'share',
      payload: 'f1_-x',
      mode: 'edit',
    });
    expect(parseAddress('?nb=demo/会员.fenqun.md&mode=present', '')).toEqual({
      kind: 'beside',
      path: 'demo/会员.fenqun.md',
      mode: 'present',
    });
  });

  it('takes what the page wrote after # before what came with the link', () => {
    const address = parseAddress('?nb=a.fenqun.md&mode=app', '#/notebook/mine');
    expect(address).toEqual({ kind: 'notebook', id: 'mine', mode: 'app' });
  });

  it.each([
    '../secret.md',
    'a/../../b.md',
    '/etc/a.md',
    '//host/a.md',
    'https://host/a.md',
    'javascript:alert(1)//a.md',
    'data:text/markdown,a.md',
    'a\\..\\b.md',
    '%2e%2e/a.md',
    'a//b.md',
    './a.md',
    '.git/a.md',
    'a.md?x=b.md',
    'a.md#b.md',
    'a\u0000.md',
    '',
    `${'a/'.repeat(400)}a.md`,
  ])('refuses %j as a place beside the site', (path) => {
    const address = parseAddress(`?nb=${encodeURIComponent(path)}`, '');
    expect(address).toMatchObject({ kind: 'refused', reason: 'not-beside' });
  });

  it('refuses what is no notebook', () => {
    const address = parseAddress('?nb=data.csv', '');
    expect(address).toMatchObject({ kind: 'refused', reason: 'not-a-notebook' });
  });

  it('opens what a copy of the site was published with, until somebody goes home', () => {
    const shipped = { path: 'notebook/n.fenqun.md', mode: 'app' };
    expect(parseAddress('', '', shipped)).toEqual({ kind: 'beside', ...shipped });
    expect(parseAddress('?mode=edit', '', shipped)).toMatchObject({ kind: 'beside', mode: 'edit' });
    expect(parseAddress('', '#/', shipped)).toMatchObject({ kind: 'start' });
    expect(homeOf({ pathname: '/p/' }, shipped)).toBe('/p/#/');
    expect(homeOf({ pathname: '/p/' })).toBe('/p/');
  });

  it('never leads out of the site, whatever it says', () => {
    const page = 'https://example.org/some/folder/index.html';
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        const address = parseAddress(`?nb=${encodeURIComponent(`${path}.md`)}`, '');
        if (address.kind !== 'beside') return;
        expect(new URL(address.path, page).href).toMatch(/^https:\/\/example\.org\/some\/folder\//);
      }),
    );
  });

  it('shows an unknown mode as the notebook itself', () => {
    expect(parseAddress('?nb=a.md&mode=<script>', '').mode).toBe('edit');
  });

  it('changes its mode and nothing else', () => {
    expect(searchWithMode('?nb=a.md&mode=app', 'edit')).toBe('?nb=a.md');
    expect(searchWithMode('?nb=a.md', 'present')).toBe('?nb=a.md&mode=present');
    expect(searchWithMode('', 'app')).toBe('?mode=app');
    expect(searchWithMode('?mode=app', 'edit')).toBe('');
    const shipped = { path: 'n.md', mode: 'app' };
    expect(searchWithMode('', 'edit', shipped)).toBe('?mode=edit');
    expect(searchWithMode('?mode=edit', 'app', shipped)).toBe('');
  });
});
