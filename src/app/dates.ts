import type { Language } from '../core/words';
import { start } from '../locale/start';

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;

/** The time of day: `14:32`. */
export function timeOfDay(atMs: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit' }).format(
    atMs,
  );
}

/** The day and the time, for paper. */
export function fullDate(atMs: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(atMs);
}

/** When something was changed, as people say it: today with the time, else the day. */
export function dayWords(atMs: number, nowMs: number, language: Language): string {
  const days = startOfDay(nowMs) - startOfDay(atMs);
  if (days <= 0) return `${start.today[language]} ${timeOfDay(atMs, language)}`;
  if (days <= 25 * 3_600_000) return `${start.yesterday[language]} ${timeOfDay(atMs, language)}`;
  const isThisYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear();
  return new Intl.DateTimeFormat(locales[language], {
    month: 'long',
    day: 'numeric',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(atMs);
}

function startOfDay(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}
