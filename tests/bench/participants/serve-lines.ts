import { createInterface } from 'node:readline';
import { readArrays } from '../prepare';
import type { Given } from '../work';
import type { Answer } from './line-process';
import type { Told } from './participant';

/** A question that is no `load`; what else it holds is between the two ends. */
export interface Question {
  readonly kind: string;
}

/** The other end of `startProcess`, in a Node of its own. */
export async function serveLines(
  name: string,
  parts: {
    /** False: cannot do this. */
    readonly load: (given: Given, told: Told) => boolean;
    readonly answer: (question: Question) => Promise<Answer>;
  },
): Promise<void> {
  const peakBytes = (): number => process.resourceUsage().maxRSS * 1024;
  const say = (answer: Answer): void => void process.stdout.write(`${JSON.stringify(answer)}\n`);

  async function answerTo(question: Question): Promise<Answer> {
    if (question.kind !== 'load') return parts.answer(question);
    // The bench writes the kind and what is told into one object.
    const told = question as Question & Told;
    return { lacks: !parts.load(readArrays(told.arrays), told) };
  }

  const before = peakBytes();
  say({ name });
  for await (const line of createInterface(process.stdin)) {
    const answer = await answerTo(JSON.parse(line) as Question);
    say({ ...answer, peakBytes: peakBytes() - before });
  }
}
