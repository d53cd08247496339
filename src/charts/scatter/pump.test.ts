import { expect, it } from 'vitest';
import { pump } from './pump';

function* steps(count: number): Generator<void, number> {
  for (let i = 0; i < count; i++) yield;
  return count;
}

it('hands over what the steps come to', async () => {
  expect(await pump(steps(1000), () => false)).toBe(1000);
});

it('hands over nothing when nobody wants it any more', async () => {
  expect(await pump(steps(3), () => true)).toBeNull();
});

it('lets other work in between slices', async () => {
  let turns = 0;
  const wait = function* (): Generator<void, number> {
    while (turns === 0) yield;
    return turns;
  };
  setTimeout(() => turns++, 0);
  expect(await pump(wait(), () => false)).toBe(1);
});
