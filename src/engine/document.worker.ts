import { reportOf } from '../core/problem';
import { packFiles } from '../notebook-file/bundle';
import { readDocument } from '../notebook-file/read-document';
import type { DocumentRequest, FromDocumentWorker } from './document-protocol';
import { linkToStarter } from './link-to-starter';

const link = linkToStarter();
const post = (message: FromDocumentWorker): void => link.post(message);

async function answer(request: DocumentRequest): Promise<void> {
  post({ kind: 'begun' });
  try {
    if (request.kind === 'read') {
      post({ kind: 'read', document: await readDocument(request.foreign) });
      return;
    }
    const report = (done: number, total: number): void => post({ kind: 'packing', done, total });
    post({ kind: 'packed', blob: await packFiles(request.files, report) });
  } catch (thrown) {
    post({ kind: 'failed', problem: reportOf(thrown) });
  }
}

// Only the page that started us can post here, and it posts nothing else.
link.listen((message) => void answer(message as DocumentRequest));
