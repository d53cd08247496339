import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normalized } from './normalize-text';

const all = { spaces: true, width: true, case: 'keep' } as const;

it.each([
  ['　上海 ', '上海'],
  ['上\u200b海', '上海'],
  ['Ａｂｃ１２３', 'Abc123'],
  ['a \u00a0\t b', 'a b'],
  ['\ufeffx\u00ad', 'x'],
  ['   ', ''],
])('writes %j as %j', (dirty, clean) => {
  expect(normalized(dirty, all)).toBe(clean);
});

it('leaves joiners where they mean something', () => {
  expect(normalized('👨\u200d👩\u200d👧', all)).toBe('👨\u200d👩\u200d👧');
  expect(normalized('می\u200cخواهم', all)).toBe('می\u200cخواهم');
  expect(normalized('a\u200db', all)).toBe('ab');
});

it('changes letters as it is told', () => {
  expect(normalized('mc DONALD’S ünder', { ...all, case: 'title' })).toBe('Mc Donald’s Ünder');
  expect(normalized('Ab', { ...all, case: 'upper' })).toBe('AB');
  expect(normalized('Ab', { ...all, case: 'lower' })).toBe('ab');
});

it('changes nothing more when it is done twice', () => {
  const rules = fc.record({
    spaces: fc.boolean(),
    width: fc.boolean(),
    case: fc.constantFrom('keep' as const, 'lower' as const, 'upper' as const, 'title' as const),
  });
  const unit = fc.constantFrom('binary' as const, 'grapheme' as const);
  const text = unit.chain((kind) => fc.string({ unit: kind }));
  fc.assert(
    fc.property(text, rules, (dirty, rule) => {
      const once = normalized(dirty, rule);
      expect(normalized(once, rule)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});
