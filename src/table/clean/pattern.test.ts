import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from './pattern';

describe('a pattern', () => {
  it.each<[string, string, boolean]>([
    ['1\\d{10}', '13800138000', true],
    ['1\\d{10}', '1380013800', false],
    ['1\\d{10}', 'tel 13800138000', false],
    ['^M\\d+$', 'M12', true],
    ['[^@\\s]+@[\\w.-]+\\.[a-z]{2,}', 'ann@example.com', true],
    ['[^@\\s]+@[\\w.-]+\\.[a-z]{2,}', 'ann@example', false],
    ['\\p{Script=Han}{2,4}', '上海', true],
    ['(?:a|b)*c?', '', true],
    ['(?<year>\\d{4})-\\d\\d', '2024-05', true],
    ['a{2,3}', 'aaaa', false],
    ['😀+', '😀😀', true],
    ['[\\u4e00-\\u9fa5]+', '上海', true],
    ['[a-]+', 'a-a', true],
    ['.', '\n', false],
  ])('%s on %j: %s', (pattern, text, fits) => {
    expect(compilePattern(pattern)(text)).toBe(fits);
  });

  it('takes time in proportion where the platform would take years', () => {
    const fits = compilePattern('(a+)+b');
    expect(fits('a'.repeat(20_000))).toBe(false);
    const nested = compilePattern('(x+x+)+y|((a*)*)*|(a|aa)+$');
    expect(nested('a'.repeat(5000))).toBe(true);
    expect(nested(`${'x'.repeat(5000)}z`)).toBe(false);
  });

  it.each<[string, string]>([
    ['(?=a)b', 'not-linear'],
    ['(?<!a)b', 'not-linear'],
    ['(a)\\1', 'not-linear'],
    ['a++', 'not-linear'],
    ['\\bword', 'unsupported'],
    ['(?i)a', 'unsupported'],
    ['(a', 'invalid'],
    ['a)', 'invalid'],
    ['[a', 'invalid'],
    ['*a', 'invalid'],
    ['a{3,2}', 'invalid'],
    ['\\p{Nonsense}', 'invalid'],
    ['((a{100}){100}){100}', 'too-large'],
    ['(((){1000}){1000}){1000}', 'too-large'],
    ['a{5000}', 'too-large'],
    ['a'.repeat(501), 'too-long'],
  ])('%s is refused: %s', (pattern, reason) => {
    expect(() => compilePattern(pattern)).toThrow(
      expect.objectContaining({
        fault: expect.objectContaining({ code: 'pattern-refused', reason }),
      }),
    );
  });

  it('fits what the platform says fits', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '^', '$', '1');
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        atom,
        fc.tuple(tie('pattern'), tie('pattern')).map((parts) => parts.join('')),
        fc.tuple(tie('pattern'), tie('pattern')).map((parts) => `(?:${parts.join('|')})`),
        fc
          .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{0,2}', '*?'))
          .map(([part, times]) => `(${part})${times}`),
      ),
    }));
    const text = fc.array(fc.constantFrom('a', 'b', '1', '\n'), { maxLength: 6 });
    fc.assert(
      fc.property(pattern, text, (source, characters) => {
        const value = characters.join('');
        const platform = new RegExp(`^(?:${source})$`, 'u').test(value);
        expect(compilePattern(source)(value)).toBe(platform);
      }),
      { numRuns: 3000 },
    );
  });
});
