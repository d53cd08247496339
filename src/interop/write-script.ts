import { helpersOf, importsOf, requirementsOf } from './python-parts';
import type { Language, Words } from '../core/words';
import { reasonOf, type PythonCell, type Reproduction } from './reproduction';

/** A notebook as one Python file that runs from the folder of its data. */
export function writeScript(reproduction: Reproduction): string {
  const { notebook, cells, language } = reproduction;
  const blocks = [
    `# ${oneLine(notebook.title || 'Fenqun')}\n#\n# pip install ${requirementsOf(reproduction)}\n# Run it where the data files are.`,
    importsOf(reproduction).join('\n'),
    'DATA = Path(".")',
    ...helpersOf(reproduction),
    ...cells.map((cell) => blockOf(cell, language)),
  ];
  // Python does not read a file with a zero byte in it.
  return `${blocks.join('\n\n\n').replaceAll('\0', '')}\n`;
}

function blockOf(cell: PythonCell, language: Language): string {
  if (cell.prose !== undefined) {
    return cell.prose
      .split(/\r\n|\r|\n/)
      .map((line) => `# ${line}`.trimEnd())
      .join('\n');
  }
  const head = `# --- ${oneLine(cell.title)} (${cell.kind}) ---`;
  if (cell.step === null) {
    return `${head}\n# ${NOT_WRITTEN[language]}${oneLine(reasonOf(cell)[language])}`;
  }
  return [head, ...cell.step.lines].join('\n');
}

const NOT_WRITTEN: Words = { zh: '没有写成 Python：', en: 'Not written as Python: ' };

/** A title with a line break in it would end the comment. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\u2028\u2029\f\v\u0085]+/g, ' ');
}
