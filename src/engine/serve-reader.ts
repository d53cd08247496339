import { reportOf } from '../core/problem';
import { takeApart } from '../table/moved-table';
import { drive } from './drive';
import type { EngineParts } from './inline-engine';
import type { Link } from './link';
import type { FromReader, ReadRequest } from './read-protocol';

const HEARTBEAT_MS = 500;

/** The reader's half: reads one file after another until it is stopped from outside. */
export function serveReader(
  link: Link,
  createReader: (kernels: WebAssembly.Module | null) => EngineParts['readFile'],
): void {
  const post = (message: FromReader, transfer: readonly ArrayBuffer[] = []): void =>
    link.post(message, transfer);
  const never = new AbortController().signal;

  async function read({ file, options, kernels }: ReadRequest): Promise<void> {
    const beat = setInterval(() => post({ kind: 'heartbeat' }), HEARTBEAT_MS);
    try {
      const driven = await drive(createReader(kernels)(file, options, never), {
        onProgress: (progress) => post({ kind: 'progress', progress }),
      });
      if (driven.status !== 'done') return;
      const { value, report } = driven.value;
      const { moved, buffers } = takeApart(value);
      post({ kind: 'read', table: moved, report }, buffers);
    } catch (thrown) {
      post({ kind: 'failed', problem: reportOf(thrown) });
    } finally {
      clearInterval(beat);
    }
  }

  // Only the engine that started us can post here, and it posts nothing else.
  link.listen((message) => void read(message as ReadRequest));
}
