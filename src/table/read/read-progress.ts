import type { Progress } from '../../core/job';

/** Bytes done of all that is to be done; a pass that has to be repeated adds to both. */
export class ReadProgress {
  done = 0;
  constructor(public total: number) {}

  after(
    bytes: number,
    phase: string,
    facts: Readonly<Record<string, number>> = {},
  ): Progress<never> {
    this.done = Math.min(this.total, this.done + bytes);
    return { done: this.done, total: this.total, phase, facts };
  }
}
