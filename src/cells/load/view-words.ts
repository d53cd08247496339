import type { DamagedLine, ReadNote, ReadReport } from '../../core/read-report';
import { formatCount, formatNumber } from '../../core/format';
import type { Language, Words } from '../../core/words';
import { definition } from './definition';
import { text } from './text';
import { TEXT_REASONS, textNoteWords } from './text-note-words';
import { typedNoteWords } from './typed-notes';

export const viewWords = {
  encoding: { zh: '编码', en: 'Encoding' },
  delimiter: { zh: '分隔符', en: 'Delimiter' },
  garbled: { zh: '文字不对？换一种编码。', en: 'Text looks wrong? Choose another encoding.' },
  preview: { zh: '前几行', en: 'First rows' },
  row: { zh: '行', en: 'Row' },
  column: { zh: '列', en: 'Column' },
  reason: { zh: '原因', en: 'Reason' },
  text: { zh: '原文', en: 'Text' },
  size: { zh: '大小', en: 'Size' },
  rows: { zh: '读入的行', en: 'Rows read' },
  allRows: { zh: '行，全部读入', en: 'Rows, all read' },
  rowsWithoutTotals: { zh: '行，合计行除外', en: 'Rows, totals left out' },
  notes: { zh: '读的时候做了这些决定', en: 'What the reader decided' },
  columns: { zh: '列数', en: 'Columns' },
  file: { zh: '文件', en: 'File' },
  toAutomatic: { zh: '恢复自动', en: 'back to automatic' },
} satisfies Record<string, Words>;

/** The same for those who only hear it: which column. */
export function automaticAgain(column: string): Words {
  return { zh: `「${column}」恢复自动`, en: `${column}: back to automatic` };
}

export function filesWords(files: NonNullable<ReadReport['files']>): Words {
  const count = formatCount(files.length);
  return { zh: `${count} 个文件`, en: `${count} ${files.length === 1 ? 'file' : 'files'}` };
}

type Choice = 'encoding' | 'delimiter';

/** An encoding or a delimiter as people know it; an unknown label is shown as it is. */
export function choiceWords(kind: Choice, value: string): Words {
  const known = new Map(Object.entries(text.params[kind].options ?? {})).get(value);
  return known ?? { zh: value, en: value };
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** "Automatic", with what was found where it was looked for (null: it was not), then the choices. */
export function choicesOf(
  kind: Choice,
  found: string | null,
  language: Language,
): readonly Option[] {
  const automatic = choiceWords(kind, 'auto')[language];
  const colon = language === 'zh' ? '：' : ': ';
  return definition.params[kind].options.map((value) => {
    const label = choiceWords(kind, value)[language];
    if (value !== 'auto' || found === null) return { value, label };
    return { value, label: `${automatic}${colon}${shortOf(choiceWords(kind, found)[language])}` };
  });
}

/** Without the remark in brackets: what was found is named once more in full, in the list. */
function shortOf(label: string): string {
  return label.replace(/\s*[（(].*$/, '');
}

/** Rows read against rows in the file, and what the figure is: never silent about a difference. */
export function rowsReadFact(report: ReadReport): { readonly name: Words; readonly value: Words } {
  const [read, all] = [formatCount(report.rowsRead), formatCount(report.rowsInFile)];
  if (report.rowsRead === report.rowsInFile) {
    const hasTotals = (report.totals?.length ?? 0) > 0;
    return {
      name: hasTotals ? viewWords.rowsWithoutTotals : viewWords.allRows,
      value: { zh: read, en: read },
    };
  }
  return { name: viewWords.rows, value: { zh: `${read} / ${all}`, en: `${read} of ${all}` } };
}

export function sizeWords(sizeBytes: number): string {
  if (sizeBytes < 1e3) return `${sizeBytes} B`;
  if (sizeBytes < 1e6) return `${formatNumber(sizeBytes / 1e3, 0)} kB`;
  return `${formatNumber(sizeBytes / 1e6, 1)} MB`;
}

const REASONS = new Map<string, Words>([
  ['too-few-values', { zh: '值比列少', en: 'fewer values than columns' }],
  [
    'too-many-values',
    { zh: '值比列多，这行没有读入', en: 'more values than columns, row left out' },
  ],
  ['text-after-quote', { zh: '引号之后还有文字', en: 'text after a closing quote' }],
  ['unclosed-quote', { zh: '引号没有收尾', en: 'a quote is never closed' }],
  ['invalid-bytes', { zh: '有不属于这种编码的字节', en: 'bytes that are not in this encoding' }],
  ['not-a-number', { zh: '不是数，当作缺失', en: 'not a number, taken as missing' }],
  ['too-many-digits', { zh: '位数太多，精度不够', en: 'more digits than a number can hold' }],
  ...TEXT_REASONS,
  ['not-a-date', { zh: '不是日期，当作缺失', en: 'not a date, taken as missing' }],
]);

export function reasonWords(line: DamagedLine): Words {
  return REASONS.get(line.reason) ?? { zh: line.reason, en: line.reason };
}

function factOf(note: ReadNote, name: string): string {
  const fact = note.facts[name];
  return typeof fact === 'number' ? formatCount(fact) : (fact ?? '');
}

/** A decision of the reader, as a short clause; an unknown one is shown by its code. */
export function noteWords(note: ReadNote): Words {
  switch (note.code) {
    case 'not-utf-8':
      return { zh: '不是有效的 UTF-8，已重读', en: 'not valid UTF-8, read again' };
    case 'no-header':
      return { zh: '没有表头', en: 'no header line' };
    case 'lines-above': {
      const lines = factOf(note, 'lines');
      const text = factOf(note, 'text');
      return {
        zh: `跳过表头上方 ${lines} 行${text === '' ? '' : `（${text}）`}`,
        en: `lines skipped above the header: ${lines}${text === '' ? '' : ` (${text})`}`,
      };
    }
    case 'blank-lines': {
      const lines = factOf(note, 'lines');
      return { zh: `${lines} 个空行不算行`, en: `blank lines, not counted as rows: ${lines}` };
    }
    case 'empty-columns': {
      const columns = factOf(note, 'columns');
      return { zh: `去掉 ${columns} 个空列`, en: `empty columns left out: ${columns}` };
    }
    case 'date-order-unknown': {
      const column = factOf(note, 'column');
      return {
        zh: `「${column}」分不清日和月，按文字读入`,
        en: `${column}: day and month cannot be told apart, kept as text`,
      };
    }
    default:
      return typedNoteWords(note) ?? textNoteWords(note) ?? { zh: note.code, en: note.code };
  }
}

/** How many lines are damaged, and how many of them are listed. */
export function damagedWords(report: ReadReport): Words {
  const count = formatCount(report.damagedCount);
  const listed = report.damaged.length;
  const isCut = listed < report.damagedCount;
  return {
    zh: `${count} 处有问题${isCut ? `，列出前 ${formatCount(listed)} 处` : ''}`,
    en: `${count} damaged ${report.damagedCount === 1 ? 'place' : 'places'}${
      isCut ? `, the first ${formatCount(listed)} are listed` : ''
    }`,
  };
}
