import type { Language } from '../../core/words';
import type { StreakUnit } from '../../table/sequence/streaks';
import { FIGURE_NAMES, FIGURES, SEVERAL_NAMES, STREAK_NAMES, type Figure } from './figures';

/** The columns that may come out, by the words of the list to choose them from. */
export function figureOptions(
  streak: StreakUnit,
  language: Language,
): readonly { readonly value: Figure; readonly label: string }[] {
  const names = { ...FIGURE_NAMES, ...SEVERAL_NAMES, ...STREAK_NAMES[streak] };
  return FIGURES.map((figure) => ({ value: figure, label: names[figure][language] }));
}
