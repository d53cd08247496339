import { Problem } from '../core/problem';
import type { PackedFile } from '../notebook-file/bundle';
import type { Foreign, ForeignNotebook } from '../notebook-file/read-document';
import type { DocumentRequest, FromDocumentWorker } from './document-protocol';
import { createInbox } from './inbox';
import type { Link } from './link';

/** Reads and packs documents away from the page. */
export interface Documents {
  /** Rejects with a `Problem`; what takes too long is stopped and refused. */
  readonly read: (foreign: Foreign, name: string) => Promise<ForeignNotebook>;
  /** All files in one zip. */
  readonly pack: (
    files: readonly PackedFile[],
    watch?: {
      /** Ends the packing: it rejects with the signal's reason. */
      readonly signal?: AbortSignal;
      readonly onProgress?: (done: number, total: number) => void;
    },
  ) => Promise<Blob>;
}

/** How long reading may take from when it begins: text is parsed in a moment, data are unpacked. */
const SECONDS: Readonly<Record<Foreign['kind'], number>> = { notebook: 3, link: 3, bundle: 60 };

/** Each document gets a worker of its own that is ended with it, so that none can linger. */
export function createDocuments(start: () => Promise<Link>): Documents {
  /** The answer of a worker; what it says on the way is heard. */
  async function ask(
    request: DocumentRequest,
    hear: (message: FromDocumentWorker, stop: (reason: unknown) => void) => void,
  ): Promise<FromDocumentWorker> {
    const link = await start();
    const inbox = createInbox<FromDocumentWorker>(link);
    link.post(request);
    try {
      for (;;) {
        const message = await inbox.next();
        hear(message, inbox.fail);
        if (message.kind === 'failed') {
          throw new Problem(message.problem.code, message.problem.facts);
        }
        if (message.kind === 'read' || message.kind === 'packed') return message;
      }
    } finally {
      link.close();
    }
  }

  return {
    read: async (foreign, name) => {
      const seconds = SECONDS[foreign.kind];
      let timer: ReturnType<typeof setTimeout> | undefined;
      try {
        const answer = await ask({ kind: 'read', foreign }, ({ kind }, stop) => {
          const give = (): void => stop(new Problem('file-reader-stopped', { name, seconds }));
          if (kind === 'begun') timer = setTimeout(give, seconds * 1000);
        });
        if (answer.kind !== 'read') throw new Error('an answer to another question');
        return answer.document;
      } finally {
        clearTimeout(timer);
      }
    },
    pack: async (files, { signal, onProgress } = {}) => {
      signal?.throwIfAborted();
      const answer = await ask({ kind: 'pack', files }, (message, stop) => {
        if (signal?.aborted) stop(signal.reason);
        if (message.kind === 'begun') {
          signal?.addEventListener('abort', () => stop(signal.reason), { once: true });
        }
        if (message.kind === 'packing') onProgress?.(message.done, message.total);
      });
      if (answer.kind !== 'packed') throw new Error('an answer to another question');
      return answer.blob;
    },
  };
}
