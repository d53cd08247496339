import type { FittedStep } from '../../core/values';

export type OrdinalStep = Extract<FittedStep, { kind: 'ordinal' }>;

/** By code units, but runs of digits as the numbers they are: "8-11" before "12-17". */
export function compareNaturally(a: string, b: string): number {
  const [left, right] = [piecesOf(a), piecesOf(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = comparePieces(left[i]!, right[i]!);
    if (order !== 0) return order;
  }
  return left.length - right.length || compare(a, b);
}

function piecesOf(text: string): readonly string[] {
  return text.match(/\d+|\D+/g) ?? [];
}

function comparePieces(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  const areNumbers = /^\d/.test(a) && /^\d/.test(b);
  return areNumbers && x !== y ? x - y : areNumbers ? 0 : compare(a, b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function applyOrdinal({ levels, other }: OrdinalStep, level: string): number {
  const code = levels.indexOf(level);
  return code < 0 ? other : code;
}
