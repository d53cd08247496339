import { ownValue } from '../core/json';
import type { Receipt } from './receipt';

type ReceiptCell = Receipt['cells'][number];

/** What became of a cell: `other-inputs` has other parameters, data or cells before it. */
export type Verdict =
  | 'same'
  | 'differs'
  /** The cell type computes in another way now. */
  | 'other-version'
  | 'other-inputs'
  | 'not-run'
  | 'gone'
  | 'added';

export interface Comparison {
  readonly isSame: boolean;
  /** The notebook draws other random numbers. */
  readonly isOtherSeed: boolean;
  /** Sources whose bytes are not those of the receipt, by name; missing ones too. */
  readonly otherSources: readonly string[];
  readonly cells: readonly {
    readonly id: string;
    readonly kind: string;
    readonly verdict: Verdict;
    /** With `other-inputs`: which parameters and inputs of the cell itself differ, by name. */
    readonly differing?: readonly string[];
  }[];
}

/** Holds what was just computed against a receipt. */
export function compareReceipts(kept: Receipt, now: Receipt): Comparison {
  const cells = kept.cells.map((cell) => {
    const today = now.cells.find(({ id, kind }) => id === cell.id && kind === cell.kind);
    const verdict = verdictOn(cell, today);
    const frame = { id: cell.id, kind: cell.kind, verdict };
    if (verdict !== 'other-inputs' || !today) return frame;
    return {
      ...frame,
      differing: [...namesIn('params', cell, today), ...namesIn('inputs', cell, today)],
    };
  });
  const added = now.cells
    .filter(({ id, kind }) => !kept.cells.some((cell) => cell.id === id && cell.kind === kind))
    .map(({ id, kind }) => ({ id, kind, verdict: 'added' as const }));
  const otherSources = kept.sources
    .filter(
      ({ name, sha256: sum }) => !now.sources.some((s) => s.name === name && s.sha256 === sum),
    )
    .map(({ name }) => name);
  const all = [...cells, ...added];
  const isOtherSeed = kept.seed !== now.seed;
  const isSame =
    !isOtherSeed && otherSources.length === 0 && all.every(({ verdict }) => verdict === 'same');
  return { isSame, isOtherSeed, otherSources, cells: all };
}

function verdictOn(kept: ReceiptCell, now: ReceiptCell | undefined): Verdict {
  if (!now) return 'gone';
  if (kept.version !== now.version) return 'other-version';
  if (kept.fingerprint !== now.fingerprint) return 'other-inputs';
  if (kept.result === now.result) return 'same';
  return now.result === null ? 'not-run' : 'differs';
}

/** None where one of the two receipts does not say: older ones do not. */
function namesIn(
  part: 'params' | 'inputs',
  kept: ReceiptCell,
  now: ReceiptCell,
): readonly string[] {
  const [then, today] = [kept[part], now[part]];
  if (!then || !today) return [];
  const names = new Set([...Object.keys(then), ...Object.keys(today)]);
  return [...names].filter((name) => ownValue(then, name) !== ownValue(today, name)).sort();
}
