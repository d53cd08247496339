import type { ProblemFacts } from '../core/problem';
import type { Words } from '../core/words';
import { fileSize } from './numbers';
import type { ProblemWords } from './problems';

type SqlProblem = Extract<keyof ProblemFacts, `sql-${string}`>;

const mend: Words = {
  zh: '改好划线的地方，再运行。',
  en: 'Mend what is underlined and run it again.',
};

/** Why SQL did not run; the database's own words where there are none of ours. */
export const sqlProblems: {
  readonly [C in SqlProblem]: (facts: ProblemFacts[C]) => ProblemWords;
} = {
  'sql-not-here': () => ({
    what: { zh: '这里不能运行 SQL。', en: 'SQL cannot be run here.' },
    todo: { zh: '在浏览器里打开这本笔记。', en: 'Open the notebook in a browser.' },
  }),
  'sql-not-loaded': ({ reason }) => ({
    what: {
      zh: `SQL 引擎没有载入（${reason}）。`,
      en: `The SQL engine could not be loaded (${reason}).`,
    },
    todo: {
      zh: '连上网络再运行一次。载入一次以后，断网也能用。',
      en: 'Connect to the network and run it again; once loaded it works offline.',
    },
  }),
  'sql-stopped': ({ reason }) => ({
    what: { zh: `SQL 引擎中途停了（${reason}）。`, en: `The SQL engine stopped (${reason}).` },
    todo: {
      zh: '再运行一次。若又停下，先筛选行或少选几列。',
      en: 'Run it again. If it stops once more, filter rows or choose fewer columns first.',
    },
  }),
  'sql-failed': ({ kind, message }) => failedWords(kind, message),
  'sql-needs-memory': ({ limitBytes }) => ({
    what: {
      zh: `这个查询需要的内存超过 ${fileSize(limitBytes)}。`,
      en: `The query needs more than ${fileSize(limitBytes)} of memory.`,
    },
    todo: {
      zh: '先用 WHERE 筛选，少选几列，或给 JOIN 加上键。',
      en: 'Filter with WHERE first, choose fewer columns, or join on a key.',
    },
  }),
  'sql-result-needs-memory': ({ limitBytes }) => ({
    what: {
      zh: `结果超过 ${fileSize(limitBytes)}，放不下。`,
      en: `The result is larger than ${fileSize(limitBytes)}, which does not fit.`,
    },
    todo: {
      zh: '加上 GROUP BY、WHERE 或 LIMIT；JOIN 没有写键时，行数会相乘。',
      en: 'Add GROUP BY, WHERE or LIMIT; a join without a key multiplies the rows.',
    },
  }),
  'sql-not-allowed': ({ what }) => ({
    what: { zh: `这里不能用 ${what}。`, en: `${what} cannot be used here.` },
    todo: {
      zh: '写一句只读的查询：SELECT、WITH、FROM、VALUES、DESCRIBE 或 SUMMARIZE。文件用「数据」单元打开。',
      en: 'Write one statement that reads: SELECT, WITH, FROM, VALUES, DESCRIBE or SUMMARIZE. Files are opened by the cell Data.',
    },
  }),
  'sql-changing': ({ what }) => ({
    what: {
      zh: `${what} 每次的结果都不同，同样的数据就得不出同样的答案。`,
      en: `${what} gives another answer each time, so the same data would not give the same result.`,
    },
    todo: {
      zh: "写明日期，例如 DATE '2026-01-31'；抽样可用 hash(列) % 10 = 0。",
      en: "Write the date out, such as DATE '2026-01-31'; for a sample, hash(column) % 10 = 0.",
    },
  }),
  'sql-name-taken': ({ name }) => ({
    what: { zh: `有两张表都叫「${name}」。`, en: `Two tables are called ${name}.` },
    todo: { zh: '给其中一张换个名字。', en: 'Give one of them another name.' },
  }),
};

/** `what` of the database's words: what it found, in ours. Groups of the pattern fill them in. */
const SAYINGS: readonly (readonly [RegExp, (...found: string[]) => Words])[] = [
  [
    /^Referenced column "(.+)" not found in FROM clause!(?:\s+Candidate bindings: ([^\n]+))?/,
    (column, near) => ({
      zh: `没有叫「${column}」的列。${near ? `相近的有：${near}。` : ''}`,
      en: `There is no column ${column}.${near ? ` Near it: ${near}.` : ''}`,
    }),
  ],
  [
    /^Referenced table "(.+)" not found!(?:\s+Candidate tables: ([^\n]+))?/,
    (table, near) => ({
      zh: `没有叫「${table}」的表。${near ? `相近的有：${near}。` : ''}`,
      en: `There is no table ${table}.${near ? ` Near it: ${near}.` : ''}`,
    }),
  ],
  [
    /^Table with name (.+?) does not exist!(?:\s+Did you mean "([^\n"]+)")?/,
    (table, near) => ({
      zh: `没有叫「${table}」的表。${near ? `是不是「${near}」？` : ''}`,
      en: `There is no table ${table}.${near ? ` Did you mean ${near}?` : ''}`,
    }),
  ],
  [
    /^(?:Scalar |Aggregate |Table )?Function with name "?(\S+?)"? (?:does not exist|is not in the catalog)(?:!\s+Did you mean "([^\n"]+)")?/,
    (name, near) => ({
      zh: `没有叫 ${name} 的函数。${near ? `是不是 ${near}？` : ''}`,
      en: `There is no function ${name}.${near ? ` Did you mean ${near}?` : ''}`,
    }),
  ],
  [
    /^syntax error at or near "(.+)"/,
    (word) => ({ zh: `「${word}」这里语法不对。`, en: `The syntax is wrong at “${word}”.` }),
  ],
  [
    /^syntax error at end of input/,
    () => ({ zh: '查询没有写完。', en: 'The query is not finished.' }),
  ],
  [
    /^Ambiguous reference to column name "(.+?)" \(use: ([^\n]+)\)/,
    (column, use) => ({
      zh: `几张表都有「${column}」，写明是哪张：${use}。`,
      en: `Several tables have ${column}; say which: ${use}.`,
    }),
  ],
  [
    /^column "(.+)" must appear in the GROUP BY clause/,
    (column) => ({
      zh: `「${column}」既没有分组，也没有汇总：写进 GROUP BY，或用 any_value("${column}")。`,
      en: `${column} is neither grouped nor summed up: put it into GROUP BY, or use any_value("${column}").`,
    }),
  ],
  [
    /^Could not convert string ['"](.*)['"] to (\w+)/,
    (value, type) => ({
      zh: `「${value}」不能当作 ${type}。可用 TRY_CAST，转不了的就成为缺失。`,
      en: `“${value}” is no ${type}. TRY_CAST makes what cannot be converted missing.`,
    }),
  ],
];

function failedWords(kind: string, message: string): ProblemWords {
  for (const [pattern, say] of SAYINGS) {
    const found = pattern.exec(message);
    if (found) return { what: say(...found.slice(1)), todo: mend };
  }
  const line = message.split('\n')[0]!;
  return {
    what: { zh: `数据库说（${kind}）：${line}`, en: `The database says (${kind}): ${line}` },
    todo: mend,
  };
}
