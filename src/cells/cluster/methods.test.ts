import { describe, expect, it } from 'vitest';
import { fingerprintsOf } from '../../core/fingerprint';
import { addCell, addSource, createNotebook, setParams, type Notebook } from '../../core/notebook';
import { parseParams } from '../../core/params';
import { whyStale, recipeOf } from '../../core/staleness';
import type { CellDefinition } from '../../core/cell-type';
import type { CellText } from '../../core/cell-text';
import { groupParams } from '../../ui/param-fields';
import { definitions } from '../catalogue';
import { definition } from './definition';
import { face } from './face';
import { FIRST_METHOD, methods } from './methods';
import { text } from './text';

const names = methods.map(({ definition: { name } }) => name);
const source = { name: 'a.csv', columns: ['x'], rows: 3, sha256: 'ab'.repeat(32) };

function notebookWith(params: Parameters<typeof setParams>[2]): Notebook {
  const { notebook } = addSource(createNotebook('en', 'T'), source);
  const steps = [
    { kind: 'load', version: 1, params: { source: 'a.csv' }, inputs: {} },
    { kind: 'features', version: 1, params: {}, inputs: { table: 'load' } },
    { kind: 'cluster', version: 1, params, inputs: { points: 'features' } },
  ];
  return steps.reduce((grown, cell) => addCell(grown, cell).notebook, notebook);
}

const fingerprint = (params: Parameters<typeof setParams>[2]) =>
  fingerprintsOf(notebookWith(params), definitions).get('cluster');

describe('the choice of a method', () => {
  it('begins with K-means and offers every clustering algorithm', () => {
    expect(names[0]).toBe(FIRST_METHOD);
    expect(definition.params.method.options).toEqual(names);
  });

  it.each(names)('reads a cell that was written before there was a choice, as %s too', (method) => {
    const saved = { clusters: 3, restarts: 2, start: 'random', names: ['A'] };
    const params = parseParams(definition.params, { ...saved, method });
    expect(params).toMatchObject({ ...saved, method });
  });

  it('keeps the parameters of the other methods out of the fingerprint', () => {
    const own = new Set(definition.activeParams?.({ method: FIRST_METHOD }));
    for (const [name, spec] of Object.entries(definition.params)) {
      // Where to look inside is no parameter of a method.
      if (own.has(name) || spec.type === 'custom' || name === 'segment') continue;
      const other = spec.type === 'flag' ? !spec.initial : otherThan(spec);
      expect(fingerprint({ [name]: other }), name).toBe(fingerprint({}));
    }
    expect(fingerprint({ clusters: 3 })).not.toBe(fingerprint({}));
  });

  it.each(names.slice(1))('gives %s a fingerprint of its own and names the change', (method) => {
    expect(fingerprint({ method })).not.toBe(fingerprint({}));
    const before = notebookWith({});
    const recipe = recipeOf(before, 'cluster', definitions)!;
    const notebook = setParams(before, 'cluster', { method });
    expect(whyStale(recipe, { notebook, cellId: 'cluster' }, definitions)).toEqual([
      { kind: 'param', cellId: 'cluster', param: 'method', from: FIRST_METHOD, to: method },
    ]);
  });

  it.each(names)('shows the parameters of %s, at most three at once', (method) => {
    const active = definition.activeParams?.({ method }) ?? [];
    const without = Object.keys(definition.params).filter((name) => !active.includes(name));
    const groups = groupParams(
      definition as unknown as CellDefinition,
      text as unknown as CellText,
      { without: [...without, 'names'], params: { method } },
    );
    const own = methods.find(({ definition: { name } }) => name === method)!;
    const shown = [...groups.first, ...groups.rest].map(({ name }) => name);
    expect(shown.sort()).toEqual(['method', ...Object.keys(own.definition.params)].sort());
    const first = own.definition.firstParams ?? Object.keys(own.definition.params).slice(0, 2);
    expect(groups.first.map(({ name }) => name)).toEqual(['method', ...first]);
    for (const { name, hint } of [...groups.first, ...groups.rest]) {
      if (name !== 'method') expect(hint).toEqual(own.text.params[name]?.hint);
    }
  });

  it.each(names)('tells of %s in one sentence', (method) => {
    const params = parseParams(definition.params, { method });
    const sentence = (language: 'zh' | 'en') =>
      face
        .margin(params)
        .map(({ words }) => words[language])
        .join('');
    expect(sentence('zh')).toMatch(/^用 .*。$/);
    expect(sentence('en')).toMatch(/\.$/);
    for (const { param } of face.margin(params)) {
      if (param !== undefined) expect(definition.activeParams?.({ method })).toContain(param);
    }
  });
});

/** Another value than the initial one. */
function otherThan(spec: (typeof definition.params)[string]): number | string {
  if (spec.type === 'integer' || spec.type === 'number') {
    return spec.initial === spec.min ? spec.max : spec.min;
  }
  if (spec.type === 'choice') return spec.options.find((option) => option !== spec.initial)!;
  return 'other';
}
