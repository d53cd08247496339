import { describe, expect, it } from 'vitest';

const components = import.meta.glob<string>('../../src/{app,cells,ui,charts}/**/*.svelte', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Fields whose text is no part of the document, or reaches it at every letter. */
const OTHERS: Readonly<Record<string, string>> = {
  'app/AddPalette.svelte': 'searches cell types',
  'app/KeepVersion.svelte': 'names a version',
  'app/finding/Finder.svelte': 'searches commands',
  'app/keeping/VersionCompare.svelte': 'names a version',
  'app/protecting/PassphraseField.svelte': 'a passphrase',
  'app/sharing/LinkSection.svelte': 'is read only',
  'app/table/TableBar.svelte': 'searches rows',
  'cells/derive/FunctionReference.svelte': 'searches functions',
  'cells/features/View.svelte': 'searches columns',
  'cells/note/View.svelte': 'every letter is an edit',
  'charts/scatter/ScatterCard.svelte': 'names what is kept only when it is told to',
  'ui/ColumnPicker.svelte': 'searches columns',
};

/** The tags of fields that take text. */
function fieldsIn(source: string): string[] {
  const tags = source.match(/<(input|textarea)\b[\s\S]*?(\/>|<\/textarea>)/g) ?? [];
  return tags.filter((tag) => !/type="(checkbox|radio|range|file|date|color)"/.test(tag));
}

describe('every field that takes its text when it is left', () => {
  for (const [path, source] of Object.entries(components)) {
    const name = path.slice('../../src/'.length);
    const fields = fieldsIn(source);
    if (fields.length === 0) continue;
    it(`tells of typing in ${name}`, () => {
      const silent = fields.filter((tag) => !tag.includes('typing('));
      if (OTHERS[name] === undefined) expect(silent).toEqual([]);
      else expect(silent, 'listed without need').not.toEqual([]);
    });
  }
});
