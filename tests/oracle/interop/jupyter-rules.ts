/**
 * What nbformat's JSON schema of format 4.5 asks of a notebook of markdown and code cells
 * (nbformat.v4.5.schema.json): which members each must have, which more it may have, and how ids
 * are written. Rules for outputs are left out: ours have none.
 */
const NOTEBOOK = ['cells', 'metadata', 'nbformat', 'nbformat_minor'];
const CELL = {
  markdown: { required: ['id', 'cell_type', 'metadata', 'source'], more: ['attachments'] },
  code: {
    required: ['id', 'cell_type', 'metadata', 'source', 'outputs', 'execution_count'],
    more: [] as readonly string[],
  },
} as const;
const ID = /^[a-zA-Z0-9-_]{1,64}$/;

type Members = Readonly<Record<string, unknown>>;

/** Everything that a notebook has and the schema forbids, or lacks and the schema asks for. */
export function faultsIn(notebook: Members): readonly string[] {
  const cells = Array.isArray(notebook['cells']) ? (notebook['cells'] as readonly Members[]) : [];
  const ids = cells.map(({ id }) => id);
  const { kernelspec, language_info: language } = notebook['metadata'] as Readonly<
    Record<string, Members>
  >;
  return [
    ...membersFaults(notebook, NOTEBOOK, []),
    ...(notebook['nbformat'] === 4 && notebook['nbformat_minor'] === 5 ? [] : ['not 4.5']),
    ...(new Set(ids).size === ids.length ? [] : ['an id twice']),
    ...['name', 'display_name'].filter((name) => typeof kernelspec?.[name] !== 'string'),
    ...(typeof language?.['name'] === 'string' ? [] : ['language_info']),
    ...cells.flatMap((cell, i) => cellFaults(cell).map((fault) => `cell ${i}: ${fault}`)),
  ];
}

function cellFaults(cell: Members): readonly string[] {
  const kind = cell['cell_type'];
  if (kind !== 'markdown' && kind !== 'code') return ['cell_type'];
  const { id, source, metadata } = cell;
  const isCode = kind === 'code';
  const isText = Array.isArray(source) && source.every((line) => typeof line === 'string');
  return [
    ...membersFaults(cell, CELL[kind].required, CELL[kind].more),
    ...(typeof id === 'string' && ID.test(id) ? [] : ['id']),
    ...(isText || typeof source === 'string' ? [] : ['source']),
    ...(typeof metadata === 'object' && metadata !== null ? [] : ['metadata']),
    ...(isCode && !Array.isArray(cell['outputs']) ? ['outputs'] : []),
    ...(isCode && cell['execution_count'] !== null ? ['execution_count'] : []),
  ];
}

function membersFaults(
  found: Members,
  required: readonly string[],
  more: readonly string[],
): readonly string[] {
  const names = Object.keys(found);
  return [
    ...required.filter((name) => !names.includes(name)).map((name) => `lacks ${name}`),
    ...names
      .filter((name) => !required.includes(name) && !more.includes(name))
      .map((name) => `has ${name}`),
  ];
}

/** Lines that Python runs, in their order. */
function linesOf(code: string): readonly string[] {
  return code.split('\n').filter((line) => line.trim() !== '');
}

/** The script without its comments on top and at the head of each cell. */
export function codeOfScript(script: string): readonly string[] {
  const from = script.indexOf('import ');
  return linesOf(script.slice(from)).filter(
    (line) => !/^# (--- |Not written as Python: )/.test(line),
  );
}

export function codeOfNotebook(written: string): readonly string[] {
  const { cells } = JSON.parse(written) as {
    readonly cells: readonly { readonly cell_type: string; readonly source: readonly string[] }[];
  };
  return linesOf(
    cells
      .filter(({ cell_type: kind }) => kind === 'code')
      .map(({ source }) => source.join(''))
      .join('\n'),
  );
}
