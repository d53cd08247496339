/** One value a user with an event, in the order in which users first appear; NaN is missing. */
export interface UserFigures {
  readonly users: number;
  /** A row of the table with the user's name in it. */
  readonly row: Int32Array;
  readonly events: Float64Array;
  /** Events in the last days before the reference, by window. */
  readonly windows: readonly Float64Array[];
  readonly activeDays: Float64Array;
  readonly longestStreak: Float64Array;
  readonly currentStreak: Float64Array;
  readonly sessions: Float64Array;
  /** Mean minutes from the first to the last event of a session. */
  readonly sessionMinutes: Float64Array;
  /** Different events, and their entropy in bits. */
  readonly distinct: Float64Array;
  readonly entropy: Float64Array;
  /** Hours from one event to the next; missing with one event. */
  readonly meanGap: Float64Array;
  readonly medianGap: Float64Array;
  /** The hour (0 – 23) and the weekday (0 is Monday) with most events; of equals the first. */
  readonly hour: Float64Array;
  readonly weekday: Float64Array;
  /** First and last event (ms, on the users' clocks). */
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** Sum and mean of the values that are there; missing where none is. */
  readonly valueSum: Float64Array;
  readonly valueMean: Float64Array;
  /** By chosen event: how often, and when last; missing where never. */
  readonly eventCounts: readonly Float64Array[];
  readonly eventLast: readonly Float64Array[];
}

/** Room for so many users, all missing. */
export function emptyFigures(users: number, windows: number, chosen: number): UserFigures {
  const missing = () => new Float64Array(users).fill(NaN);
  const several = (count: number) => Array.from({ length: count }, missing);
  return {
    users,
    row: new Int32Array(users),
    events: missing(),
    windows: several(windows),
    activeDays: missing(),
    longestStreak: missing(),
    currentStreak: missing(),
    sessions: missing(),
    sessionMinutes: missing(),
    distinct: missing(),
    entropy: missing(),
    meanGap: missing(),
    medianGap: missing(),
    hour: missing(),
    weekday: missing(),
    first: missing(),
    last: missing(),
    valueSum: missing(),
    valueMean: missing(),
    eventCounts: several(chosen),
    eventLast: several(chosen),
  };
}
