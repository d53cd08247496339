import { ownValue } from '../../core/json';
import type { ReadOptions } from '../../core/read-report';
import { idNameOf } from '../column-names';
import type { Sample } from './dialect';
import type { ColumnStore } from './fast-lane';
import type { Layout } from './layout';
import { missingOf, type MissingWords } from './missing-words';
import { NumberStore } from './number-store';
import { TextStore } from './text-store';

/** Fewer rows than this are read as text whatever they hold: nothing is won. */
const FEW_ROWS = 50;
/** Plain and not beyond what a double holds; no leading zero, which codes have. */
const PLAIN = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/;
const MOBILE = /^1[3-9]\d{9}$/;

/**
 * A store a column: numbers at once where the first lines have nothing else, text elsewhere.
 * `wordy`: columns that turned out to need their text. `rows` is a guess of how many there are.
 */
export function storesFor(
  layout: Layout,
  sample: Sample,
  how: {
    readonly options: ReadOptions;
    readonly wordy: ReadonlySet<number>;
    readonly rows: number;
  },
): ColumnStore[] {
  const { options, wordy, rows } = how;
  const first = sample.records.filter((_, i) => sample.lines[i]! > layout.dataFrom);
  const mayBePlain = first.length >= FEW_ROWS && options.sampleRows === 0;
  return layout.names.map((name, i) => {
    const missing = missingOf(ownValue(options.missingIn, name), options.missing);
    const isFree = ownValue(options.types, name) === undefined && !wordy.has(i);
    const isName = idNameOf(name) !== 'none' || (i === 0 && layout.isUnnamed[i]!);
    const isPlain =
      mayBePlain && isFree && !isName && !/^unnamed/i.test(name) && holdsNumbers(first, i, missing);
    return isPlain ? new NumberStore(rows, missing) : new TextStore();
  });
}

function holdsNumbers(
  records: readonly (readonly string[])[],
  column: number,
  missing: MissingWords,
): boolean {
  const cells = records.map((record) => record[column] ?? '');
  const present = cells.filter((cell) => !missing.hasText(cell));
  const digits = (cell: string) => cell.replace(/[-.]/g, '').length;
  return (
    present.length > 0 &&
    present.every((cell) => PLAIN.test(cell) && digits(cell) <= 15) &&
    !present.every((cell) => MOBILE.test(cell))
  );
}
