import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toyDefinitions, toyNotebook } from '../../tests/fixtures/toy-cells';
import {
  addCell,
  cellOf,
  createNotebook,
  insertCell,
  moveCell,
  type Cell,
  type Notebook,
} from './notebook';
import {
  bypassesOf,
  candidatesFor,
  downstreamOf,
  inputsForNewCell,
  orderOf,
  standBetween,
  upstreamOf,
  wouldCycle,
  type Definitions,
} from './graph';

function wired(edges: Readonly<Record<string, readonly string[]>>): Notebook {
  const cells = Object.entries(edges).map(([id, feeders]): Cell => ({
    id,
    kind: 'x',
    version: 1,
    params: {},
    inputs: Object.fromEntries(feeders.map((feeder, i) => [`in${i}`, feeder])),
  }));
  return { ...createNotebook('en'), cells };
}

describe('the order of cells', () => {
  it('puts feeders first and keeps the order of the document otherwise', () => {
    expect(orderOf(toyNotebook()).order).toEqual(['load', 'features', 'cluster', 'segments']);
    const turned = moveCell(toyNotebook(), 'load', 3);
    expect(orderOf(turned).order).toEqual(['load', 'features', 'cluster', 'segments']);
    expect(orderOf(wired({ a: [], b: [], c: ['a'] })).order).toEqual(['a', 'b', 'c']);
  });

  it('finds every cell of a circle and no other', () => {
    const notebook = wired({ a: ['b', 'c'], b: ['a'], c: ['b'], d: ['a'], e: ['e'], f: [] });
    expect([...orderOf(notebook).cyclic].sort()).toEqual(['a', 'b', 'c', 'e']);
  });

  it('is linear in a chain of any length', () => {
    const length = 20_000;
    const cells = Array.from(
      { length },
      (_, i) => [`c${i}`, i === 0 ? [] : [`c${i - 1}`]] as const,
    );
    const notebook = wired(Object.fromEntries(cells.toReversed()));
    expect(orderOf(notebook).order[0]).toBe('c0');
    expect(downstreamOf(notebook, 'c0').size).toBe(length - 1);
  });

  it('agrees with what is reachable, in any graph', () => {
    const graph = fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(graph, (feeders) => {
        const notebook = wired(
          Object.fromEntries(feeders.map((from, i) => [`c${i}`, from.map((j) => `c${j}`)])),
        );
        const { order, cyclic } = orderOf(notebook);
        expect([...order].sort()).toEqual(notebook.cells.map((cell) => cell.id).sort());
        notebook.cells.forEach((cell) => {
          const isOnCircle = Object.values(cell.inputs).some(
            (feeder) => feeder === cell.id || upstreamOf(notebook, feeder).has(cell.id),
          );
          expect(cyclic.has(cell.id)).toBe(isOnCircle);
          for (const feeder of Object.values(cell.inputs)) {
            const isKnown = notebook.cells.some((other) => other.id === feeder);
            if (!isKnown || cyclic.has(cell.id)) continue;
            expect(order.indexOf(feeder)).toBeLessThan(order.indexOf(cell.id));
          }
        });
      }),
    );
  });
});

describe('what depends on what', () => {
  it('follows connections both ways, past a missing cell', () => {
    const notebook = wired({ a: [], b: ['a'], c: ['b', 'gone'], d: [] });
    expect([...upstreamOf(notebook, 'c')].sort()).toEqual(['a', 'b']);
    expect([...downstreamOf(notebook, 'a')].sort()).toEqual(['b', 'c']);
    expect([...downstreamOf(notebook, 'd')]).toEqual([]);
  });

  it('says which connection would close a circle', () => {
    const notebook = toyNotebook();
    expect(wouldCycle(notebook, 'load', 'segments')).toBe(true);
    expect(wouldCycle(notebook, 'load', 'load')).toBe(true);
    expect(wouldCycle(notebook, 'segments', 'load')).toBe(false);
  });
});

