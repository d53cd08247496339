import type { ReadReport } from '../../core/read-report';
import type { Language, Words } from '../../core/words';
import type { Option } from './view-words';

const TEXT_LIMIT = 60;

const automatic = (row: number | null): Words => {
  if (row === null) return { zh: '自动', en: 'Automatic' };
  if (row === 0) return { zh: '自动：没有列名', en: 'Automatic: no names' };
  return { zh: `自动：第 ${row} 行`, en: `Automatic: line ${row}` };
};
const none: Words = { zh: '没有列名', en: 'No names' };

/**
 * The lines that may hold the names of the columns, each with its beginning, so that one can be
 * pointed at; a line that was chosen further down stands among them.
 */
export function headerRowChoices(
  { top = [], headerRow = 0 }: Pick<ReadReport, 'top' | 'headerRow'>,
  chosen: number | 'auto',
  language: Language,
): readonly Option[] {
  const lines = top.map(({ line, text }) => {
    const isCut = Array.from(text).length > TEXT_LIMIT;
    const beginning = Array.from(text).slice(0, TEXT_LIMIT).join('') + (isCut ? '…' : '');
    return { value: String(line), label: `${line} · ${beginning}` };
  });
  const isListed = chosen === 'auto' || chosen === 0 || top.some(({ line }) => line === chosen);
  const further = isListed ? [] : [{ value: String(chosen), label: String(chosen) }];
  return [
    { value: 'auto', label: automatic(chosen === 'auto' ? headerRow : null)[language] },
    ...lines,
    ...further,
    { value: '0', label: none[language] },
  ];
}

/** The parameter that a choice stands for. */
export function headerRowOf(value: string): number | 'auto' {
  return value === 'auto' ? value : Number(value);
}
