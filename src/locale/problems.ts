import type { ProblemCode, ProblemFacts, ProblemReport } from '../core/problem';
import type { Words } from '../core/words';
import { damagedProblems } from './damaged-problems';
import { documentProblems } from './document-problems';
import { exportProblems } from './export-problems';
import { formulaProblems } from './formula-problems';
import { joinProblems } from './join-problems';
import { memoryProblems } from './memory-problems';
import { storageProblems } from './storage-problems';
import { modelProblems } from './model-problems';
import { notebookProblems } from './notebook-problems';
import { grouped } from './numbers';
import { eventProblems } from './event-problems';
import { orderProblems } from './order-problems';
import { placeProblems } from './place-problems';
import { recordProblems } from './record-problems';
import { scoreProblems } from './score-problems';
import { sealedProblems } from './sealed-problems';
import { sqlProblems } from './sql-problems';
import { targetProblems } from './target-problems';

/** A problem in words: what happened, and what a person can do about it. */
export interface ProblemWords {
  readonly what: Words;
  readonly todo: Words;
}

type ProblemTexts = {
  readonly [C in ProblemCode]: (facts: ProblemFacts[C]) => ProblemWords;
};

/** Words of every problem code; the compiler asks for the ones that are missing. */
const texts: ProblemTexts = {
  ...memoryProblems,
  ...storageProblems,
  ...scoreProblems,
  ...placeProblems,
  ...exportProblems,
  ...notebookProblems,
  ...sqlProblems,
  ...targetProblems,
  ...formulaProblems,
  ...joinProblems,
  ...orderProblems,
  ...eventProblems,
  ...damagedProblems,
  ...documentProblems,
  ...recordProblems,
  ...sealedProblems,
  'file-empty': ({ name }) => ({
    what: { zh: `「${name}」是空文件，里面没有内容。`, en: `${name} is empty: it has no bytes.` },
    todo: {
      zh: '重新导出这份表，再打开一次。',
      en: 'Export the table again and open it once more.',
    },
  }),
  'file-not-text': ({ name, offset }) => ({
    what: {
      zh: `「${name}」的第 ${offset} 字节是 0，文本里不会有：文件坏了，或者不是文本。`,
      en: `${name} has a zero at byte ${offset}, which no text has: it is damaged, or no text.`,
    },
    todo: {
      zh: '在原来的程序里重新导出为 CSV（UTF-8）。',
      en: 'Export it again as CSV (UTF-8) from where it came from.',
    },
  }),
  'file-not-a-table': ({ name, format }) => ({
    what: {
      zh: `「${name}」其实是 ${format} 文件，不是表格。`,
      en: `${name} is really a ${format} file, not a table.`,
    },
    todo: {
      zh: '打开表格文件：CSV、Excel、JSON、Parquet 或 Arrow。',
      en: 'Open a table instead: CSV, Excel, JSON, Parquet or Arrow.',
    },
  }),
  'file-header-only': ({ name, columns }) => ({
    what: {
      zh: `「${name}」只有表头（${columns} 列），没有数据行。`,
      en: `${name} has a header of ${columns === 1 ? '1 column' : `${columns} columns`} and no rows.`,
    },
    todo: { zh: '导出时带上数据行。', en: 'Export it again with its rows.' },
  }),
  'file-too-wide': ({ name, columns, limit }) => ({
    what: {
      zh: `「${name}」有 ${grouped(columns)} 列，最多能读 ${grouped(limit)} 列。`,
      en: `${name} has ${grouped(columns)} columns; at most ${grouped(limit)} can be read.`,
    },
    todo: {
      zh: '检查分隔符是否选对，或只导出需要的列。',
      en: 'Check the delimiter, or export only the columns you need.',
    },
  }),
  'file-no-rows': ({ name, rows }) => ({
    what: {
      zh: `「${name}」的 ${grouped(rows)} 行数据都与表头对不上，一行也没有读入。`,
      en: `None of the ${grouped(rows)} rows of ${name} fits its header, so none was read.`,
    },
    todo: { zh: '检查分隔符是否选对。', en: 'Check the delimiter.' },
  }),
  'file-unreadable': ({ name, reason }) => ({
    what: { zh: `读不了「${name}」：${reason}。`, en: `${name} cannot be read: ${reason}.` },
    todo: {
      zh: '确认文件还在、没有被其他程序占用，再打开一次。',
      en: 'Check that the file is still there and not held by another program, then open it again.',
    },
  }),
  'file-reader-stopped': ({ name, seconds }) => ({
    what: {
      zh: `读「${name}」时 ${seconds} 秒没有进展，已停下。`,
      en: `Reading ${name} made no progress for ${seconds} seconds and was stopped.`,
    },
    todo: {
      zh: '文件可能损坏。重新导出为 CSV 再试。',
      en: 'The file may be damaged. Export it as CSV again and open that.',
    },
  }),
  'address-unread': ({ url, reason }) => ({
    what: {
      zh: `没有从 ${url} 读到文件（${reason}）。`,
      en: `No file came from ${url} (${reason}).`,
    },
    todo: {
      zh: '检查网址，或者下载这个文件再拖进来。',
      en: 'Check the address, or download the file and drop it.',
    },
  }),
  'table-invalid': ({ reason }) => ({
    what: {
      zh: `保存的表格数据已损坏（${reason}），没有使用。`,
      en: `The stored table is damaged (${reason}) and was not used.`,
    },
    todo: { zh: '重新打开原文件。', en: 'Open the original file again.' },
  }),
  'column-missing': ({ column }) => ({
    what: { zh: `表里没有「${column}」这一列。`, en: `The table has no column ${column}.` },
    todo: { zh: '在参数里换一列。', en: 'Choose another column in the parameters.' },
  }),
  'no-features': ({ columns }) => ({
    what: {
      zh:
        columns === 1 ? '唯一的一列不能用来分群。' : `${grouped(columns)} 列里没有能用来分群的列。`,
      en:
        columns === 1
          ? 'The only column cannot be used for segments.'
          : `None of the ${grouped(columns)} columns can be used for segments.`,
    },
    todo: {
      zh: '分群至少要一列取值不同的数；标识、文本和常数列不能用。',
      en: 'Segments need at least one column of varying numbers; identifiers, text and constants do not serve.',
    },
  }),
  'feature-missing': ({ feature }) => ({
    what: { zh: `「${feature}」不是特征。`, en: `${feature} is not a feature.` },
    todo: {
      zh: '换一个特征，或先在「特征」里选上这一列。',
      en: 'Choose another one, or choose this column in Features first.',
    },
  }),
  'feature-all-missing': ({ feature }) => ({
    what: { zh: `「${feature}」整列缺失。`, en: `${feature} has no value in any row.` },
    todo: { zh: '在「特征」里去掉这一列。', en: 'Take this column out in Features.' },
  }),
  'feature-constant': ({ feature }) => ({
    what: {
      zh: `「${feature}」每一行都一样，分不出群。`,
      en: `${feature} is the same in every row and separates nothing.`,
    },
    todo: { zh: '在「特征」里去掉这一列。', en: 'Take this column out in Features.' },
  }),
  'too-many-levels': ({ feature, levels, limit }) => ({
    what: {
      zh: `「${feature}」有 ${grouped(levels)} 种取值，上限是 ${limit}。`,
      en: `${feature} has ${grouped(levels)} different values; the limit is ${limit}.`,
    },
    todo: {
      zh: '在「特征」里去掉它，或改用频数、哈希编码，或把少见的取值合并。',
      en: 'Take it out in Features, encode it by frequency or hash, or group its rare values.',
    },
  }),
  'interaction-not-numbers': ({ column }) => ({
    what: {
      zh: `「${column}」不是数值列，不能相乘或相除。`,
      en: `${column} is not a number column and cannot be multiplied or divided.`,
    },
    todo: {
      zh: '在「特征」的组合里换一列。',
      en: 'Choose another column for the combination in Features.',
    },
  }),
  'log-of-negative': ({ feature, row, value }) => ({
    what: {
      zh: `第 ${grouped(row)} 行「${feature}」是 ${value}，负数不能取对数。`,
      en: `Row ${grouped(row)}, ${feature}: ${value} is negative and has no logarithm.`,
    },
    todo: {
      zh: '这一列改用 Yeo–Johnson 变换，或不变换。',
      en: 'Use Yeo–Johnson for this column, or no transform.',
    },
  }),
  'value-not-usable': ({ feature, row }) => ({
    what: {
      zh: `第 ${grouped(row)} 行「${feature}」大得没法计算。`,
      en: `Row ${grouped(row)}, ${feature} is too large to compute with.`,
    },
    todo: {
      zh: '在表里改正这个数，或在「特征」里去掉这一列。',
      en: 'Correct it in the table, or take the column out in Features.',
    },
  }),
  'no-rows-left': ({ rows }) => ({
    what: {
      zh: `${grouped(rows)} 行里每一行都有缺失，去掉后不剩一行。`,
      en: `Every one of ${grouped(rows)} rows has a missing value; none is left.`,
    },
    todo: {
      zh: '在「特征」里改为填补缺失，或少选几列。',
      en: 'Fill missing values in Features instead, or choose fewer columns.',
    },
  }),
  'rows-differ': ({ rows, labelled }) => ({
    what: {
      zh: `特征矩阵有 ${grouped(rows)} 行，分群却是按 ${grouped(labelled)} 行算的。`,
      en: `The matrix has ${grouped(rows)} rows, but the segments were made from ${grouped(labelled)}.`,
    },
    todo: {
      zh: '接上算分群时用的那个「特征」单元。',
      en: 'Connect the Features cell that the segments were made from.',
    },
  }),
  ...modelProblems,
  'param-invalid': ({ param, value, expected }) => ({
    what: {
      zh: `参数 ${param} 不能是 ${value}。`,
      en: `The parameter ${param} cannot be ${value}.`,
    },
    todo: { zh: `可以是：${expected}。`, en: `It can be: ${expected}.` },
  }),
  'input-missing': ({ input }) => ({
    what: { zh: `还没有接上输入（${input}）。`, en: `The input ${input} is not connected.` },
    todo: { zh: '选一个上游单元。', en: 'Choose a cell to feed it.' },
  }),
  'input-failed': ({ cell }) => ({
    what: {
      zh: `上游「${cell}」没有算成。`,
      en: `${cell}, which feeds this cell, did not finish.`,
    },
    todo: { zh: '先解决上游的问题，这里会接着算。', en: 'Solve that first; this cell follows.' },
  }),
  'cell-unknown': ({ kind }) => ({
    what: {
      zh: `这个版本不认识「${kind}」单元。`,
      en: `This version does not know ${kind} cells.`,
    },
    todo: { zh: '内容会原样保存。', en: 'Its content is kept as it is.' },
  }),
  'cell-newer': ({ kind, version }) => ({
    what: {
      zh: `「${kind}」单元来自更新的版本（${version}）。`,
      en: `This ${kind} cell was written by a newer version (${version}).`,
    },
    todo: {
      zh: '内容会原样保存；更新后可以运行。',
      en: 'It is kept as it is; it runs after an update.',
    },
  }),
  'engine-stopped': ({ reason }) => ({
    what: {
      zh: `计算中断（${reason}），已重新启动。`,
      en: `Computing stopped (${reason}) and was started again.`,
    },
    todo: {
      zh: '再运行一次；若反复发生，减少行数或列数。',
      en: 'Run it again; if it keeps happening, use fewer rows or columns.',
    },
  }),
  internal: ({ message }) => ({
    what: {
      zh: `程序出错，这是我们的问题：${message}`,
      en: `The program failed, and that is our fault: ${message}`,
    },
    todo: {
      zh: '数据和笔记本都没有丢。撤销上一步，或再运行一次。',
      en: 'Data and notebook are safe. Undo the last step, or run it again.',
    },
  }),
};

/** A problem in both languages; never throws, whatever the facts. */
export function problemWords(problem: ProblemReport): ProblemWords {
  // The report pairs each code with its own facts, which the lookup cannot see.
  const text = texts[problem.code] as (facts: ProblemReport['facts']) => ProblemWords;
  return text(problem.facts);
}

/** One line in both languages: what happened and what to do. */
export function problemLines(problem: ProblemReport): Words {
  return { zh: problemLine(problem, 'zh'), en: problemLine(problem, 'en') };
}

/** One line: what happened and what to do. */
export function problemLine(problem: ProblemReport, language: 'zh' | 'en'): string {
  const { what, todo } = problemWords(problem);
  return language === 'zh' ? `${what.zh}${todo.zh}` : `${what.en} ${todo.en}`;
}
