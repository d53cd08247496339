import type { Cell, Notebook, Source } from '../../core/notebook';
import { Problem } from '../../core/problem';
import { fileBeside } from '../../notebook-file/beside';
import type { PackedFile } from '../../notebook-file/bundle';
import type { Store } from '../../storage/port';

/** What goes along with a notebook for one of its sources. */
export type Passenger = 'nothing' | 'original' | 'twin';

/** A notebook as it leaves, with the files of its data under the names that it is found by. */
export interface Departure {
  readonly notebook: Notebook;
  readonly data: readonly PackedFile[];
}

export interface DeparturePorts {
  readonly store: Pick<Store, 'readDataset'>;
  /** Draws the twin of a source and says what it is as a source. */
  readonly twinOf: (source: Source) => Promise<{ readonly file: File; readonly source: Source }>;
}

/**
 * The notebook with the chosen data: originals as they were dropped, byte for byte, so that every
 * result keeps its fingerprint; twins in the place of the source they stand for. Throws a `Problem`.
 */
export async function depart(
  notebook: Notebook,
  choice: ReadonlyMap<string, Passenger>,
  { folder, ports }: { readonly folder: string; readonly ports: DeparturePorts },
): Promise<Departure> {
  let leaving = notebook;
  const files: PackedFile[] = [];
  for (const source of notebook.sources) {
    const chosen = choice.get(source.name) ?? 'nothing';
    if (chosen === 'original') {
      const content = await ports.store.readDataset(source.sha256);
      if (!content) throw new Problem('source-missing', source);
      files.push({ path: folder + fileBeside(source), content });
    }
    if (chosen === 'twin') {
      const { file, source: twin } = await ports.twinOf(source);
      leaving = withTwin(leaving, source, twin);
      files.push({ path: folder + fileBeside(twin), content: file });
    }
  }
  return { notebook: leaving, data: files };
}

/** The notebook over the twin, under the twin's own name, so that nobody takes it for the original. */
function withTwin(notebook: Notebook, source: Source, twin: Source): Notebook {
  const renamed = (name: unknown) => (name === source.name ? twin.name : name);
  const cells = notebook.cells.map((cell): Cell => {
    const { source: own, more, types } = cell.params;
    const isReader = own === source.name || (Array.isArray(more) && more.includes(source.name));
    if (!isReader) return cell;
    if (own === source.name && !Array.isArray(more)) {
      // How the original was to be read says nothing of the twin.
      return { ...cell, params: { source: twin.name, ...(types === undefined ? {} : { types }) } };
    }
    const others = Array.isArray(more) ? more.map((name) => renamed(name) as string) : [];
    return { ...cell, params: { ...cell.params, source: renamed(own) as string, more: others } };
  });
  const sources = notebook.sources.map((one) => (one.name === source.name ? twin : one));
  return { ...notebook, cells, sources };
}
