import { cellTypeOf } from '../cells/catalogue';
import type { Cell } from '../core/notebook';
import type { Words } from '../core/words';
import { cellWords } from '../locale/cell-states';
import { stageWords } from '../locale/stages';
import { parentOf } from './drill-down';
import { namesByNumber } from './segments';
import type { Session } from './session.svelte';

type Known = Pick<Session, 'notebook' | 'definitions' | 'shown'>;

/** Above the headline of a cell: its stage and kind, and the segment that it clusters again. */
export function eyebrowOf(cell: Cell, known: Known, say: (words: Words) => string): string {
  const type = cellTypeOf(cell.kind);
  if (!type) return cell.kind;
  const { stage } = type.definition;
  const title = say(type.text.title);
  const stageName = say(stageWords[stage]);
  const where = stage === 'anywhere' || stageName === title ? title : `${stageName} · ${title}`;
  const parent = parentOf(known.notebook, cell.id);
  if (parent === null) return where;
  const { notebook, definitions, shown } = known;
  const nameOf = namesByNumber({ notebook, definitions, shown, cellId: parent });
  return `${where} · ${say(cellWords.inSegment(nameOf(Number(cell.params.segment))))}`;
}
