import type { ColumnMeta } from '../../core/values';
import type { ValueIndex } from '../count-values';
import { cutValue, type Alert, type Example } from './alert';
import { LIMITS } from './limits';
import { shapeOf } from './text-shape';
import { spellingsOf } from './spellings';

type Found = Omit<Alert, 'columns' | 'type'>;

/** A value that occurs, decoded. */
export interface Level {
  readonly value: string;
  readonly count: number;
}

const PLACEHOLDERS = new Set(
  (
    'unknown unspecified undefined tbd tba xxx xxxx dummy placeholder ' +
    '未知 不详 未填 未填写 不明 不清楚 待定 保密 拒绝回答 无名 待补充'
  )
    .split(' ')
    .concat(['not known', 'not available', 'not applicable']),
);
const TEST_WORDS = new Set(['test', 'testing', '测试', 'asdf', 'qwerty']);
/** Longer lists are cut to a few examples. */
const MANY = 30;
/** Beside these "test" is a group of an experiment or a part of a split. */
const TEST_BESIDE = /^(control|train|training|对照|对照组|训练)$/i;

/** What a category or text column gives to think about; yields now and then. */
export function* alertsOfTexts(
  column: ColumnMeta,
  index: ValueIndex,
  distinct: number,
): Generator<void, readonly Alert[]> {
  if (column.type !== 'category' && column.type !== 'text') return [];
  const present = index.codes.length - index.missing;
  const found: (Found | null)[] = [yield* mixedTypes(index, present)];
  if (distinct <= LIMITS.mostLevels) {
    const levels = levelsOf(index);
    yield;
    found.push(placeholders(levels, present), yield* variants(levels, present));
    if (column.type === 'category') found.push(rareLevels(levels, present));
  }
  return found.flatMap((alert) =>
    alert === null ? [] : [{ ...alert, columns: [column.name], type: column.type }],
  );
}

function levelsOf({ size, counts, bytesOf }: ValueIndex): readonly Level[] {
  const decoder = new TextDecoder();
  const levels: Level[] = [];
  for (let code = 0; code < size; code++) {
    const count = counts[code] ?? 0;
    if (count > 0) levels.push({ value: decoder.decode(bytesOf(code)), count });
  }
  return levels;
}

const BLOCK = 1 << 14;

/** Mostly numbers, and the rest words without any digit: a number column with remarks in it. */
function* mixedTypes(index: ValueIndex, present: number): Generator<void, Found | null> {
  if (present < LIMITS.leastValues) return null;
  let [numeric, words] = [0, 0];
  const rest: { code: number; count: number }[] = [];
  for (let code = 0; code < index.size; code++) {
    const count = index.counts[code] ?? 0;
    const shape = count === 0 ? 'other' : shapeOf(index.bytesOf(code));
    if (shape === 'number') numeric += count;
    if (shape === 'words') {
      words += count;
      keepMost(rest, { code, count });
    }
    if (code % BLOCK === BLOCK - 1) yield;
  }
  const isMixed = numeric >= LIMITS.mixedShare * present && words > 0;
  if (!isMixed || numeric + words < 0.95 * present) return null;
  const decoder = new TextDecoder();
  const examples = rest.map(({ code, count }) => ({
    value: cutValue(decoder.decode(index.bytesOf(code))),
    count,
  }));
  return { kind: 'mixed-types', severity: 'high', count: numeric, of: present, examples };
}

function keepMost(best: { code: number; count: number }[], one: { code: number; count: number }) {
  const place = best.findIndex((other) => other.count < one.count);
  best.splice(place < 0 ? best.length : place, 0, one);
  best.length = Math.min(best.length, LIMITS.examples);
}

function placeholders(levels: readonly Level[], present: number): Found | null {
  const isSplit = levels.some(({ value }) => TEST_BESIDE.test(value.trim()));
  const found = levels.filter(({ value }) => {
    const word = value.normalize('NFKC').trim().toLowerCase();
    return PLACEHOLDERS.has(word) || (!isSplit && TEST_WORDS.has(word));
  });
  if (found.length === 0 || found.length === levels.length) return null;
  return { kind: 'placeholders', severity: 'medium', ...figuresOf(found, present) };
}

function* variants(levels: readonly Level[], present: number): Generator<void, Found | null> {
  const spellings = yield* spellingsOf(levels.filter(({ value }) => value === cutValue(value)));
  if (spellings.length === 0) return null;
  const count = spellings.flatMap(({ from }) => from).reduce((sum, one) => sum + one.count, 0);
  const kept = spellings.slice(0, LIMITS.examples * 4);
  // Codes may differ in letter case alone and be meant so; spaces and widths are never seen.
  const severity = kept.some(({ to, from }) => isUnseen(to, from)) ? 'high' : 'medium';
  return { kind: 'variants', severity, count, of: present, examples: [], spellings: kept };
}

function isUnseen(to: string, from: readonly Example[]): boolean {
  return from.some(({ value }) => value.toLowerCase() !== to.toLowerCase());
}

/** Levels of fewer than a two-hundredth of the values each, beside levels of more. */
function rareLevels(levels: readonly Level[], present: number): Found | null {
  if (present < 200 || levels.length > LIMITS.mostRareLevels) return null;
  const rare = levels.filter(({ count }) => count < LIMITS.rareShare * present);
  if (rare.length < 2 || levels.length - rare.length < 2) return null;
  const { count, of, examples } = figuresOf(rare, present);
  return { kind: 'rare-levels', severity: 'low', count, of, examples, figure: rare.length };
}

function figuresOf(
  levels: readonly Level[],
  present: number,
): { readonly count: number; readonly of: number; readonly examples: readonly Example[] } {
  const count = levels.reduce((sum, level) => sum + level.count, 0);
  const examples = [...levels]
    .sort((a, b) => b.count - a.count)
    .slice(0, levels.length > MANY ? LIMITS.examples : MANY)
    .map(({ value, count: rows }) => ({ value: cutValue(value), count: rows }));
  return { count, of: present, examples };
}
