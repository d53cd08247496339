import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineCell, type CellDefinition } from '../../src/core/cell-type';
import { createNotebook, type Notebook } from '../../src/core/notebook';
import { integer, text } from '../../src/core/params';
import { Problem } from '../../src/core/problem';
import { isProse } from '../../src/notebook-file/grammar';
import { parseNotebook } from '../../src/notebook-file/parse';
import { writeNotebook } from '../../src/notebook-file/write';
import { anyNotebook } from '../fixtures/any-notebook';

const cluster = defineCell({
  kind: 'cluster',
  version: 1,
  stage: 'model',
  takes: { points: 'matrix' },
  gives: 'clustering',
  params: {
    clusters: integer({ initial: 4, min: 2, max: 50 }),
    start: text({ initial: '' }),
  },
});
const definitions = new Map([['cluster', cluster as unknown as CellDefinition]]);
const write = (notebook: Notebook) => writeNotebook(notebook, definitions);

const settings = { numRuns: 800 };

/** Vitest's own comparison stumbles over a key named `constructor`. */
function expectSame(found: Notebook, expected: Notebook): void {
  if (!isDeepStrictEqual(found, expected)) expect(found).toEqual(expected);
  expect(isDeepStrictEqual(found, expected)).toBe(true);
}

describe('a notebook written and read', () => {
  it('is the same notebook', () => {
    fc.assert(
      fc.property(anyNotebook, (notebook) => {
        expectSame(parseNotebook(write(notebook)), notebook);
      }),
      settings,
    );
  });

  it('keeps which parameters are controls of the app, once each', () => {
    const lines = (value: string) =>
      `---\nfenqun: 1\n---\n\n\`\`\`fenqun cluster id=c\nversion: 1\n${value}\`\`\`\n`;
    const read = (value: string) => parseNotebook(lines(value)).cells[0];
    expect(read('controls: ["start", "clusters", "start"]\n')?.controls).toEqual([
      'start',
      'clusters',
    ]);
    expect(read('controls: []\n')).not.toHaveProperty('controls');
    expect(read('params.controls: 3\n')?.params).toEqual({ controls: 3 });
    expect(() => read('controls: "clusters"\n')).toThrow(Problem);
    const written = write(parseNotebook(lines('controls: ["clusters"]\n')));
    expect(written).toContain('\ncontrols: ["clusters"]\n');
  });

  it('has the same bytes when written again', () => {
    fc.assert(
      fc.property(anyNotebook, (notebook) => {
        const once = write(notebook);
        expect(write(parseNotebook(once))).toBe(once);
      }),
      settings,
    );
  });

  it('has the same bytes whatever the order of its keys', () => {
    fc.assert(
      fc.property(anyNotebook, (notebook) => {
        const turned = notebook.cells.map((cell) => ({
          ...cell,
          params: Object.fromEntries(Object.entries(cell.params).reverse()),
          inputs: Object.fromEntries(Object.entries(cell.inputs).reverse()),
        }));
        expect(write({ ...notebook, cells: turned })).toBe(write(notebook));
      }),
      settings,
    );
  });

  it('survives UTF-8, an editor with CRLF and a byte order mark', () => {
    fc.assert(
      fc.property(anyNotebook, (notebook) => {
        const bytes = new TextEncoder().encode(write(notebook));
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        expectSame(parseNotebook(`\ufeff${text.replaceAll('\n', '\r\n')}`), notebook);
      }),
      settings,
    );
  });

  it('never pollutes prototypes', () => {
    const text = [
      '---',
      'fenqun: 1',
      '"__proto__": {"polluted": true}',
      '---',
      '```fenqun cluster id=a',
      'from.__proto__: "b"',
      '"__proto__": {"polluted": true}',
      '```',
    ].join('\n');
    const notebook = parseNotebook(text);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    const cell = notebook.cells[0]!;
    expect(Object.keys(cell.params)).toEqual(['__proto__']);
    expect(Object.keys(cell.inputs)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(cell.params)).toBe(Object.prototype);
    expectSame(parseNotebook(write(notebook)), notebook);
  });
});

