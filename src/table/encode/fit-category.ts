import type { Feature, FittedStep, TableValue } from '../../core/values';
import { codesOf, type Codes } from '../column';
import { flagOf, type FeatureChoice, type FittedColumn, type TextEncode } from './feature-choice';
import { fitFill } from './fill';
import { fitScale } from './fit-numbers';
import { fitFrequency } from './frequency';
import { fitHash, USUAL_SLOTS } from './hash';
import { presentOf } from './moments';
import { fitOneHot, refuseNames, summarizeLevels, type Level } from './one-hot';
import { compareNaturally } from './ordinal';
import { quantile } from './quantile';
import { partLevels } from './rare-levels';
import { applySteps } from './steps';
import { countTags, fitTags, guessSeparator } from './tags';

/** A passport lists the levels whose frequencies it knows. */
const FREQUENCIES_LIMIT = 1000;

/** The levels of a column in the kept rows, and how many of these have none. */
interface Seen {
  readonly codes: Codes;
  readonly levels: readonly Level[];
  readonly present: number;
  readonly missing: number;
}

/**
 * A category becomes features by its encoding. A row without a value is in none of the 0/1
 * features, so a flag of its own tells it apart, unless it counts as the most frequent level.
 */
export function fitCategory(
  table: TableValue,
  choice: FeatureChoice,
  dropped: Uint8Array | null,
): FittedColumn {
  const { column } = choice;
  const seen = seenIn(table, column.id, dropped);
  const none = { column, choice, features: [], missing: seen.missing };
  if (seen.present === 0) return { ...none, unfit: 'all-missing' };
  const isFilled = choice.missing === 'mode' && seen.missing > 0;
  if (seen.levels.length === 1 && (seen.missing === 0 || isFilled)) {
    return { ...none, unfit: 'constant' };
  }
  const fill: FittedStep[] = isFilled ? [{ kind: 'fill-level', level: seen.levels[0]!.level }] : [];
  const found = encode(choice, seen, isFilled);
  const features: Feature[] = found.map((feature) => ({
    ...feature,
    steps: [...fill, ...feature.steps],
  }));
  const isLevelOfItsOwn = seen.missing > 0 && !isFilled && !isCounted(choice);
  if (isLevelOfItsOwn) features.push(flagOf(column));
  return { ...none, features, unfit: features.length === 0 ? 'constant' : null };
}

/** A frequency says by itself how frequent missing is. */
function isCounted({ encode: encoding }: FeatureChoice): boolean {
  return encoding === 'frequency' || encoding === 'count';
}

function seenIn(table: TableValue, id: string, dropped: Uint8Array | null): Seen {
  const codes = codesOf(table, id);
  let rows = table.rows;
  for (let row = 0; row < codes.codes.length; row++) {
    if (dropped?.[row] !== 1) continue;
    codes.codes[row] = -1;
    rows--;
  }
  const levels = summarizeLevels(codes);
  const present = levels.reduce((sum, { count }) => sum + count, 0);
  return { codes, levels, present, missing: rows - present };
}

function encode(choice: FeatureChoice, seen: Seen, isFilled: boolean): Feature[] {
  const rule = { kept: choice.levels, rareBelow: choice.rareBelow ?? 0 };
  switch ((choice.encode ?? 'one-hot') as TextEncode) {
    case 'one-hot':
      return named(choice, fitOneHot(choice.column.name, seen.levels, rule), '=');
    case 'tags': {
      const separator = (choice.separator ?? '') || (guessSeparator(seen.levels) ?? '');
      const tags = countTags(seen.levels, separator);
      return named(choice, fitTags(tags, separator, { ...rule, rows: seen.present }), '∋');
    }
    case 'hash':
      return named(choice, fitHash(choice.slots ?? USUAL_SLOTS), '#');
    case 'ordinal':
      return [fitOrdinal(choice, seen)];
    case 'frequency':
    case 'count':
      return [fitCounted(choice, seen, isFilled)];
    default:
      // An encoding of dates on a text that was a date once: as a category without one.
      return named(choice, fitOneHot(choice.column.name, seen.levels, rule), '=');
  }
}

function named({ column }: FeatureChoice, steps: readonly FittedStep[], sign: string): Feature[] {
  return steps.map((step) => ({
    name: `${column.name} ${sign} ${partName(step)}`,
    columnId: column.id,
    steps: [step],
  }));
}

/** Names need no language: an ellipsis is all the others. */
function partName(step: FittedStep): string {
  switch (step.kind) {
    case 'one-hot':
      return step.level;
    case 'tag':
      return step.tag;
    case 'hash':
      return String(step.slot + 1);
    default:
      return '…';
  }
}

/**
 * Places in an order. A level that nobody listed, or a rare one, comes behind all others; where
 * there is none such, an unseen level gets the middle place of the rows learned from.
 */
function fitOrdinal(choice: FeatureChoice, { codes, levels, present, missing }: Seen): Feature {
  const { column, order = [], rareBelow = 0 } = choice;
  const { alone } = partLevels(levels, present, { kept: Infinity, rareBelow });
  const usual = alone.map(({ level }) => level).sort(compareNaturally);
  const places = order.length > 0 ? order : usual;
  refuseNames(column.name, places.length);
  const isOpen = levels.some(({ level }) => !places.includes(level));
  const step = { kind: 'ordinal' as const, levels: places, other: places.length };
  const ofLevel = codes.levels.map((level) => applySteps([step], level));
  const numbers = Float64Array.from(codes.codes, (code) => (code < 0 ? NaN : ofLevel[code]!));
  const middle = Math.floor(quantile(presentOf(numbers), 0.5));
  const scale = fitScale(asNumber(choice), numbers);
  const steps: FittedStep[] = [{ ...step, other: isOpen ? places.length : middle }];
  if (missing > 0 && choice.missing !== 'mode') steps.push(fitFill(numbers, 'median'));
  if (scale) steps.push(scale);
  return { name: column.name, columnId: column.id, steps };
}

function fitCounted(choice: FeatureChoice, seen: Seen, isFilled: boolean): Feature {
  const { column, rareBelow = 0 } = choice;
  const missing = isFilled ? 0 : seen.missing;
  const step = fitFrequency(seen.levels, {
    isShare: choice.encode === 'frequency',
    missing,
    kept: Infinity,
    rareBelow,
  });
  refuseNames(column.name, step.levels.length, FREQUENCIES_LIMIT);
  const ofLevel = seen.codes.levels.map((level) => applySteps([step], level));
  const numbers = Float64Array.from(seen.codes.codes, (code) =>
    code < 0 ? (step.missing ?? NaN) : ofLevel[code]!,
  );
  const scale = fitScale(asNumber(choice), numbers);
  return { name: column.name, columnId: column.id, steps: scale ? [step, scale] : [step] };
}

/** Places and frequencies are numbers and are scaled as such. */
function asNumber(choice: FeatureChoice): FeatureChoice {
  return { ...choice, column: { ...choice.column, type: 'number' } };
}
