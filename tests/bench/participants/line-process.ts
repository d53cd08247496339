import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Participant, Timing } from './participant';

/** What a process answers: first its name, then a line a question. */
export interface Answer extends Partial<Timing> {
  readonly name?: string;
  readonly missing?: string;
  readonly lacks?: boolean;
  readonly peakBytes?: number;
  /** To a question that only the two ends know. */
  readonly answer?: unknown;
}

/** A participant in a process of its own, and the way to ask it more. */
export interface LineProcess extends Participant {
  readonly ask: (question: object) => Promise<Answer>;
}

/** A process that reads questions and writes answers, a line of JSON each. */
export async function startProcess(
  command: string,
  args: readonly string[],
): Promise<LineProcess | { readonly missing: string }> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const failed = new Promise<Answer>((resolve) => {
    child.on('error', (error) => resolve({ missing: error.message }));
    child.on('exit', () => resolve({ missing: 'it ended' }));
  });
  // What is written to a process that has ended is of no interest.
  child.stdin.on('error', () => undefined);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const answered = async (): Promise<Answer> => {
    const { value, done } = await lines.next();
    return done ? failed : (JSON.parse(value) as Answer);
  };
  const hello = await Promise.race([answered(), failed]);
  if (hello.name === undefined) return { missing: `${command}: ${hello.missing}` };
  const name = hello.name;
  let peak: number | undefined;

  async function ask(question: object): Promise<Answer> {
    child.stdin.write(`${JSON.stringify(question)}\n`);
    const answer = await Promise.race([answered(), failed]);
    if (answer.missing !== undefined) throw new Error(`${name}: ${answer.missing}`);
    peak = answer.peakBytes ?? peak;
    return answer;
  }

  return {
    name,
    ask,
    load: async (told) => !(await ask({ kind: 'load', ...told })).lacks,
    async run() {
      const { ms, loadMs, cpuMs, proof } = await ask({ kind: 'run' });
      if (ms === undefined || loadMs === undefined || cpuMs === undefined || !proof) {
        throw new Error(`${name} gave no time`);
      }
      return { ms, loadMs, cpuMs, proof };
    },
    peakBytes: async () => peak,
    async close() {
      child.stdin.end();
      child.kill();
    },
  };
}
