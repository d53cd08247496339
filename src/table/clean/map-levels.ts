import { DataType } from 'apache-arrow';
import type { NewColumn } from '../create-table';
import { levelsOf, withLevels } from './column-values';
import { mapTexts, type TextMapping } from './map-texts';
import type { Examples } from './outcome';
import { BLOCK, SLOW_BLOCK, type Paced } from './pace';
import type { Working } from './working';

export interface Mapped {
  readonly column: NewColumn;
  /** Cells of kept rows that hold something else than before. */
  readonly cells: number;
}

export interface Mapping extends Pick<TextMapping, 'to' | 'isPlain'> {
  readonly examples: Examples;
}

/**
 * A text-like column with each of its values exchanged for another one; null: missing. Levels that become
 * equal become one. Every row of the input is changed, those in a lane of their own too, so that both
 * tables speak the same language; counted are the rows still in the table.
 */
export function* mapLevels(working: Working, column: NewColumn, mapping: Mapping): Paced<Mapped> {
  if (DataType.isUtf8(column.data.type)) return yield* mapEachText(working, column, mapping);
  return yield* mapEachLevel(working, column, mapping);
}

function* mapEachText(
  { lanes }: Working,
  column: NewColumn,
  { to, isPlain, examples }: Mapping,
): Paced<Mapped> {
  examples.nextColumn();
  let cells = 0;
  const { name, type } = column;
  const onChange: TextMapping['onChange'] = (row, before, after) => {
    if (lanes[row] !== 0) return;
    cells++;
    if (!examples.wantsMore) return;
    examples.add({ kind: 'cell', row: row + 1, column: name, before, after });
  };
  const mapped = yield* mapTexts(column.data, { to, isPlain, onChange });
  return mapped === null ? { column, cells: 0 } : { column: { name, type, data: mapped }, cells };
}

function* mapEachLevel(
  working: Working,
  column: NewColumn,
  { to, examples }: Mapping,
): Paced<Mapped> {
  const { codes, levels } = yield* levelsOf(column);
  const mapped: (string | null)[] = [];
  for (const [code, level] of levels.entries()) {
    mapped.push(to(level));
    if (code % SLOW_BLOCK === SLOW_BLOCK - 1) yield;
  }
  const isChanged = mapped.map((text, code) => text !== levels[code]);
  if (!isChanged.includes(true)) return { column, cells: 0 };
  examples.nextColumn();
  let cells = 0;
  for (let i = 0; i < working.kept.length; i++) {
    const row = working.kept[i]!;
    const code = codes[row]!;
    if (i % (BLOCK * 4) === 0) yield;
    if (code < 0 || !isChanged[code]) continue;
    cells++;
    if (!examples.wantsMore) continue;
    const [before, after] = [levels[code]!, mapped[code]!];
    examples.add({ kind: 'cell', row: row + 1, column: column.name, before, after });
  }
  return { column: yield* exchanged(column, codes, mapped), cells };
}

function* exchanged(
  column: NewColumn,
  codes: Int32Array,
  mapped: readonly (string | null)[],
): Paced<NewColumn> {
  const numbers = new Map<string, number>();
  const codeOf = Int32Array.from(mapped, (text) => {
    if (text === null) return -1;
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  });
  yield;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row]! >= 0) codes[row] = codeOf[codes[row]!]!;
    if (row % (BLOCK * 4) === 0) yield;
  }
  return yield* withLevels(column, codes, [...numbers.keys()]);
}
