import { basename, dirname, join, resolve } from 'node:path';
import { replaceSource, type Notebook, type Source } from '../core/notebook';
import type { Engine } from '../engine/port';
import { UsageError, type Command } from './command-line';
import { openFile } from './open-file';

type RunCommand = Extract<Command, { kind: 'run' }>;

/** npm starts scripts in the project's folder; people name files from where they are. */
export function pathOf(named: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), named);
}

/** A file of the user's choice counts by its own bytes; a different hash is worth a note. */
async function supplySource(source: Source, command: RunCommand, engine: Engine): Promise<Source> {
  const chosen = command.files.get(source.name);
  // A notebook is a stranger's: a name that leads elsewhere is not looked for.
  const isPlain = basename(source.name) === source.name;
  const beside = join(dirname(pathOf(command.notebook)), source.name);
  const path = chosen !== undefined ? pathOf(chosen) : isPlain ? beside : undefined;
  const file =
    path === undefined ? undefined : await openFile(path, command).catch(() => undefined);
  if (!file) {
    console.error(`${source.name}: no such file${path === undefined ? '' : ` (${path})`}`);
    return source;
  }
  const { sha256 } = await engine.addFile(file);
  if (source.sha256 !== '' && sha256 !== source.sha256) {
    console.error(`${source.name}: not the file that the notebook was made with; used as it is`);
  }
  return { ...source, sha256 };
}

/** The notebook with the files that were found, each known by its own bytes. */
export async function supplySources(
  notebook: Notebook,
  command: RunCommand,
  engine: Engine,
): Promise<Notebook> {
  const names = new Set(notebook.sources.map(({ name }) => name));
  for (const name of command.files.keys()) {
    if (!names.has(name)) {
      throw new UsageError(`the notebook has no source ${name}; it has ${[...names].join(', ')}`);
    }
  }
  let supplied = notebook;
  for (const source of notebook.sources) {
    supplied = replaceSource(supplied, source.name, await supplySource(source, command, engine));
  }
  return supplied;
}
