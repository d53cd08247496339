import { countAfterHan, countWord } from '../../core/format';
import type { ColumnType } from '../../core/values';
import type { Words } from '../../core/words';
import type { StepOf } from '../../table/clean/step';

type Check = StepOf<'validate'>['check'];

export const typeWords: Readonly<Record<ColumnType, Words>> = {
  number: { zh: '数值', en: 'number' },
  boolean: { zh: '是或否', en: 'yes or no' },
  date: { zh: '日期', en: 'date' },
  category: { zh: '类别', en: 'category' },
  text: { zh: '文字', en: 'text' },
  identifier: { zh: '标识', en: 'identifier' },
};

export function conversionWords(column: string, to: ColumnType): Words {
  const { zh, en } = typeWords[to];
  return {
    zh: `把「${column}」读成${zh}`,
    en: `Read ${column} as ${en === 'yes or no' ? en : `a ${en}`.replace('a i', 'an i')}`,
  };
}

export const actionWords: Readonly<Record<StepOf<'validate'>['action'], Words>> = {
  report: { zh: '只列出', en: 'are listed' },
  drop: { zh: '整行去掉', en: 'are dropped with their rows' },
  'set-aside': { zh: '整行搁置', en: 'are set aside with their rows' },
  'set-missing': { zh: '当作缺失', en: 'become missing' },
};

export function checkWords(check: Check): Words {
  switch (check.rule) {
    case 'present':
      return { zh: '必须有值', en: 'must be there' };
    case 'unique':
      return { zh: '不能重复', en: 'must not repeat' };
    case 'range':
      return rangeWords(check.min, check.max);
    case 'pattern':
      return { zh: `要整个符合 ${check.pattern}`, en: `must match ${check.pattern} as a whole` };
    case 'allowed':
      return {
        zh: `只能是名单里的${countAfterHan(check.values.length)}个值`,
        en: `must be one of ${countWord(check.values.length, 'en')} listed values`,
      };
    default:
      return check satisfies never;
  }
}

function rangeWords(min: number | null, max: number | null): Words {
  const [low, high] = [min, max].map((end) => String(end).replace('-', '−'));
  if (min !== null && max !== null) {
    return { zh: `要在 ${low} 到 ${high} 之间`, en: `must be from ${low} to ${high}` };
  }
  if (min !== null) return { zh: `不能小于 ${low}`, en: `must be at least ${low}` };
  if (max !== null) return { zh: `不能大于 ${high}`, en: `must be at most ${high}` };
  return { zh: '没有定上下限', en: 'has no limits set' };
}

/** What missing values are filled with, within a sentence. */
export function fillWords(step: Pick<StepOf<'fill-missing'>, 'rule' | 'value' | 'by'>): Words {
  switch (step.rule) {
    case 'mean':
      return { zh: '均值', en: 'the mean' };
    case 'median':
      return { zh: '中位数', en: 'the median' };
    case 'mode':
      return { zh: '众数', en: 'the most frequent value' };
    case 'constant':
      return { zh: ` ${step.value ?? ''}`, en: step.value ?? '' };
    case 'group-median':
      return {
        zh: `同一「${step.by ?? ''}」的中位数`,
        en: `the median of the same ${step.by ?? ''}`,
      };
    default:
      return step.rule satisfies never;
  }
}

export function limitWords(rule: StepOf<'outliers'>['rule'], limit: number): Words {
  switch (rule) {
    case 'iqr':
      return { zh: `四分位 ± ${limit} × IQR`, en: `the quartiles ± ${limit} × IQR` };
    case 'z':
      return { zh: `均值 ± ${limit} 个标准差`, en: `the mean ± ${limit} standard deviations` };
    case 'mad':
      return { zh: `中位数 ± ${limit} × 1.4826 × MAD`, en: `the median ± ${limit} × 1.4826 × MAD` };
    case 'percentile':
      return {
        zh: `第 ${limit} 到第 ${plain(100 - limit)} 百分位`,
        en: `percentiles ${limit} to ${plain(100 - limit)}`,
      };
    default:
      return rule satisfies never;
  }
}

function plain(value: number): string {
  return String(Number(value.toPrecision(12)));
}
