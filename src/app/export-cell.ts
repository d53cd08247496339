import type { OnExport, SaveEnd } from '../core/view-props';
import type { Json } from '../core/json';
import { cellTypeOf } from '../cells/catalogue';
import { reportOf, type ProblemReport } from '../core/problem';
import { taskOf } from '../core/task';
import type { Language } from '../core/words';
import type { Engine } from '../engine/port';
import { problemLines } from '../locale/problems';
import type { Store } from '../storage/port';
import { fileNameOf } from './download';
import { calledBy, labelsOfCalled, namesOfCalled } from './segments';
import type { Session } from './session.svelte';
import { createSourceSupply } from './source-supply';

export interface ExportPorts {
  readonly engine: Pick<Engine, 'export' | 'provideFile'>;
  readonly store: Pick<Store, 'readDataset'>;
  readonly save: (file: Blob, name: string) => void;
}

/** Makes files of one cell and saves them; the language is that of whoever reads them here. */
export type CellExporter = (cellId: string, language: Language) => OnExport;

/** Asks the engine for the files of a notebook's cells. What it returns never rejects. */
export function createExporter(session: Session, ports: ExportPorts): CellExporter {
  const provide = createSourceSupply(ports);
  return (cellId, language) =>
    async (format, options = {}, { signal, onProgress } = {}) => {
      const { notebook, definitions, shown } = session;
      try {
        const task = taskOf(notebook, cellId, definitions);
        if (!task) return { status: 'cancelled' };
        const called = calledBy({ notebook, definitions, shown, cellId });
        const { numbers, prefix } = called;
        const known = {
          title: notebook.title,
          marks: labelsOfCalled(called),
          rules: rulesBelow(session, cellId, language),
        };
        const wish = {
          format,
          language,
          names: namesOfCalled(called),
          marks: { numbers, prefix },
          options: { ...known, ...options },
        };
        await provide(task);
        const exported = await ports.engine.export(task, wish, {
          ...(signal ? { signal } : {}),
          onProgress: ({ cellId: busy, done, total }) =>
            // Cells upstream count for themselves.
            onProgress?.(busy === cellId && total > 0 ? Math.min(1, done / total) : null),
        });
        if (exported.status === 'failed') return failure(exported.problem);
        if (exported.status === 'cancelled') return { status: 'cancelled' };
        const { name, blob } = exported.file;
        const [stem, ending] = splitName(name);
        const fileName = fileNameOf(stem, ending);
        ports.save(blob, fileName);
        return { status: 'saved', fileName, sizeBytes: blob.size };
      } catch (thrown) {
        return failure(reportOf(thrown));
      }
    };
}

/** The rules that fresh cells fed by this one have for its segments. */
function rulesBelow({ notebook, states }: Session, cellId: string, language: Language): Json {
  const fed = notebook.cells.filter(({ inputs }) => Object.values(inputs).includes(cellId));
  for (const { id, kind } of fed) {
    const state = states.get(id);
    const rules = cellTypeOf(kind)?.face.rules;
    if (state?.kind === 'fresh' && rules) {
      return rules(state.result.display, language).map((rule) => ({ ...rule }));
    }
  }
  return [];
}

function failure(problem: ProblemReport): SaveEnd {
  return { status: 'failed', words: problemLines(problem) };
}

/** A name and its endings: `vip.fenqun.csv` is `vip` and `.fenqun.csv`. */
function splitName(name: string): readonly [string, string] {
  const [, stem = name, ending = ''] = /^(.*?)((?:\.[a-z\d]{1,8}){1,2})$/.exec(name) ?? [];
  return [stem, ending];
}
