import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Given } from '../work';
import type { Answer } from './line-process';
import type { StoredArray, Told } from './participant';

type Question =
  ({ readonly kind: 'load' } & Told) | { readonly kind: 'run' } | { readonly kind: 'limits' };

/** The other end of `startProcess`, in a Node of its own. */
export async function serveLines(
  name: string,
  parts: {
    /** False: cannot do this. */
    readonly load: (given: Given, told: Told) => boolean;
    readonly run: () => Promise<Answer>;
    readonly limits?: () => Answer;
  },
): Promise<void> {
  const peakBytes = (): number => process.resourceUsage().maxRSS * 1024;
  const say = (answer: Answer): void => void process.stdout.write(`${JSON.stringify(answer)}\n`);
  async function answerTo(question: Question): Promise<Answer> {
    if (question.kind === 'run') return parts.run();
    if (question.kind === 'limits') return parts.limits?.() ?? {};
    return { lacks: !parts.load(readArrays(question.arrays), question) };
  }
  const before = peakBytes();
  say({ name });
  for await (const line of createInterface(process.stdin)) {
    const question = JSON.parse(line) as Question;
    say({ ...(await answerTo(question)), peakBytes: peakBytes() - before });
  }
}

function readArrays(arrays: readonly StoredArray[]): Given {
  const types = { Float32Array, Float64Array, Int32Array };
  const entries = arrays.map(({ name, type, path }) => {
    // Small files lie in a pool of Node's, at any offset.
    const bytes = Uint8Array.from(readFileSync(path));
    return [name, new types[type](bytes.buffer)] as const;
  });
  return Object.fromEntries(entries);
}
