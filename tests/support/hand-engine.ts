import type { Engine, Outcome, ProgressReport, RunOptions, Task } from '../../src/engine/port';

/** A question that waits for the test to answer it. */
export interface Asked {
  readonly task: Task;
  readonly signal: AbortSignal | undefined;
  /** Tells the last iteration of a run after it was answered. */
  readonly tellLate: RunOptions['onLatePartial'];
  readonly tell: (progress: ProgressReport) => void;
  readonly answer: (outcome: Outcome) => Promise<void>;
  readonly finish: (display?: unknown) => Promise<void>;
}

/** An engine whose every answer the test gives by hand. */
export class HandEngine implements Pick<Engine, 'run' | 'provideFile'> {
  /** Questions not yet answered, in order. */
  readonly open: Asked[] = [];
  /** Every cell that was ever asked for, in order. */
  readonly asked: string[] = [];
  readonly provided: string[] = [];

  run(task: Task, options: RunOptions = {}): Promise<Outcome> {
    this.asked.push(task.cellId);
    return new Promise((resolve) => {
      const answer = async (outcome: Outcome) => {
        this.open.splice(this.open.indexOf(asked), 1);
        resolve(outcome);
        await settled();
      };
      const { fingerprint } = task;
      const asked: Asked = {
        task,
        signal: options.signal,
        tellLate: options.onLatePartial,
        tell: (progress) => options.onProgress?.(progress),
        answer,
        finish: (display = task.cellId) =>
          answer({ status: 'done', fingerprint, display, elapsedMs: 5 }),
      };
      this.open.push(asked);
    });
  }

  provideFile(sha256: string): void {
    this.provided.push(sha256);
  }

  /** The open question about a cell. */
  for(cellId: string): Asked {
    const found = this.open.find(({ task }) => task.cellId === cellId);
    if (!found) throw new Error(`nobody asked for ${cellId}`);
    return found;
  }

  /** Answers the questions about these cells, one after the other. */
  async finishEach(...cellIds: readonly string[]): Promise<void> {
    for (const cellId of cellIds) {
      await settled();
      await this.for(cellId).finish();
    }
  }

  /** Answers everything that is asked, until nothing more is. */
  async finishAll(): Promise<void> {
    await settled();
    for (let asked = this.open[0]; asked; asked = this.open[0]) await asked.finish();
  }
}

/** Lets promises that can settle do so. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 12; i++) await Promise.resolve();
}
