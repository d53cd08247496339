import { expect, it } from 'vitest';
import { typesWithout } from './types-by-hand';

it('takes one column out, whatever it is called', () => {
  const types = Object.fromEntries([
    ['__proto__', 'text'],
    ['spend', 'number'],
  ] as const);
  expect(Object.entries(typesWithout(types, 'spend'))).toEqual([['__proto__', 'text']]);
  expect(Object.entries(typesWithout(types, '__proto__'))).toEqual([['spend', 'number']]);
});
