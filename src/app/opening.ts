import type { Definitions } from '../core/graph';
import { reportOf, type ProblemReport } from '../core/problem';
import type { Notebook, Source } from '../core/notebook';
import type { Language } from '../core/words';
import type { Engine, ProgressReport } from '../engine/port';
import type { Store } from '../storage/port';
import { withTables } from './more-tables';

export type OpeningStep = 'request' | 'hash' | 'read';

export type OpeningProgress = { readonly step: OpeningStep } & Pick<
  ProgressReport,
  'done' | 'total' | 'elapsedMs'
>;

export type Opening =
  | {
      readonly status: 'done';
      readonly notebook: Notebook;
      /** Why the file itself could not be kept for the next visit; null: it is kept. */
      readonly notKept: ProblemReport | null;
    }
  | { readonly status: 'failed'; readonly problem: ProblemReport }
  | { readonly status: 'cancelled' };

export interface OpeningPorts {
  readonly engine: Pick<Engine, 'addFile' | 'propose'>;
  readonly store: Pick<Store, 'saveDataset'>;
}

export interface OpeningOptions {
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: OpeningProgress) => void;
}

/** From a file to a proposed notebook: known by its hash, kept for later visits, read and profiled. */
export async function openTable(
  file: File,
  { engine, store }: OpeningPorts,
  { language, signal, onProgress }: OpeningOptions,
): Promise<Opening> {
  const { name } = file;
  const tell = (step: OpeningStep) => (progress: ProgressReport) =>
    onProgress({ ...progress, step });
  try {
    const added = await engine.addFile(file, { signal, onProgress: tell('hash') });
    const keeping = store.saveDataset({ name, ...added }, file).then(
      () => null,
      (thrown: unknown) => reportOf(thrown),
    );
    const proposal = await engine.propose({ name, sha256: added.sha256 }, language, {
      signal,
      onProgress: tell('read'),
    });
    if (proposal.status !== 'done') return proposal;
    return { ...proposal, notKept: await keeping };
  } catch (thrown) {
    return signal.aborted
      ? { status: 'cancelled' }
      : { status: 'failed', problem: unreadable(name, thrown) };
  }
}

/** From several files of one kind to a notebook that reads them as one table. */
export async function openTogether(
  files: readonly File[],
  { engine, store }: OpeningPorts,
  { language, signal, onProgress }: OpeningOptions,
): Promise<Opening> {
  const added: (Dataset & { readonly file: File })[] = [];
  try {
    for (const file of files) {
      const report = (progress: ProgressReport) => onProgress({ ...progress, step: 'hash' });
      const known = await engine.addFile(file, { signal, onProgress: report });
      added.push({ name: file.name, ...known, file });
    }
    const keeping = Promise.all(
      added.map(({ file, ...dataset }) => store.saveDataset(dataset, file)),
    );
    const kept = keeping.then(
      () => null,
      (thrown: unknown) => reportOf(thrown),
    );
    const [first, ...rest] = added.map(({ name, sha256 }) => ({ name, sha256 }));
    if (!first) return { status: 'cancelled' };
    const proposal = await engine.propose({ ...first, more: rest }, language, {
      signal,
      onProgress: (progress) => onProgress({ ...progress, step: 'read' }),
    });
    return proposal.status === 'done' ? { ...proposal, notKept: await kept } : proposal;
  } catch (thrown) {
    const name = files[added.length]?.name ?? '';
    return signal.aborted
      ? { status: 'cancelled' }
      : { status: 'failed', problem: unreadable(name, thrown) };
  }
}

type Dataset = Parameters<Store['saveDataset']>[0];

/**
 * From several files to one notebook: proposed for the first, with a cell that reads each of the
 * others. One file that cannot be read, and nothing is opened.
 */
export async function openTables(
  files: readonly File[],
  ports: OpeningPorts,
  options: OpeningOptions & { readonly definitions: Definitions },
): Promise<Opening> {
  const [first, ...others] = files;
  if (!first) return { status: 'cancelled' };
  const opening = await openTable(first, ports, options);
  if (opening.status !== 'done') return opening;
  const sources: Source[] = [];
  let { notKept } = opening;
  for (const file of others) {
    const other = await openTable(file, ports, options);
    if (other.status !== 'done') return other;
    sources.push(...other.notebook.sources);
    notKept ??= other.notKept;
  }
  const { notebook } = withTables(opening.notebook, sources, options.definitions);
  return { status: 'done', notebook, notKept };
}

export type FoundSource =
  | { readonly status: 'done'; readonly source: Source }
  | { readonly status: 'failed'; readonly problem: ProblemReport };

/** From a file to a source as a document knows it; the file is kept and the engine has it. */
export async function readSource(
  file: File,
  ports: OpeningPorts,
  language: Language,
): Promise<FoundSource> {
  const { signal } = new AbortController();
  const opening = await openTable(file, ports, { language, signal, onProgress: () => undefined });
  if (opening.status === 'failed') return opening;
  const source = opening.status === 'done' ? opening.notebook.sources[0] : undefined;
  if (source) return { status: 'done', source };
  const facts = { name: file.name, reason: 'no source' };
  return { status: 'failed', problem: { code: 'file-unreadable', facts } };
}

/** Whether a file is the data of one of the notebook's sources; if so it is kept and the engine has it. */
export async function recognizeFile(
  file: File,
  notebook: Notebook,
  { engine, store }: OpeningPorts,
): Promise<boolean> {
  const added = await engine.addFile(file).catch(() => null);
  const source = notebook.sources.find(({ sha256 }) => sha256 === added?.sha256);
  if (!added || !source) return false;
  await store.saveDataset({ name: source.name, ...added }, file).catch(() => undefined);
  return true;
}

/** The browser's own errors about a file say nothing of the file; this names it. */
function unreadable(name: string, thrown: unknown): ProblemReport {
  if (thrown instanceof DOMException) {
    return { code: 'file-unreadable', facts: { name, reason: thrown.message } };
  }
  return reportOf(thrown);
}
