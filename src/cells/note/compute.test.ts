import { describe, expect, it } from 'vitest';
import { finish } from '../../core/job';
import compute from './compute';

describe('the computation of a note', () => {
  it('gives the tree of its text and no value', async () => {
    // A note uses no tools.
    const job = compute.run({ text: 'hi' }, {}, {} as never);
    expect(await finish(job)).toEqual({
      value: null,
      display: { blocks: [{ kind: 'paragraph', inlines: [{ kind: 'text', text: 'hi' }] }] },
    });
  });
});
