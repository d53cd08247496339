import type { FittedStep } from '../../core/values';
import type { Level } from './one-hot';
import { partLevels, type RareRule } from './rare-levels';

export type TagStep = Extract<FittedStep, { kind: 'tag' }>;
export type TagRestStep = Extract<FittedStep, { kind: 'tag-rest' }>;

/** What people write between several values of one cell, the least ambiguous first. */
export const SEPARATORS = ['|', ';', '；', '、', '，', ','] as const;

/** From this share of rows on, a sign between words is a habit and no accident. */
const HABIT = 0.1;

/** The tags of a text, each once, without the spaces around them. */
export function tagsIn(text: string, separator: string): readonly string[] {
  if (separator === '') return [text.trim()];
  const tags = text.split(separator).map((tag) => tag.trim());
  return [...new Set(tags)].filter((tag) => tag !== '');
}

/**
 * The separator that most rows have, if a tenth of them do and the parts come again: fewer tags
 * than texts. Null: one value a cell. Linear in the texts.
 */
export function guessSeparator(levels: readonly Level[]): string | null {
  const rows = levels.reduce((sum, { count }) => sum + count, 0);
  let best: { readonly separator: string; readonly rows: number } | null = null;
  for (const separator of SEPARATORS) {
    const having = levels.filter(({ level }) => level.includes(separator));
    const count = having.reduce((sum, level) => sum + level.count, 0);
    if (count < HABIT * rows || count <= (best?.rows ?? 0)) continue;
    const tags = new Set(having.flatMap(({ level }) => tagsIn(level, separator)));
    if (tags.size < rows / 2) best = { separator, rows: count };
  }
  return best?.separator ?? null;
}

/** How many rows have each tag, the most frequent first, then by text. */
export function countTags(levels: readonly Level[], separator: string): readonly TagCount[] {
  const counts = new Map<string, number>();
  for (const { level, count } of levels) {
    for (const tag of tagsIn(level, separator)) counts.set(tag, (counts.get(tag) ?? 0) + count);
  }
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}

export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

/** One step a frequent tag, and one for all rare tags together. */
export function fitTags(
  tags: readonly TagCount[],
  separator: string,
  { rows, ...rule }: RareRule & { readonly rows: number },
): readonly FittedStep[] {
  const { alone, rare } = partLevels(tags, rows, rule);
  const names = alone.map(({ tag }) => tag);
  const steps: FittedStep[] = names.map((tag) => ({ kind: 'tag', tag, separator }));
  if (rare.length > 0) steps.push({ kind: 'tag-rest', tags: names, separator });
  return steps;
}

export function applyTag({ tag, separator }: TagStep, text: string): number {
  return tagsIn(text, separator).includes(tag) ? 1 : 0;
}

export function applyTagRest({ tags, separator }: TagRestStep, text: string): number {
  return tagsIn(text, separator).some((tag) => !tags.includes(tag)) ? 1 : 0;
}
