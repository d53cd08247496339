import type { Job } from '../core/job';
import { Problem } from '../core/problem';
import { putTogether } from '../table/moved-table';
import type { EngineParts } from './inline-engine';
import { createInbox } from './inbox';
import type { Link } from './link';
import { parseReport } from './parse-report';
import type { FromReader, ReadRequest } from './read-protocol';
import type { ReadSource } from './run-task';
import { watchSilence } from './silence';

export interface ReaderClientOptions {
  /** Starts a worker that runs `serveReader`. */
  readonly start: () => Link;
  /** The compiled kernels, which readers are handed. */
  readonly kernels?: WebAssembly.Module;
  /** A reader that is silent for so many beats hangs on a damaged file and is stopped. */
  readonly silence?: { readonly beatMs: number; readonly beats: number };
}

/**
 * Reads files in workers of their own, a fresh one for each file, so that nothing of a file stays
 * in memory beside its table. A reader is stopped when it falls silent, and at once when the read
 * is cancelled; the next one is started ahead of need.
 */
export function createReaderClient(options: ReaderClientOptions): {
  readonly readFile: EngineParts['readFile'];
  readonly dispose: () => void;
} {
  const kernels = options.kernels ?? null;
  // Nobody waits for a damaged file for ten seconds.
  const silence = options.silence ?? { beatMs: 500, beats: 19 };
  let spare: Link | undefined;
  function warmUp(): void {
    spare ??= options.start();
    // Whatever it says before it is asked, also that it could not start, the read will find out.
    spare.listen(() => undefined);
  }
  warmUp();

  async function* readFile(...[file, how, signal]: Parameters<EngineParts['readFile']>) {
    const link = spare ?? options.start();
    spare = undefined;
    const inbox = createInbox<FromReader>(link);
    const seconds = (silence.beatMs * silence.beats) / 1000;
    const stop = new Problem('file-reader-stopped', { name: how.name, seconds });
    const watch = watchSilence(silence, () => inbox.fail(stop));
    const onAbort = (): void => inbox.fail(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    const request: ReadRequest = { kind: 'read', file, options: how, kernels };
    link.post(request);
    try {
      return yield* receive(inbox.next, watch.heard);
    } finally {
      watch.stop();
      signal.removeEventListener('abort', onAbort);
      link.close();
      warmUp();
    }
  }

  return { readFile, dispose: () => spare?.close() };
}

async function* receive(
  next: () => Promise<FromReader>,
  heard: () => void,
): Job<ReadSource, never> {
  for (;;) {
    const message = await next();
    heard();
    switch (message.kind) {
      case 'heartbeat':
        continue;
      case 'progress':
        yield message.progress;
        continue;
      case 'failed':
        throw new Problem(message.problem.code, message.problem.facts);
      case 'read':
        return { value: putTogether(message.table), report: parseReport(message.report) };
      default:
        return message satisfies never;
    }
  }
}