describe('the written file', () => {
  it('reads well', () => {
    const notebook: Notebook = {
      ...createNotebook('zh', '会员分群'),
      sources: [
        { name: '会员.csv', rows: 1000, columns: ['金额', '次数'], sha256: 'ab'.repeat(32) },
      ],
      cells: [
        {
          id: 'intro',
          kind: 'note',
          version: 1,
          params: { text: '# 我们的会员\n\n谁在买？' },
          inputs: {},
        },
        {
          id: 'cluster',
          kind: 'cluster',
          version: 1,
          params: { future: [1, { b: 2, a: 1 }], start: 'random', clusters: 5 },
          inputs: { points: 'features' },
          title: '四群',
        },
        { id: 'n2', kind: 'note', version: 1, params: { text: '' }, inputs: {}, isFolded: true },
      ],
    };
    expect(write(notebook)).toBe(`---
fenqun: 1
title: "会员分群"
language: "zh"
seed: 1
sources:
  - {"name": "会员.csv", "rows": 1000, "columns": ["金额", "次数"], "sha256": "${'ab'.repeat(32)}"}
---

<!-- fenqun note id=intro -->
# 我们的会员

谁在买？

\`\`\`fenqun cluster id=cluster
version: 1
from.points: "features"
title: "四群"
clusters: 5
start: "random"
future: [1, {"a": 1, "b": 2}]
\`\`\`

\`\`\`fenqun note id=n2
version: 1
folded: true
text: ""
\`\`\`
`);
  });

  it('keeps notes as prose whenever prose can hold them', () => {
    expect(isProse('# A\n\n```js\ncode\n```')).toBe(true);
    expect(isProse('````\n```\n````')).toBe(true);
    expect(isProse('```fenqun x id=a')).toBe(false);
    expect(isProse('```js\nopen')).toBe(false);
    expect(isProse('\ntext')).toBe(false);
  });
});

describe('a file written by hand', () => {
  const head = '---\nfenqun: 1\ntitle: My notebook\nlanguage: en\n---\n';

  it('may leave quotes off in the front matter, and ids off its prose', () => {
    const notebook = parseNotebook(
      `${head}\nHello\n\n\`\`\`\`fenqun cluster id=note\nclusters: 3\n\`\`\`\`\nBye`,
    );
    expect(notebook.title).toBe('My notebook');
    expect(notebook.cells.map(({ id, kind, params }) => [id, kind, params])).toEqual([
      ['note-2', 'note', { text: 'Hello' }],
      ['note', 'cluster', { clusters: 3 }],
      ['note-3', 'note', { text: 'Bye' }],
    ]);
  });

  it.each([
    ['', 1, 'no-front-matter'],
    ['# hello', 1, 'no-front-matter'],
    ['---\nfenqun: 1', 1, 'front-matter-open'],
    ['---\ntitle: "x"\n---', 1, 'no-front-matter'],
    ['---\nfenqun: 2\n---', 2, 'format-newer'],
    ['---\nfenqun: 1\nlanguage: "de"\n---', 3, 'value-invalid'],
    ['---\nfenqun: 1\nseed: 1.5\n---', 3, 'value-invalid'],
    ['---\nfenqun: 1\nseed: -1\n---', 3, 'value-invalid'],
    ['---\nfenqun: 1\nfenqun: 1\n---', 3, 'key-repeated'],
    ['---\nfenqun: 1\nx: [1\n---', 3, 'not-json'],
    ['---\nfenqun: 1\nx: 1e999\n---', 3, 'number-too-large'],
    [`---\nfenqun: 1\nx: ${'['.repeat(1e6)}\n---`, 3, 'too-deep'],
    ['---\nfenqun: 1\nsources:\n  - {"name": 1}\n---', 4, 'value-invalid'],
    [`${head}\`\`\`fenqun cluster\n\`\`\``, 6, 'cell-heading-invalid'],
    [`${head}\`\`\`fenqun Cluster id=a\n\`\`\``, 6, 'cell-heading-invalid'],
    [`${head}<!-- fenqun note id=A -->`, 6, 'cell-heading-invalid'],
    [`${head}\`\`\`fenqun cluster id=a`, 6, 'cell-open'],
    [`${head}\`\`\`fenqun cluster id=a\nclusters 3\n\`\`\``, 7, 'key-invalid'],
    [`${head}\`\`\`fenqun cluster id=a\na: 1\na: 2\n\`\`\``, 8, 'key-repeated'],
    [`${head}\`\`\`fenqun cluster id=a\na: 1\nparams.a: 2\n\`\`\``, 8, 'key-repeated'],
    [`${head}\`\`\`fenqun cluster id=a\nfrom.points: 3\n\`\`\``, 7, 'value-invalid'],
    [`${head}\`\`\`fenqun cluster id=a\nversion: 0\n\`\`\``, 7, 'value-invalid'],
    [`${head}\`\`\`fenqun x id=a\n\`\`\`\n\`\`\`fenqun y id=a\n\`\`\``, 8, 'id-repeated'],
    [
      head + '```fenqun x id=a\n```\n<!-- fenqun note id=b -->\n'.repeat(3000),
      null,
      'too-many-cells',
    ],
    ['x'.repeat(17 * 1024 * 1024), 1, 'too-long'],
  ])('is refused with its line (case %#)', (text, line, reason) => {
    try {
      parseNotebook(text);
      expect.unreachable();
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(Problem);
      const { code, facts } = thrown as Problem<'notebook-invalid'>;
      expect(code).toBe('notebook-invalid');
      expect(facts).toMatchObject(line === null ? { reason } : { reason, line });
    }
  });
});
