import { formatCount } from '../core/format';
import type { Words } from '../core/words';

/** What an entry field accepts. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly isWhole: boolean;
}

/**
 * The number that a person typed, or null. Full-width digits (a Chinese input method) and
 * grouping commas count.
 */
export function parseTypedNumber(typed: string): number | null {
  const plain = typed.normalize('NFKC').replaceAll(/[\s,]/g, '').replace('−', '-');
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

export function isAllowed(value: number, range: NumberRange): boolean {
  return value >= range.min && value <= range.max && (!range.isWhole || Number.isInteger(value));
}

/** Why a typed text is refused, with the allowed range; null when it is accepted. */
export function refusalOf(label: Words, typed: string, range: NumberRange): Words | null {
  const value = parseTypedNumber(typed);
  if (value !== null && isAllowed(value, range)) return null;
  const [min, max] = [showNumber(range.min), showNumber(range.max)];
  const entered = typed.trim();
  const zhKind = range.isWhole ? '的整数' : '之间';
  const enKind = range.isWhole ? 'a whole number from' : 'from';
  const zhEntered = entered === '' ? '现在是空的' : `你填了 ${entered}`;
  const enEntered = entered === '' ? 'it is empty' : `you entered ${entered}`;
  return {
    zh: `「${label.zh}」要是 ${min} 到 ${max} ${zhKind}；${zhEntered}。`,
    en: `${label.en} must be ${enKind} ${min} to ${max}; ${enEntered}.`,
  };
}

/** Adds a step and stays within the range. */
export function stepNumber(value: number, step: number, range: NumberRange): number {
  const next = Math.min(range.max, Math.max(range.min, value + step));
  // Decimal steps leave dust such as 0.30000000000000004.
  return Number(next.toPrecision(12));
}

/** A parameter as text: grouped from 10,000, small tolerances as powers of ten. */
export function showNumber(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && size < 0.001) return value.toExponential().replaceAll('-', '−');
  if (size >= 10000 && Number.isInteger(value)) return formatCount(value);
  return String(value).replace('-', '−');
}
