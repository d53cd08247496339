/** Work that pauses every few milliseconds, so that whoever drives it may listen, and show progress. */
export type Paced<T> = Generator<void, T, void>;

/** Rows between two pauses of a loop that does little for each. */
export const BLOCK = 1 << 15;

/** Rows between two pauses where each row costs about a microsecond. */
export const SLOW_BLOCK = 1 << 12;
