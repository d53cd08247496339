import { parseArgs } from 'node:util';
import type { Language } from '../core/words';

/** What somebody typed. */
export type Command =
  | {
      readonly kind: 'run';
      readonly notebook: string;
      /** Source name → file. */
      readonly files: ReadonlyMap<string, string>;
      /** Cell id → file to write its labels to. */
      readonly labels: ReadonlyMap<string, string>;
      /** Cell id and format → file to write. */
      readonly exports: readonly ExportOrder[];
      /** What to write of the whole run, and where to. */
      readonly records: ReadonlyMap<RunRecord, string>;
      /** A receipt to hold the results against. */
      readonly verify?: string;
      readonly inThread: boolean;
    }
  | {
      readonly kind: 'new';
      readonly file: string;
      readonly language: Language;
      readonly inThread: boolean;
    };

export const RUN_RECORDS = ['python', 'jupyter', 'receipt'] as const;
/** A file about a whole run: a script, a Jupyter notebook, or hashes of everything. */
export type RunRecord = (typeof RUN_RECORDS)[number];

/** A file to be made of a cell. */
export interface ExportOrder {
  readonly cellId: string;
  readonly format: string;
  readonly path: string;
}

export const USAGE = `Usage:
  npm run -s fenqun -- run NOTEBOOK.fenqun.md [--data NAME=FILE ...] [--labels CELL=OUT.csv ...]
                                               [--export CELL:FORMAT=OUT ...]
                                               [--python OUT.py] [--jupyter OUT.ipynb]
                                               [--receipt OUT.json] [--verify RECEIPT.json]
  npm run -s fenqun -- new --data FILE [--language en|zh]

run   computes every cell and prints one JSON object; exit code 0 only if all finished.
      --data NAME=FILE     the file of the source NAME; else it is looked for beside the notebook
      --labels CELL=FILE   writes "row,segment" for every row of the table; segments count from 1
      --export CELL:FORMAT=FILE   writes a file of the cell, e.g. audience:csv=segments.csv
      --python FILE        writes a script that repeats the run with pandas and scikit-learn
      --jupyter FILE       the same as a Jupyter notebook
      --receipt FILE       writes hashes of the data and of every result
      --verify FILE        compares with a receipt; exit code 1 unless everything is the same
new   prints the notebook that the page would propose for a file.
Both: --worker             computes in a worker thread, as the page does`;

/** Thrown for a command line that means nothing; the message is for the person who typed it. */
export class UsageError extends Error {}

function parsePairs(option: string, pairs: readonly string[] = []): Map<string, string> {
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1 || at === pair.length - 1) throw new UsageError(`${option} needs NAME=FILE`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

function parseExports(typed: readonly string[] | undefined): ExportOrder[] {
  return [...parsePairs('--export', typed)].map(([what, path]) => {
    const [, cellId, format] = /^([^:]+):([^:]+)$/.exec(what) ?? [];
    if (cellId === undefined || format === undefined) {
      throw new UsageError('--export needs CELL:FORMAT=FILE');
    }
    return { cellId, format, path };
  });
}

function only<T>(values: readonly T[] | undefined, what: string): T {
  const [value] = values ?? [];
  if (value === undefined || values?.length !== 1) throw new UsageError(`name one ${what}`);
  return value;
}

function parseTyped(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string', multiple: true },
        labels: { type: 'string', multiple: true },
        export: { type: 'string', multiple: true },
        python: { type: 'string' },
        jupyter: { type: 'string' },
        receipt: { type: 'string' },
        verify: { type: 'string' },
        language: { type: 'string', default: 'en' },
        worker: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Reads the command line; throws `UsageError`. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parseTyped(args);
  const [kind, ...named] = positionals;
  const inThread = values.worker;
  if (kind === 'run') {
    const files = parsePairs('--data', values.data);
    const labels = parsePairs('--labels', values.labels);
    const exports = parseExports(values.export);
    const records = new Map(
      RUN_RECORDS.flatMap((record) => {
        const path = values[record];
        return path === undefined ? [] : [[record, path] as const];
      }),
    );
    const { verify } = values;
    const notebook = only(named, 'notebook');
    const ordered = {
      files,
      labels,
      exports,
      records,
      ...(verify === undefined ? {} : { verify }),
    };
    return { kind, notebook, ...ordered, inThread };
  }
  if (kind !== 'new') throw new UsageError('say what to do: run or new');
  const { language } = values;
  if (language !== 'en' && language !== 'zh') throw new UsageError('--language is en or zh');
  if (named.length > 0) throw new UsageError('new takes its file from --data');
  return { kind, file: only(values.data, 'file with --data'), language, inThread };
}
