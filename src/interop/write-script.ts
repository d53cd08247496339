import { helpersOf, importsOf, missingLine, REQUIREMENTS } from './python-parts';
import type { PythonCell, Reproduction } from './reproduction';

/** A notebook as one Python file that runs from the folder of its data. */
export function writeScript(reproduction: Reproduction): string {
  const { notebook, cells } = reproduction;
  const blocks = [
    `# ${oneLine(notebook.title || 'Fenqun')}\n#\n# pip install ${REQUIREMENTS}\n# Run it where the data files are.`,
    importsOf(reproduction).join('\n'),
    'DATA = Path(".")',
    ...helpersOf(reproduction),
    ...cells.map(blockOf),
  ];
  // Python does not read a file with a zero byte in it.
  return `${blocks.join('\n\n\n').replaceAll('\0', '')}\n`;
}

function blockOf(cell: PythonCell): string {
  if (cell.prose !== undefined) {
    return cell.prose
      .split(/\r\n|\r|\n/)
      .map((line) => `# ${line}`.trimEnd())
      .join('\n');
  }
  const head = `# --- ${oneLine(cell.title)} (${cell.kind}) ---`;
  if (cell.step === null) return `${head}\n# ${missingLine(cell)}`;
  return [head, ...cell.step.lines].join('\n');
}

/** A title with a line break in it would end the comment. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\u2028\u2029\f\v\u0085]+/g, ' ');
}
