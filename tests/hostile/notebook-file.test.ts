import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/core/problem';
import { parseNotebook } from '../../src/notebook-file/parse';
import { writeNotebook } from '../../src/notebook-file/write';
import { anyNotebook, anyText } from '../fixtures/any-notebook';

describe('a damaged file', () => {
  it('is read or refused, and nothing else', () => {
    const damage = fc.array(
      fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(30), put: anyText }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(anyNotebook, damage, (notebook, wounds) => {
        let text = writeNotebook(notebook, new Map());
        for (const { at, cut, put } of wounds) {
          const start = Math.floor(at * text.length);
          text = text.slice(0, start) + put + text.slice(start + cut);
        }
        expectReadOrRefused(text);
      }),
      { numRuns: 800 },
    );
  });

  it.each([
    ['backticks', '`'],
    ['quotes', '"'],
    ['backslashes', '"\\'],
    ['letters', 'a'],
    ['spaces', ' '],
    ['blank lines', '\n'],
    ['list marks', '- \n'],
    ['rules', '---\n'],
    ['fences', '```\n'],
    ['comments', '<!-- \n'],
    ['brackets', '[\n'],
    ['source items', '  - {}\n'],
  ])('of fifteen million %s does not exhaust the reader', (_name, piece) => {
    const flood = piece.repeat(Math.floor(15e6 / piece.length));
    expectReadOrRefused(flood);
    expectReadOrRefused(`---\nfenqun: 1\nsources:\n${flood}`);
    expectReadOrRefused(`---\nfenqun: 1\n---\n${flood}`);
    expectReadOrRefused(`---\nfenqun: 1\n---\n\`\`\`fenqun x id=a\n${flood}\n\`\`\``);
  });
});

function expectReadOrRefused(text: string): void {
  try {
    const notebook = parseNotebook(text);
    const written = writeNotebook(notebook, new Map());
    expect(writeNotebook(parseNotebook(written), new Map())).toBe(written);
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    expect(thrown.code).toBe('notebook-invalid');
  }
}
