import { describe, expect, it } from 'vitest';
import type { Job, Progress } from '../core/job';
import { drive, type StepProgress } from './drive';

/** A clock that moves only when a job works: each step takes `stepMs`. */
function createClock(stepMs: number) {
  let time = 0;
  return { now: () => time, work: () => (time += stepMs) };
}

async function* steps(count: number, work: () => void = () => undefined): Job<string, number> {
  for (let done = 1; done <= count; done++) {
    work();
    yield { done, total: count, partial: () => done };
  }
  return 'whole';
}

const noPartial = async function* (): Job<string> {
  for (;;) yield { done: 0, total: 1 };
};

describe('drive', () => {
  it('gives what the job returns', async () => {
    expect(await drive(steps(3))).toEqual({ status: 'done', value: 'whole' });
  });

  it('rejects with what the job throws', async () => {
    const job = (async function* (): Job<string> {
      yield { done: 0, total: 1 };
      throw new TypeError('broken');
    })();
    await expect(drive(job)).rejects.toThrow('broken');
  });

  it('lets the event loop run whenever a slice is over', async () => {
    const clock = createClock(5);
    let turns = 0;
    let isOver = false;
    const count = (): void => {
      turns++;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    await drive(steps(30, clock.work), { sliceMs: 12, now: clock.now });
    isOver = true;
    expect(turns).toBeGreaterThanOrEqual(9);
  });

  it('hears a cancel between two slices and keeps the last finished step', async () => {
    const controller = new AbortController();
    const clock = createClock(5);
    const driving = drive(steps(1e9, clock.work), {
      signal: controller.signal,
      sliceMs: 12,
      now: clock.now,
    });
    setImmediate(() => controller.abort());
    const ended = await driving;
    expect(ended.status).toBe('partial');
  });

  it('is cancelled without a partial result when the job offers none', async () => {
    const controller = new AbortController();
    const driving = drive(noPartial(), { signal: controller.signal, sliceMs: 0 });
    setImmediate(() => controller.abort());
    expect(await driving).toEqual({ status: 'cancelled' });
  });

  it('does not take a partial result from a job that is in the middle of a step', async () => {
    const controller = new AbortController();
    let isCleanedUp = false;
    let goOn: () => void = () => undefined;
    const job = (async function* (): Job<string, number> {
      try {
        yield { done: 0, total: 2, partial: () => 1 };
        await new Promise<void>((resolve) => (goOn = resolve));
        yield { done: 1, total: 2 };
        return 'whole';
      } finally {
        isCleanedUp = true;
      }
    })();
    const driving = drive(job, { signal: controller.signal, patienceMs: 1 });
    setImmediate(() => controller.abort());
    expect(await driving).toEqual({ status: 'cancelled' });
    goOn();
    await new Promise((resolve) => setImmediate(resolve));
    expect(isCleanedUp).toBe(true);
  });

  it('takes what a job throws after a cancel for the cancel', async () => {
    const controller = new AbortController();
    const job = (async function* (): Job<string> {
      yield { done: 0, total: 1 };
      await new Promise((_resolve, reject) => {
        controller.signal.addEventListener('abort', () => reject(new Error('stopped')));
      });
      return 'whole';
    })();
    const driving = drive(job, { signal: controller.signal });
    setImmediate(() => controller.abort());
    expect(await driving).toEqual({ status: 'cancelled' });
  });

  it('cleans up after a cancelled job', async () => {
    let isCleanedUp = false;
    const job = (async function* (): Job<string> {
      try {
        for (;;) yield { done: 0, total: 1 };
      } finally {
        isCleanedUp = true;
      }
    })();
    const controller = new AbortController();
    setImmediate(() => controller.abort());
    await drive(job, { signal: controller.signal, sliceMs: 0 });
    expect(isCleanedUp).toBe(true);
  });

  it('reports the first step at once and then now and then, never a function', async () => {
    const clock = createClock(20);
    const seen: StepProgress[] = [];
    await drive(steps(10, clock.work), { now: clock.now, onProgress: (step) => seen.push(step) });
    const expected: Progress[] = [1, 4, 7, 10].map((done) => ({ done, total: 10 }));
    expect(seen).toEqual(expected);
  });
});
