import { reportOf, type ProblemReport } from '../core/problem';

/** Why an engine stopped whose memory the browser would not make larger. */
export const OUT_OF_MEMORY = 'out-of-memory';

/** What engines say when an array or a Wasm memory cannot be had. */
const REFUSED_MEMORY =
  /allocation failed|could not allocate|invalid typed array length|out of memory|memory\.grow/i;

/**
 * What to send across a thread for anything thrown by a computation: a `Problem` as it is, memory
 * that was refused as `engine-stopped`, anything else as `internal`.
 */
export function reportThrown(thrown: unknown): ProblemReport {
  const isRefused = thrown instanceof RangeError && REFUSED_MEMORY.test(thrown.message);
  return isRefused
    ? { code: 'engine-stopped', facts: { reason: OUT_OF_MEMORY } }
    : reportOf(thrown);
}

/** Whether an answer, whatever it is to, says that memory was refused. */
export function isOutOfMemory(answer: object): boolean {
  const parts: unknown[] = [answer, ...Object.values(answer)];
  return parts.some((part) => {
    if (typeof part !== 'object' || part === null || !('problem' in part)) return false;
    // Only our own protocol brings a problem.
    const { code, facts } = part.problem as ProblemReport;
    return code === 'engine-stopped' && 'reason' in facts && facts.reason === OUT_OF_MEMORY;
  });
}
