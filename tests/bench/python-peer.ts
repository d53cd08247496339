import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BenchCase } from './cases';
import type { Given, Peer, Timing } from './peer';

interface Answer extends Partial<Timing> {
  readonly version?: string;
  readonly missing?: string;
}

/** scikit-learn in a Python of the user's; a sentence when there is none. */
export async function startPython(): Promise<Peer | string> {
  const python = process.env.FENQUN_PYTHON ?? 'python3';
  const child = spawn(python, ['tests/bench/peer.py'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const failed = new Promise<Answer>((resolve) => {
    child.on('error', (error) => resolve({ missing: error.message }));
    child.on('exit', () => resolve({ missing: 'it ended' }));
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const answered = async (): Promise<Answer> => {
    const { value, done } = await lines.next();
    return done ? failed : (JSON.parse(value) as Answer);
  };
  const hello = await Promise.race([answered(), failed]);
  if (!hello.version) return `scikit-learn is missing (${python}: ${hello.missing})`;
  const folder = mkdtempSync(join(tmpdir(), 'fenqun-bench-'));

  function ask(question: object): Promise<Answer> {
    child.stdin.write(`${JSON.stringify(question)}\n`);
    return Promise.race([answered(), failed]);
  }

  return {
    name: `scikit-learn ${hello.version}`,
    async load({ matrix, starts, labels }: Given) {
      const paths = {
        points: join(folder, 'x'),
        starts: join(folder, 's'),
        labels: join(folder, 'l'),
      };
      writeFileSync(paths.points, matrix.values);
      writeFileSync(paths.starts, starts);
      writeFileSync(paths.labels, labels);
      await ask({ work: 'load', columns: matrix.columns, ...paths });
    },
    async run({ work, clusters, iterations }: BenchCase) {
      const { ms, cpuMs, ...rest } = await ask({ work, clusters, iterations });
      if (ms === undefined || cpuMs === undefined) throw new Error('scikit-learn gave no time');
      return { ms, cpuMs, ...rest };
    },
    close() {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
