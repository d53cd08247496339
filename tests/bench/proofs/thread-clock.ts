import { openSync, readSync } from 'node:fs';

/** Milliseconds since some moment. */
export type Clock = () => number;

/**
 * Processor time of the main thread, which other programs do not disturb, as Linux tells it; wall
 * time elsewhere.
 */
export function threadClock(): Clock {
  let file: number;
  try {
    file = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
  } catch {
    return () => performance.now();
  }
  const bytes = Buffer.alloc(64);
  return () => {
    const length = readSync(file, bytes, 0, bytes.length, 0);
    // The first of three numbers is the time on a processor, in nanoseconds.
    return Number(bytes.toString('latin1', 0, length).split(' ', 1)[0]) / 1e6;
  };
}
