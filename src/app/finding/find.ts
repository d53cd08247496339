import { bestScore } from './match';
import type { FinderItem } from './item';

/** Items shown while nothing is typed, and answers shown at most. */
const SHOWN = 60;
const UNASKED: readonly FinderItem['group'][] = ['command', 'cell'];

/**
 * The items that answer a question, the best first, equal ones in their order; without a question
 * those used last, then commands and cells.
 */
export function findItems(
  question: string,
  items: readonly FinderItem[],
  recent: readonly string[],
): FinderItem[] {
  const able = items.filter(({ isOff }) => !isOff);
  if (question.trim() === '') {
    const last = recent.flatMap((id) => able.find((item) => item.id === id) ?? []);
    const rest = able.filter((item) => UNASKED.includes(item.group) && !last.includes(item));
    return [...last, ...rest].slice(0, SHOWN);
  }
  return able
    .flatMap((item) => {
      const { words, about } = item;
      const texts = [words.zh, words.en, ...(about ? [about.zh, about.en] : [])];
      const score = bestScore(question, texts);
      if (score === null) return [];
      const age = recent.indexOf(item.id);
      return [{ item, score: score + (age < 0 ? 0 : 0.5 / (age + 1)) }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN)
    .map(({ item }) => item);
}

/** What was used last, this first. */
export function withRecent(recent: readonly string[], id: string): string[] {
  return [id, ...recent.filter((other) => other !== id)].slice(0, 6);
}
