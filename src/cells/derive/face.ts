import { defineFace, type SentencePart } from '../../core/cell-face';
import { capitalize, countAfterHan, countWord, formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import { definition } from './definition';
import type { DeriveDisplay } from './display';
import { writtenColumns } from './params';

function columnsClause({ derived }: DeriveDisplay): Words | null {
  const replaced = derived.filter(({ isReplacing }) => isReplacing).length;
  const added = derived.length - replaced;
  const parts = [
    ...(added > 0 ? [clause('新增', 'added', added)] : []),
    ...(replaced > 0 ? [clause('改写', 'replaced', replaced)] : []),
  ];
  if (parts.length === 0) return null;
  return {
    zh: parts.map(({ zh }) => zh).join('，'),
    en: parts.map(({ en }) => en).join(', '),
  };
}

function clause(zh: string, en: string, count: number): Words {
  return {
    zh: `${zh}${countAfterHan(count)}列`,
    en: `${countWord(count, 'en')} ${count === 1 ? 'column' : 'columns'} ${en}`,
  };
}

function rowsClause({ filter, rows, rowsBefore }: DeriveDisplay): Words | null {
  if (filter === null) return null;
  const [left, all] = [formatCount(rows), formatCount(rowsBefore)];
  if (rows === rowsBefore) {
    return { zh: `${all} 行全部留下`, en: `all ${all} ${rowsWord(rowsBefore)} kept` };
  }
  if (rows === 0) return { zh: `${all} 行一行也没有留下`, en: `none of ${all} rows kept` };
  return { zh: `留下 ${left} / ${all} 行`, en: `${left} of ${all} rows kept` };
}

const rowsWord = (count: number) => (count === 1 ? 'row' : 'rows');

function finding(display: DeriveDisplay): Words {
  const clauses = [columnsClause(display), rowsClause(display)].filter((words) => words !== null);
  if (clauses.length === 0) {
    const rows = formatCount(display.rows);
    return {
      zh: `${rows} 行原样通过，还没有公式。`,
      en: `${rows} ${display.rows === 1 ? 'row passes' : 'rows pass'} unchanged: no formula yet.`,
    };
  }
  return {
    zh: `${clauses.map(({ zh }) => zh).join('，')}。`,
    en: `${capitalize(clauses.map(({ en }) => en).join('; '))}.`,
  };
}

function sourceLine({ rows, columns, derived, filter }: DeriveDisplay): Words {
  const missing = derived.reduce((sum, column) => sum + column.missing, 0);
  const size = `${formatCount(rows)} × ${formatCount(columns.length)}`;
  const zh = [`得到的表 ${size}`];
  const en = [`Table of ${size}`];
  if (missing > 0) {
    zh.push(`新列里 ${formatCount(missing)} 个值缺失`);
    en.push(`${formatCount(missing)} missing in new columns`);
  }
  if (filter !== null && filter.missing > 0) {
    zh.push(`${formatCount(filter.missing)} 行算不出真假，没有留下`);
    en.push(`${formatCount(filter.missing)} rows neither true nor false, not kept`);
  }
  return { zh: zh.join(' · '), en: en.join(' · ') };
}

function margin(params: {
  readonly columns: Parameters<typeof writtenColumns>[0];
  readonly filter: string;
  readonly reference: string;
}): readonly SentencePart[] {
  const count = writtenColumns(params.columns).length;
  const columns =
    count === 0
      ? { zh: '没有新列', en: 'No new columns' }
      : {
          zh: `按公式新增${countAfterHan(count)}列`,
          en: `${capitalize(countWord(count, 'en'))} ${count === 1 ? 'column' : 'columns'} by formula`,
        };
  const rows =
    params.filter.trim() === ''
      ? { zh: '，所有行都留下', en: ', all rows kept' }
      : { zh: '，只留下符合条件的行', en: ', only rows that meet the condition' };
  const day =
    params.reference.trim() === ''
      ? { zh: '没有参考日期', en: 'no reference date' }
      : { zh: `today() 是 ${params.reference}`, en: `today() is ${params.reference}` };
  return [
    { words: columns },
    { words: rows },
    { words: { zh: '；', en: '; ' } },
    { words: day, param: 'reference' },
    { words: { zh: '。', en: '.' } },
  ];
}

export const face = defineFace(definition, {
  finding,
  sourceLine,
  margin,
  // The preview is single rows; a value that few rows have may be somebody's own.
  withhold: (display, { least }) => ({
    ...display,
    preview: { ...display.preview, rows: [] },
    derived: display.derived.map((column) => ({
      ...column,
      top: column.top.filter(({ count }) => count >= least),
    })),
  }),
});
