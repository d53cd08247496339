import type { Component } from 'svelte';
import { cellTypeOf } from '../../cells/catalogue';
import { viewOf, type CellView } from '../../cells/views';
import type { Cell } from '../../core/notebook';
import type { Words } from '../../core/words';
import { reportWords } from '../../locale/report';
import { stageWords } from '../../locale/stages';
import type { StoredResult } from '../../storage/port';
import type { MarkSource } from '../../ui/segment-marks';
import { clusteringAbove, findingOf, marginOf, paramsOfResult, sourceLineOf } from '../cell-facts';
import { resultToDraw, type CellState } from '../cell-state';
import { kindWords, same } from '../cell-words';
import { calledBy, namesOfCalled, paramsForView } from '../segments';
import type { Session } from '../session.svelte';
import { hiddenSegments, sizesIn } from './hidden-segments';

/** All that a report shows of a cell. */
export interface ReportCellFacts {
  readonly cell: Cell;
  readonly eyebrow: Words;
  readonly headline: Words | null;
  readonly settings: Words;
  /** Why it is not what the settings would give now, or why nothing is shown. */
  readonly note: Words | null;
  readonly sourceLine: Words | null;
  /** Null: nothing to draw. */
  readonly display: unknown;
  readonly params: unknown;
  readonly names: readonly Words[];
  readonly marks: MarkSource;
  readonly View: Component | CellView | null;
}

/** The cells of a notebook as a report shows them, in order; unknown and empty ones are left out. */
export async function reportCells(
  session: Session,
  least: number,
): Promise<readonly ReportCellFacts[]> {
  const cells: ReportCellFacts[] = [];
  for (const cell of session.notebook.cells) {
    const state = session.states.get(cell.id);
    const result = state ? resultToDraw(state) : null;
    if (state && result) cells.push(await factsOf(session, { cell, state, result }, least));
  }
  return cells;
}

interface Shown {
  readonly cell: Cell;
  readonly state: CellState;
  readonly result: StoredResult;
}

async function factsOf(
  session: Session,
  { cell, state, result }: Shown,
  least: number,
): Promise<ReportCellFacts> {
  const { notebook, definitions, shown } = session;
  const seen = { notebook, definitions, shown, cellId: cell.id, result };
  const called = calledBy(seen);
  const names = namesOfCalled(called);
  const display = withheld(session, { cell, result }, least);
  const kept = display === null ? null : { ...result, display };
  return {
    cell,
    eyebrow: eyebrowOf(cell),
    headline: kept ? headlineOf(cell, kept, names) : null,
    settings: settingsOf(cell),
    note: display === null ? reportWords.withheld(least) : noteOn(state),
    sourceLine: kept ? sourceLineOf(cell, kept) : null,
    display,
    params: paramsForView(seen, paramsOfResult(cell, result)),
    names,
    marks: called,
    View: (await viewOf(cell.kind)) ?? null,
  };
}

function headlineOf(cell: Cell, result: StoredResult, names: readonly Words[]): Words | null {
  if (cell.title) return same(cell.title);
  return findingOf(cell, result, names);
}

function eyebrowOf(cell: Cell): Words {
  const stage = cellTypeOf(cell.kind)?.definition.stage;
  const title = kindWords(cell.kind);
  if (!stage || stage === 'anywhere') return title;
  const of = stageWords[stage];
  return { zh: `${of.zh} · ${title.zh}`, en: `${of.en} · ${title.en}` };
}

function settingsOf(cell: Cell): Words {
  const parts = marginOf(cell);
  const said = (language: 'zh' | 'en') => parts.map(({ words }) => words[language]).join('');
  return { zh: said('zh'), en: said('en') };
}

function noteOn({ kind }: CellState): Words | null {
  if (kind === 'partial') return reportWords.partial;
  return kind === 'fresh' ? null : reportWords.stale;
}

/**
 * What a result shows without what tells of fewer than `least` rows; null when that is nothing. A
 * cell that looks at segments of which some are hidden, and cannot leave these out, shows nothing.
 */
export function withheld(
  session: Session,
  { cell, result }: Pick<Shown, 'cell' | 'result'>,
  least: number,
): unknown {
  const type = cellTypeOf(cell.kind);
  if (least <= 1 || !type) return result.display;
  const hidden = hiddenFor(session, { cell, result }, least);
  const { withhold } = type.face;
  if (withhold) return hidden === null ? null : withhold(result.display, { least, hidden });
  return hidden?.size === 0 ? result.display : null;
}

/** The hidden segments of the clustering that a cell looks at; null when their sizes are unknown. */
function hiddenFor(
  { notebook, shown }: Session,
  { cell, result }: Pick<Shown, 'cell' | 'result'>,
  least: number,
): ReadonlySet<number> | null {
  const giver = clusteringAbove(notebook, cell.id);
  const kind = notebook.cells.find(({ id }) => id === giver)?.kind ?? '';
  if (cellTypeOf(kind)?.definition.gives !== 'clustering') return new Set();
  const display = giver === cell.id ? result.display : shown.get(giver)?.display;
  const sizes = sizesIn(display);
  return sizes && hiddenSegments(sizes, least);
}
