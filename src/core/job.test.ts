import { describe, expect, it } from 'vitest';
import { finish, stretch, type Job } from './job';

async function* steps(count: number, onEnd?: () => void): Job<string> {
  try {
    for (let done = 0; done <= count; done++) yield { done, total: count, phase: 'walk' };
    return 'there';
  } finally {
    onEnd?.();
  }
}

describe('stretch', () => {
  it('scales the progress of a job into its stretch and returns what it returns', async () => {
    const seen: number[] = [];
    const job = stretch(steps(4), 0.5, 1);
    for (let step = await job.next(); ; step = await job.next()) {
      if (step.done) {
        expect(step.value).toBe('there');
        break;
      }
      seen.push(step.value.done / step.value.total);
    }
    expect(seen).toEqual([0.5, 0.625, 0.75, 0.875, 1]);
    expect(await finish(stretch(steps(0), 0, 1))).toBe('there');
  });

  it('abandons the job when it is abandoned', async () => {
    let isEnded = false;
    const job = stretch(
      steps(4, () => (isEnded = true)),
      0,
      1,
    );
    await job.next();
    await job.return('' as never);
    expect(isEnded).toBe(true);
  });
});
