import { helpersOf, importsOf, requirementsOf } from './python-parts';
import type { Language } from '../core/words';
import { reasonOf, type PythonCell, type Reproduction } from './reproduction';

/** A cell before it gets its id. */
interface Unnumbered {
  readonly cell_type: 'markdown' | 'code';
  readonly metadata: Record<string, never>;
  readonly source: readonly string[];
  readonly execution_count?: null;
  readonly outputs?: readonly never[];
}

/** A notebook as a Jupyter notebook, format 4.5 (nbformat's schema). */
export function writeJupyter(reproduction: Reproduction): string {
  const { notebook, cells, language } = reproduction;
  const setup = [importsOf(reproduction).join('\n'), 'DATA = Path(".")'].join('\n\n');
  const written = [
    markdown(
      `# ${notebook.title || 'Fenqun'}\n\n\`pip install ${requirementsOf(reproduction)} jupyter\``,
    ),
    code(setup),
    ...helpersOf(reproduction).map(code),
    ...cells.flatMap((cell) => cellsOf(cell, language)),
  ];
  return `${JSON.stringify(
    {
      // Ids are at most 64 letters, digits, hyphens and underscores, each once.
      cells: written.map((cell, i) => ({ id: `cell-${i + 1}`, ...cell })),
      metadata: {
        kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
        language_info: { name: 'python' },
      },
      nbformat: 4,
      nbformat_minor: 5,
    },
    null,
    1,
  )}\n`;
}

function cellsOf(cell: PythonCell, language: Language): readonly Unnumbered[] {
  const { title, prose, step } = cell;
  if (prose !== undefined) return [markdown(prose)];
  if (step === null) return [markdown(`## ${title}\n\n*${reasonOf(cell)[language]}*`)];
  return [markdown(`## ${title}`), code(step.lines.join('\n'))];
}

function frameOf(text: string) {
  const lines = text.split('\n');
  const source = lines.map((line, i) => (i < lines.length - 1 ? `${line}\n` : line));
  return { metadata: {}, source };
}

function markdown(text: string): Unnumbered {
  return { ...frameOf(text), cell_type: 'markdown' };
}

function code(text: string): Unnumbered {
  return { ...frameOf(text), cell_type: 'code', execution_count: null, outputs: [] };
}
