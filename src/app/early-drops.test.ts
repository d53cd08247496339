import { describe, expect, it } from 'vitest';
import { holdDrops } from './early-drops';

/** What the browser tells of a drop of plain files; a test in Node has no such class. */
function dropOf(names: readonly string[]): DragEvent {
  const files = names.map((name) => new File(['a\n1\n'], name));
  const items = names.map(() => ({ webkitGetAsEntry: () => null }));
  const event = new Event('drop', { cancelable: true });
  return Object.assign(event, { dataTransfer: { files, items } }) as unknown as DragEvent;
}

describe('a drop before the page is there', () => {
  it('is kept from the browser, and taken in its order once the page can', async () => {
    const place = new EventTarget() as Window;
    const drops = holdDrops(place);
    const first = dropOf(['a.csv', 'b.csv']);
    place.dispatchEvent(first);
    place.dispatchEvent(dropOf(['c.csv']));
    expect(first.defaultPrevented).toBe(true);
    const taken = await new Promise<readonly File[]>((resolve) => drops.release(resolve));
    expect(taken.map(({ name }) => name)).toEqual(['a.csv', 'b.csv', 'c.csv']);
  });

  it('is left to the page afterwards', () => {
    const place = new EventTarget() as Window;
    holdDrops(place).release(() => expect.unreachable());
    const late = dropOf(['a.csv']);
    place.dispatchEvent(late);
    expect(late.defaultPrevented).toBe(false);
  });
});
