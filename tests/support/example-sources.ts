import { createHash } from 'node:crypto';
import type { Notebook, Source } from '../../src/core/notebook';
import { SAMPLES } from '../../src/samples/catalogue';
import { sampleFile } from '../../src/samples/generate';

const LANGUAGES = ['en', 'zh'] as const;

/**
 * The files of an example notebook. Examples use the project's own samples, which are known by
 * file name and length and made up again here; the hash says whether they are the same bytes.
 */
export async function filesOf(notebook: Notebook): Promise<ReadonlyMap<string, File>> {
  const files = await Promise.all(notebook.sources.map(fileOf));
  return new Map(notebook.sources.map((source, i) => [source.sha256, files[i]!]));
}

async function fileOf(source: Source): Promise<File> {
  for (const sample of SAMPLES) {
    for (const language of LANGUAGES) {
      if (sample.fileName[language] !== source.name) continue;
      const file = sampleFile(sample, { rows: source.rows, language });
      if ((await hashOfFile(file)) === source.sha256) return file;
    }
  }
  throw new Error(`${source.name} is none of our samples at ${source.rows} rows`);
}

export async function hashOfFile(file: Blob): Promise<string> {
  return createHash('sha256')
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest('hex');
}
