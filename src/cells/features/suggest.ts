import type { Job } from '../../core/job';
import type { MixedParts, TableValue } from '../../core/values';
import { codesOf } from '../../table/column';
import { numbersFor } from '../../table/encode/fit-column';
import { isCategory, nameOfChoice, type FittedColumn } from '../../table/encode/feature-choice';
import { summarizeLevels } from '../../table/encode/one-hot';
import { suggestTreatment } from '../../table/encode/suggest-treatment';
import { countTags, guessSeparator } from '../../table/encode/tags';
import type { Suggestion } from './display';
import { toHistogram } from './histogram';

/** What the data of a column ask for beyond what was done with it; null: nothing. */
export async function* suggestFor(
  table: TableValue,
  { choice, features }: FittedColumn,
  measure: MixedParts['measure'] | undefined,
): Job<Suggestion | null, never> {
  if (isCategory(choice))
    return choice.encode === 'tags' ? null : suggestTags(table, choice.column.id);
  if (choice.column.type !== 'number') return null;
  const bend = features[0]!.steps.find(({ kind }) => kind === 'log' || kind === 'yeo-johnson');
  const used = {
    bend: bend?.kind === 'log' || bend?.kind === 'yeo-johnson' ? bend : null,
    // Gower's scale is its own.
    scale: measure === 'gower' ? ('none' as const) : choice.scale,
  };
  const numbers = numbersFor(table, choice);
  const found = yield* suggestTreatment(nameOfChoice(choice), numbers, used);
  if (found === null) return null;
  const { values, ...treatment } = found;
  return { kind: 'treatment', ...treatment, preview: toHistogram(values) };
}

function suggestTags(table: TableValue, id: string): Suggestion | null {
  const levels = summarizeLevels(codesOf(table, id));
  const separator = guessSeparator(levels);
  if (separator === null) return null;
  return { kind: 'tags', separator, tags: countTags(levels, separator).length };
}