describe('what may feed an input', () => {
  it('is of the right kind, the nearest above first, and closes no circle', () => {
    let { notebook } = addCell(toyNotebook(), { kind: 'features', version: 1 });
    ({ notebook } = addCell(notebook, { kind: 'cluster', version: 2 }));
    const of = (cellId: string, input: string) =>
      candidatesFor(notebook, { cellId, input }, toyDefinitions);
    expect(of('cluster-2', 'points')).toEqual(['features-2', 'features']);
    expect(of('cluster', 'points')).toEqual(['features', 'features-2']);
    expect(of('segments', 'clustering')).toEqual(['cluster', 'cluster-2']);
    expect(of('cluster', 'nothing')).toEqual([]);
    expect(of('cluster', 'constructor')).toEqual([]);
  });

  it('for a new cell comes from one line of work', () => {
    const base = addCell(toyNotebook(), { kind: 'features', version: 1 }).notebook;
    const segments = toyDefinitions.get('segments')!;
    const place = { notebook: base, position: base.cells.length };
    // The nearest features did not make the points of the clustering: they stay out of it.
    expect(inputsForNewCell(segments, place, toyDefinitions)).toEqual({
      clustering: 'cluster',
      points: 'features',
      table: 'load',
    });
    expect(inputsForNewCell(segments, { ...place, position: 1 }, toyDefinitions)).toEqual({
      table: 'load',
    });
  });

  it('connects an optional clustering to a cell that passes its segments on, not to one that makes new ones', () => {
    const segments = toyDefinitions.get('segments')!;
    const maker = { ...segments, gives: 'clustering', optional: ['clustering'] } as const;
    const place = { notebook: toyNotebook(), position: 4 };
    expect(inputsForNewCell(maker, place, toyDefinitions)).not.toHaveProperty('clustering');
    const keeper = { ...maker, keepsSegments: () => true };
    expect(inputsForNewCell(keeper, place, toyDefinitions)).toMatchObject({
      clustering: 'cluster',
      points: 'features',
      table: 'load',
    });
  });
});

/** Two tables in, one out; what flows on is the left one, changed. */
const join = {
  ...toyDefinitions.get('features')!,
  kind: 'join',
  takes: { left: 'table', right: 'table' },
  gives: 'table',
} as const;
const withJoin: Definitions = new Map([...toyDefinitions, ['join', join]]);

describe('a new cell with two inputs of one kind', () => {
  it('takes two tables, neither made from the other, the upper one first', () => {
    const one = toyNotebook();
    expect(inputsForNewCell(join, { notebook: one, position: 4 }, withJoin)).toEqual({
      left: 'load',
    });
    const { notebook: two } = insertCell(one, { kind: 'load', version: 1 }, 1);
    expect(inputsForNewCell(join, { notebook: two, position: 2 }, withJoin)).toEqual({
      left: 'load',
      right: 'load-2',
    });
    const inputs = { left: 'load', right: 'load-2' };
    const { notebook: three } = insertCell(two, { kind: 'join', version: 1, inputs }, 2);
    expect(inputsForNewCell(join, { notebook: three, position: 3 }, withJoin)).toEqual({
      left: 'join',
    });
  });
});

describe('a cell that stands between', () => {
  const inputs = { left: 'load' };
  const { notebook } = insertCell(toyNotebook(), { kind: 'join', version: 1, inputs }, 1);

  it('is gone past by what below it reads what it was fed', () => {
    expect(bypassesOf(notebook, 'join', withJoin)).toEqual([
      { cellId: 'features', input: 'table' },
      { cellId: 'segments', input: 'table' },
    ]);
    expect(bypassesOf(notebook, 'cluster', withJoin)).toEqual([]);
    expect(bypassesOf(notebook, 'nobody', withJoin)).toEqual([]);
  });

  it('feeds all of it once it is let, and nothing above', () => {
    const changed = standBetween(notebook, 'join', withJoin);
    expect(cellOf(changed, 'features')?.inputs).toEqual({ table: 'join' });
    expect(cellOf(changed, 'segments')?.inputs).toMatchObject({ table: 'join' });
    expect(cellOf(changed, 'join')?.inputs).toEqual(inputs);
    expect(bypassesOf(changed, 'join', withJoin)).toEqual([]);
  });
});
