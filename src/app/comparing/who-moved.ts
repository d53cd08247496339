import type { Flows } from '../../core/flows';
import { movesOf, type Moves } from '../../core/flows';
import type { Definitions } from '../../core/graph';
import type { Words } from '../../core/words';
import type { SankeyLink } from '../../charts/sankey/layout';
import { comparingWords } from '../../locale/comparing';
import { marksOf, type SegmentMarks } from '../../ui/segment-marks';
import { nameOf } from '../../ui/segment-names';
import { calledBy, namesOfCalled } from '../segments';
import type { RunSide } from './compare-runs';

export interface FlowSide {
  readonly id: string;
  readonly words: Words;
  readonly value: number;
  /** Cluster index in its own run, by which `marks` is asked; −1 is noise. */
  readonly index: number;
  readonly marks: SegmentMarks;
}

/** Where the rows of one run's segments are in the other: bars, bands and what moved. */
export interface WhoMoved {
  readonly left: readonly FlowSide[];
  readonly right: readonly FlowSide[];
  readonly links: readonly SankeyLink[];
  readonly moves: Moves;
}

/** What became of the segments of a cell between two runs, by the numbers that each run gave them. */
export function whoMoved(
  flows: Flows,
  cellId: string,
  sides: { readonly then: RunSide; readonly now: RunSide; readonly definitions: Definitions },
): WhoMoved {
  const then = segmentsOf(sides.then, flows.before, { cellId, definitions: sides.definitions });
  const now = segmentsOf(sides.now, flows.now, { cellId, definitions: sides.definitions });
  const width = flows.now + 1;
  const links = flows.counts.map((value, at) => ({
    from: then.idOf(Math.floor(at / width)),
    to: now.idOf(at % width),
    value,
  }));
  const sum = (keep: (link: SankeyLink) => boolean) =>
    links.filter(keep).reduce((total, { value }) => total + value, 0);
  return {
    left: then.sides((id) => sum(({ from }) => from === id)),
    right: now.sides((id) => sum(({ to }) => to === id)),
    links: links.filter(({ value }) => value > 0),
    moves: movesOf(flows, { before: then.numbers, now: now.numbers }),
  };
}

function segmentsOf(
  { notebook }: RunSide,
  count: number,
  { cellId, definitions }: { readonly cellId: string; readonly definitions: Definitions },
) {
  const called = calledBy({ notebook, cellId, definitions, shown: new Map() });
  const names = namesOfCalled(called);
  const numbers = Array.from({ length: count }, (_, index) => called.numbers[index] ?? index + 1);
  const idOf = (index: number) => (index < count ? String(numbers[index]) : 'noise');
  const marks = marksOf(() => called);
  const order = numbers.map((number, index) => ({ number, index }));
  order.sort((a, b) => a.number - b.number);
  return {
    numbers,
    idOf,
    sides: (valueOf: (id: string) => number): FlowSide[] => {
      const segments = order.map(({ index }) => ({
        id: idOf(index),
        words: nameOf(names, index),
        value: valueOf(idOf(index)),
        index,
        marks,
      }));
      const value = valueOf('noise');
      const noise = { id: 'noise', words: comparingWords.noise, value, index: -1, marks };
      return value > 0 ? [...segments, noise] : segments;
    },
  };
}
