import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostOf, isOwnPicture, isWebAddress } from './addresses';
import type { Block, Inline } from './display';
import { LONGEST_NOTE, parseMarkdown } from './parse-markdown';
import { bodyOf, headingOf, plainText } from './summarize';

const words = (text: string): Inline => ({ kind: 'text', text });
const paragraph = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines });

/** Every link and picture anywhere in a tree. */
function addressesIn(tree: unknown): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const { kind, href, source } = tree as { kind?: string; href?: string; source?: string };
  const own = kind === 'link' ? [href ?? ''] : kind === 'image' ? [source ?? ''] : [];
  return [...own, ...Object.values(tree).flatMap(addressesIn)];
}

describe('a note', () => {
  it('is read into a tree of known kinds', () => {
    expect(parseMarkdown('# A *b*\n\nx **y** `z`  \n~~w~~\n\n---\n\n> q')).toEqual([
      {
        kind: 'heading',
        level: 1,
        inlines: [words('A '), { kind: 'emphasis', inlines: [words('b')] }],
      },
      paragraph(
        words('x '),
        { kind: 'strong', inlines: [words('y')] },
        words(' '),
        { kind: 'code', text: 'z' },
        { kind: 'break' },
        { kind: 'strike', inlines: [words('w')] },
      ),
      { kind: 'rule' },
      { kind: 'quote', blocks: [paragraph(words('q'))] },
    ]);
  });

  it('may hold lists, tasks, code and tables', () => {
    expect(
      parseMarkdown('3. a\n4. b\n\n- [x] c\n- [ ] d\n\n```js\ne\n```\n\n|f|g|\n|:-|-:|\n|h|i|'),
    ).toEqual([
      {
        kind: 'list',
        start: 3,
        items: [
          { blocks: [paragraph(words('a'))], isDone: null },
          { blocks: [paragraph(words('b'))], isDone: null },
        ],
      },
      {
        kind: 'list',
        start: null,
        items: [
          { blocks: [paragraph(words('c'))], isDone: true },
          { blocks: [paragraph(words('d'))], isDone: false },
        ],
      },
      { kind: 'code', text: 'e', language: 'js' },
      {
        kind: 'table',
        align: ['left', 'right'],
        header: [[words('f')], [words('g')]],
        rows: [[[words('h')], [words('i')]]],
      },
    ]);
  });

  it('shows HTML as it is written', () => {
    const blocks = parseMarkdown('<script>alert(1)</script>\n\na <b onclick="x">c</b>');
    expect(blocks).toEqual([
      paragraph(words('<script>alert(1)</script>')),
      paragraph(words('a '), words('<b onclick="x">'), words('c'), words('</b>')),
    ]);
  });

  it('links to the web only, and shows pictures of its own only', () => {
    const text = [
      '[ok](https://a.example/x?y#z)',
      '[no](javascript:alert(1))',
      '[no](java&#115;cript:alert(1))',
      '[no](data:text/html,x)',
      '[no](//evil.example)',
      '[no](/local)',
      '[no](https://bank.example@evil.example)',
      '[no](<https://evil.example\\@bank.example>)',
      '![p](https://tracker.example/pixel.png)',
      '![p](data:image/svg+xml;base64,PHN2Zz4=)',
      '![p](data:image/png;base64,iVBORw0KGgo=)',
    ].join('\n\n');
    expect(addressesIn(parseMarkdown(text))).toEqual([
      'https://a.example/x?y#z',
      'data:image/png;base64,iVBORw0KGgo=',
    ]);
  });

  it('resolves character references as text', () => {
    expect(parseMarkdown('&lt;b&gt; &amp;amp; &#65;&#x4e2d; &unknown; &#0;')).toEqual([
      paragraph(words('<b> &amp; A中 &unknown; \ufffd')),
    ]);
  });

  it.each([
    ['quotes', '> '],
    ['lists', '- '],
    ['brackets', '['],
    ['emphasis', '_a'],
    ['links', '[a]('],
    ['cells', '|a'],
    ['tags', '<a '],
    ['headings', '# '],
    ['ticks', '`a'],
  ])('of nothing but %s neither fails nor nests without end', (_name, piece) => {
    const tree = parseMarkdown(piece.repeat(Math.floor(LONGEST_NOTE / 4 / piece.length)));
    expect(() => structuredClone(tree)).not.toThrow();
  });

  it('that is too long is shown as it is', () => {
    const text = 'a\n'.repeat(LONGEST_NOTE);
    expect(parseMarkdown(text)).toEqual([{ kind: 'code', text, language: '' }]);
  });

  it('never fails and never links elsewhere, whatever is in it', () => {
    const piece = fc.oneof(
      fc.constantFrom('[', '](', ')', '<', '>', 'javascript:', 'https://a.b', '`', '*', '\n', '> '),
      fc.constantFrom('- ', '|', '![', 'data:image/png;base64,AA==', '&#', '__proto__', '\\', '#'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const address of addressesIn(parseMarkdown(pieces.join('')))) {
          expect(isWebAddress(address) || isOwnPicture(address)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the heading of a note', () => {
  it('is its first line when that is one, and is not drawn twice', () => {
    const blocks = parseMarkdown('# **Who** buys\n\ntext');
    expect(headingOf(blocks)).toBe('Who buys');
    expect(bodyOf(blocks)).toEqual([paragraph(words('text'))]);
    const without = parseMarkdown('text\n\n# later');
    expect(headingOf(without)).toBe('');
    expect(bodyOf(without)).toBe(without);
    expect(plainText([{ kind: 'break' }, { kind: 'image', source: '', alt: 'x' }])).toBe(' x');
  });
});

describe('the host of a link', () => {
  it('is named in letters that cannot pass for others', () => {
    expect(hostOf('https://аpple.com/')).toBe('xn--pple-43d.com');
    expect(hostOf('https://a.example:8080/x')).toBe('a.example:8080');
    expect(hostOf('https://')).toBeNull();
  });
});
