import type { Language } from '../../core/words';
import { copies } from '../../locale/keeping';
import { fullDate } from '../dates';

/** The title of what goes on as a copy because another tab has saved meanwhile. */
export function conflictTitle(title: string, atMs: number, language: Language): string {
  return copies.conflict(title, fullDate(atMs, language))[language];
}
