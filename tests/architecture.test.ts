import { describe, expect, it } from 'vitest';
import { forbiddenImports, plugInsThatMeet, strayPatterns } from './architecture/layers';
import { parseSource, readSources } from './architecture/sources';
import {
  businessWordsInCharts,
  chanceAndClocks,
  networkUses,
  poorFileNames,
  textAsCode,
} from './architecture/taboos';

const sources = readSources();
const invented = (path: string, text: string) => [parseSource(path, text)];

describe('the code in src', () => {
  it('never imports upwards or sideways', () => {
    expect(forbiddenImports(sources)).toEqual([]);
  });
  it('keeps plug-ins apart', () => {
    expect(plugInsThatMeet(sources)).toEqual([]);
  });
  it('finds plug-ins by pattern in the catalogue files only', () => {
    expect(strayPatterns(sources)).toEqual([]);
  });
  it('asks the network in one file only', () => {
    expect(networkUses(sources)).toEqual([]);
  });
  it('never runs text as code or markup, and styles nothing inline', () => {
    expect(textAsCode(sources)).toEqual([]);
  });
  it('leaves nothing to chance or to a clock in the pure layers', () => {
    expect(chanceAndClocks(sources)).toEqual([]);
  });
  it('draws charts without business words', () => {
    expect(businessWordsInCharts(sources)).toEqual([]);
  });
  it('names files so that they say what they hold', () => {
    expect(poorFileNames(sources)).toEqual([]);
  });
});

describe('the rules', () => {
  it.each([
    ['core with a library', 'src/core/a.ts', "import { scaleLinear } from 'd3';"],
    ['core with Arrow as code', 'src/core/a.ts', "import { Table } from 'apache-arrow';"],
    ['an import upwards', 'src/table/a.ts', "import { b } from '../engine/b';"],
    ['a lazy import upwards', 'src/charts/a.ts', "const b = await import('../app/b');"],
    ['a type from above', 'src/metrics/a.ts', "import type { B } from '../table/b';"],
    ['a re-export from above', 'src/storage/a.ts', "export { b } from '../app/b';"],
    ['the engine behind its port', 'src/app/a.ts', "import { b } from '../engine/drive';"],
    ['an import in markup files', 'src/ui/A.svelte', "<script>import b from '../app/b';</script>"],
    ['a page in the headless root', 'src/headless.ts', "import { b } from './app/b';"],
    ['a file in no layer', 'src/elsewhere/a.ts', ''],
  ])('see %s', (_title, path, text) => {
    expect(forbiddenImports(invented(path, text))).toHaveLength(1);
  });

  it('see one cell that knows another, even from a test', () => {
    const text = "import { definition } from '../cluster/definition';";
    expect(plugInsThatMeet(invented('src/cells/segments/a.test.ts', text))).toHaveLength(1);
    expect(plugInsThatMeet(invented('src/cells/cluster/a.ts', text))).toEqual([]);
  });

  it('see a pattern outside the catalogues', () => {
    const text = "const found = import.meta.glob('./*/definition.ts');";
    expect(strayPatterns(invented('src/app/a.ts', text))).toHaveLength(1);
    expect(strayPatterns(invented('src/cells/catalogue.ts', text))).toEqual([]);
  });

  it.each([
    'fetch(url)',
    'globalThis.fetch(url)',
    'new WebSocket(url)',
    'new XMLHttpRequest()',
    'navigator.sendBeacon(url)',
    'new EventSource(url)',
    'new RTCPeerConnection()',
  ])('see %s', (text) => {
    expect(networkUses(invented('src/app/a.ts', text))).toHaveLength(1);
    expect(networkUses(invented('src/app/A.svelte', `<p>{${text}}</p>`))).toHaveLength(1);
    expect(networkUses(invented('src/app/a.ts', `// ${text}`))).toEqual([]);
  });

  it.each(['{@html words}', '<p style="color: red"></p>', '<p style={color}></p>'])(
    'see %s in markup',
    (markup) => {
      expect(textAsCode(invented('src/app/A.svelte', markup))).toHaveLength(1);
    },
  );
  it.each(['box.innerHTML = text', 'eval(text)', 'new Function(text)', 'document.write(text)'])(
    'see %s in code',
    (text) => {
      expect(textAsCode(invented('src/app/a.ts', text))).toHaveLength(1);
    },
  );
  it('let style directives pass', () => {
    expect(textAsCode(invented('src/app/A.svelte', '<p style:color={ink}></p>'))).toEqual([]);
  });

  it('see chance anywhere, and clocks in pure layers', () => {
    expect(chanceAndClocks(invented('src/app/a.ts', 'Math.random()'))).toHaveLength(1);
    expect(chanceAndClocks(invented('src/cells/load/compute.ts', 'Date.now()'))).toHaveLength(1);
    expect(chanceAndClocks(invented('src/app/a.ts', 'Date.now()'))).toEqual([]);
  });

  it('see a business word in a chart', () => {
    const text = 'export function layoutCells() {}';
    expect(businessWordsInCharts(invented('src/charts/a.ts', text))).toHaveLength(1);
  });

  it.each([
    'src/app/helpers.ts',
    'src/app/data-reader.ts',
    'src/app/readFile.ts',
    'src/ui/field.svelte',
  ])('see the file name %s', (path) => {
    expect(poorFileNames(invented(path, ''))).toEqual([path]);
  });
});
