/** What becomes of a row of a log: the first of these that holds. 0 is an event that counts. */
export const EVENT_OUTCOMES = [
  'event',
  'user-missing',
  'time-missing',
  'event-missing',
  'after-reference',
] as const;

export type EventOutcome = (typeof EVENT_OUTCOMES)[number];
