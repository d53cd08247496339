import type { ProblemFacts } from '../core/problem';
import type { Words } from '../core/words';
import { columnTypeWords } from './column-types';
import { grouped } from './numbers';
import type { ProblemWords } from './problems';

type ScoreCode =
  'passport-inside' | 'passport-invalid' | 'score-columns-missing' | 'score-column-type';
type ScoreTexts = { readonly [C in ScoreCode]: (facts: ProblemFacts[C]) => ProblemWords };

function typeName(type: string): Words {
  const known: Readonly<Record<string, Words | undefined>> = columnTypeWords;
  return known[type] ?? { zh: type, en: type };
}

/** What keeps a saved segmentation from being applied to a table. */
export const scoreProblems: ScoreTexts = {
  'passport-inside': ({ segment }) => ({
    what: {
      zh: `这里只分了 ${segment} 号群里的行，用它给所有人打分会把人人都分进来。`,
      en: `This divides the rows of segment ${segment} alone; used on everybody it would put everyone in there.`,
    },
    todo: { zh: '在上一层的分群里保存护照。', en: 'Save the passport of the clustering above.' },
  }),
  'passport-invalid': ({ at, reason }) => ({
    what: {
      zh: `这不是一份完整的分群护照${at === '' ? '' : `：「${at}」处不对`}（${reason}）。`,
      en: `This is no whole passport of segments${at === '' ? '' : `: wrong at ${at}`} (${reason}).`,
    },
    todo: {
      zh: '重新保存一份护照，不要用别的程序改动它。',
      en: 'Save the passport anew, and do not change it with other programs.',
    },
  }),
  'score-columns-missing': ({ columns, count, of }) => ({
    what: {
      zh: `这张表缺 ${grouped(count)} 列（分群要用 ${grouped(of)} 列）：${columns}${count > 8 ? '……' : ''}。`,
      en: `This table lacks ${grouped(count)} of the ${grouped(of)} columns that the segments need: ${columns}${count > 8 ? ', …' : ''}.`,
    },
    todo: {
      zh: '在表里补上这些列，或把列名改回学习时的名字。',
      en: 'Add these columns to the table, or give them the names that they had when the segments were learnt.',
    },
  }),
  'score-column-type': ({ column, expected, found, row, value }) => ({
    what: {
      zh: `第 ${grouped(row)} 行「${column}」是「${value}」：分群时这一列是${typeName(expected).zh}，这里读成了${typeName(found).zh}。`,
      en: `Row ${grouped(row)}, ${column} is "${value}": this column was ${typeName(expected).en} when the segments were learnt, and was read as ${typeName(found).en} here.`,
    },
    todo: {
      zh: '在表里改正这一列，再读一次。',
      en: 'Correct the column in the table, and read it again.',
    },
  }),
};
