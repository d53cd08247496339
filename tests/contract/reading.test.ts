import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const CELLS = 'src/cells';
const kinds = readdirSync(CELLS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Where `onParams` changes looks only, it works for readers, too: `looksIn` lets these through. */
const LOOKS_ONLY = new Set(['heatmap', 'parallel']);

describe.each(kinds)('the view of %s, where the notebook is read', (kind) => {
  // What reaches other cells is absent there, and its type says so: the compiler asks.
  it('leaves out what would write the document', () => {
    const view = readFileSync(join(CELLS, kind, 'View.svelte'), 'utf8');
    const [script = ''] = view.split('</script>');
    const writes = /\bonParams\b/.test(script) && !LOOKS_ONLY.has(kind);
    if (writes)
      expect(script, 'a view that calls onParams asks isReading').toMatch(/\bisReading\b/);
  });
});
