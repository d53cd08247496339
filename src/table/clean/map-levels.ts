import type { NewColumn } from '../create-table';
import { levelsOf, withLevels } from './column-values';
import type { Examples } from './outcome';
import { BLOCK, SLOW_BLOCK, type Paced } from './pace';
import type { Working } from './working';

export interface Mapped {
  readonly column: NewColumn;
  /** Cells of kept rows that hold something else than before. */
  readonly cells: number;
}

/**
 * A text-like column with each of its distinct values exchanged for another one; null: missing. Levels
 * that become equal become one. Every row of the input is changed, those in a lane of their own too, so
 * that both tables speak the same language.
 */
export function* mapLevels(
  working: Working,
  column: NewColumn,
  { to, examples }: { readonly to: (value: string) => string | null; readonly examples: Examples },
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
    if (code < 0 || !isChanged[code]) continue;
    cells++;
    if (!examples.wantsMore) continue;
    const [before, after] = [levels[code]!, mapped[code]!];
    examples.add({ kind: 'cell', row: row + 1, column: column.name, before, after });
  }
  yield;
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
    if (row % (BLOCK * 8) === 0) yield;
  }
  return yield* withLevels(column, codes, [...numbers.keys()]);
}
