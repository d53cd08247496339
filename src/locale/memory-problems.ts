import type { ProblemFacts } from '../core/problem';
import { fileSize, grouped } from './numbers';
import type { ProblemWords } from './problems';

type MemoryProblem =
  'file-needs-memory' | 'features-need-memory' | 'clusters-need-memory' | 'table-too-large';

/** What does not fit into memory: how much it would need, and what would fit. */
export const memoryProblems: {
  readonly [C in MemoryProblem]: (facts: ProblemFacts[C]) => ProblemWords;
} = {
  'file-needs-memory': ({ name, rows, columns, neededBytes, limitBytes }) => {
    const table = `${grouped(rows)} 行 × ${grouped(columns)} 列`;
    const fit = grouped(rowsThatFit(rows, neededBytes, limitBytes));
    return {
      what: {
        zh: `「${name}」约有 ${table}，读入约需 ${fileSize(neededBytes)} 内存，上限是 ${fileSize(limitBytes)}。`,
        en: `${name} has about ${grouped(rows)} rows × ${grouped(columns)} columns. Reading them needs about ${fileSize(neededBytes)} of memory; the limit is ${fileSize(limitBytes)}.`,
      },
      todo: {
        zh: `导出较少的列，或抽样到约 ${fit} 行，再打开。`,
        en: `Export fewer columns, or a sample of about ${fit} rows, and open that.`,
      },
    };
  },
  'features-need-memory': ({ rows, features, neededBytes, limitBytes }) => {
    const fit = grouped(rowsThatFit(rows, neededBytes, limitBytes));
    return {
      what: {
        zh: `${grouped(rows)} 行 × ${grouped(features)} 个特征约需 ${fileSize(neededBytes)} 内存，上限是 ${fileSize(limitBytes)}。`,
        en: `${grouped(rows)} rows × ${grouped(features)} features need about ${fileSize(neededBytes)} of memory; the limit is ${fileSize(limitBytes)}.`,
      },
      todo: {
        zh: `在「特征」里少选几列，或打开约 ${fit} 行的抽样。`,
        en: `Choose fewer columns in Features, or open a sample of about ${fit} rows.`,
      },
    };
  },
  'clusters-need-memory': ({ clusters, rows, neededBytes, limitBytes }) => ({
    what: {
      zh: `${grouped(rows)} 行分成了 ${grouped(clusters)} 群，评估约需 ${fileSize(neededBytes)} 内存，上限是 ${fileSize(limitBytes)}。`,
      en: `${grouped(rows)} rows are in ${grouped(clusters)} segments. Evaluating them needs about ${fileSize(neededBytes)} of memory; the limit is ${fileSize(limitBytes)}.`,
    },
    todo: {
      zh: '减少群数：DBSCAN 可加大半径或最少邻居数，其他方法可减少分群数。',
      en: 'Make fewer segments: with DBSCAN by a larger radius or more neighbours, else by a smaller number.',
    },
  }),
  'table-too-large': ({ rows, features, limitBytes }) => ({
    what: {
      zh: `${grouped(rows)} 行 × ${grouped(features)} 个特征超出内存上限（${fileSize(limitBytes)}）。`,
      en: `${grouped(rows)} rows × ${grouped(features)} features exceed the memory limit of ${fileSize(limitBytes)}.`,
    },
    todo: {
      zh: '在「特征」里少选几列，或先抽样。',
      en: 'Choose fewer columns in Features, or take a sample first.',
    },
  }),
};

/** In proportion, rounded down to two digits: it is an estimate. */
function rowsThatFit(rows: number, neededBytes: number, limitBytes: number): number {
  const fit = (rows * limitBytes) / neededBytes;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(fit)) - 1);
  return Math.floor(fit / unit) * unit;
}
