import { countAfterHan, countWord, formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import type { CleanStep, CleanStepKind, StepOf } from '../../table/clean/step';
import { actionWords, checkWords, conversionWords, fillWords, limitWords } from './option-words';

/** What a kind of step does, as it stands in the menu that adds one. */
export const kindWords: Readonly<Record<CleanStepKind, Words>> = {
  'drop-duplicates': { zh: '去掉重复的行', en: 'Drop duplicates' },
  'normalize-text': { zh: '整理文字', en: 'Tidy text' },
  'convert-type': { zh: '换类型', en: 'Change a type' },
  'convert-unit': { zh: '换单位', en: 'Change a unit' },
  'map-values': { zh: '改写取值', en: 'Rewrite values' },
  'set-missing': { zh: '占位值当作缺失', en: 'Placeholders to missing' },
  'fill-missing': { zh: '填补缺失', en: 'Fill missing values' },
  'drop-missing': { zh: '去掉有缺失的行', en: 'Drop rows with missing values' },
  outliers: { zh: '处理异常值', en: 'Handle outliers' },
  validate: { zh: '检查规则', en: 'Check a rule' },
  'drop-columns': { zh: '去掉列', en: 'Drop columns' },
};

/** The columns of a step: by name when they are few; none named are all that fit. */
export function columnsWords(columns: readonly string[], all: Words): Words {
  const [first, second] = columns;
  if (first === undefined) return all;
  if (second === undefined) return { zh: `「${first}」`, en: first };
  if (columns.length === 2)
    return { zh: `「${first}」「${second}」`, en: `${first} and ${second}` };
  return {
    zh: `「${first}」等${countAfterHan(columns.length)}列`,
    en: `${first} and ${countWord(columns.length - 1, 'en')} more`,
  };
}

/** The step in one sentence without a full stop. */
export function stepWords(step: CleanStep): Words {
  switch (step.kind) {
    case 'drop-duplicates':
      return duplicatesWords(step);
    case 'normalize-text':
      return normalizeWords(step);
    case 'convert-type':
      return conversionWords(step.column, step.to);
    case 'convert-unit':
      return unitWords(step);
    case 'map-values':
      return mapWords(step);
    case 'set-missing':
      return setMissingWords(step);
    case 'fill-missing':
      return fillingWords(step);
    case 'drop-missing':
      return dropMissingWords(step.columns);
    case 'outliers':
      return outlierWords(step);
    case 'validate':
      return validateWords(step);
    case 'drop-columns':
      return dropColumnsWords(step.columns);
    default:
      return step satisfies never;
  }
}

const KEPT_ROW = {
  first: { zh: '留第一行', en: 'keep the first' },
  last: { zh: '留最后一行', en: 'keep the last' },
  'most-complete': { zh: '留最完整的一行', en: 'keep the most complete' },
} satisfies Record<string, Words>;

function duplicatesWords({ columns, keep }: StepOf<'drop-duplicates'>): Words {
  const kept = KEPT_ROW[keep];
  if (columns.length === 0) {
    return {
      zh: `去掉整行重复，${kept.zh}`,
      en: `Drop rows that are equal throughout, ${kept.en}`,
    };
  }
  const names = columnsWords(columns, { zh: '', en: '' });
  return {
    zh: `${names.zh}相同的行，${kept.zh}`,
    en: `Drop rows that are equal in ${names.en}, ${kept.en}`,
  };
}

const TEXT_COLUMNS: Words = { zh: '所有文字列', en: 'every text column' };
const CASES = {
  keep: null,
  lower: { zh: '小写', en: 'lower case' },
  upper: { zh: '大写', en: 'upper case' },
  title: { zh: '首字母大写', en: 'title case' },
} satisfies Record<string, Words | null>;

function normalizeWords(step: StepOf<'normalize-text'>): Words {
  const rules = [
    step.spaces ? { zh: '空格', en: 'spaces' } : null,
    step.width ? { zh: '全角', en: 'full-width characters' } : null,
    CASES[step.case],
  ].flatMap((rule) => rule ?? []);
  const columns = columnsWords(step.columns, TEXT_COLUMNS);
  if (rules.length === 0) {
    return { zh: `整理${columns.zh}（没有选规则）`, en: `Tidy ${columns.en} (no rule chosen)` };
  }
  return {
    zh: `整理${columns.zh}：${rules.map(({ zh }) => zh).join('、')}`,
    en: `Tidy ${columns.en}: ${rules.map(({ en }) => en).join(', ')}`,
  };
}

function unitWords({ column, factor, offset, unit }: StepOf<'convert-unit'>): Words {
  const added = offset === 0 ? '' : ` ${offset < 0 ? '−' : '+'} ${Math.abs(offset)}`;
  const formula = `× ${factor}${added}`.replace('× -', '× −');
  return {
    zh: `「${column}」${formula}${unit === '' ? '' : `，单位改为 ${unit}`}`,
    en: `${column} ${formula}${unit === '' ? '' : `, in ${unit}`}`,
  };
}

function mapWords({ column, values }: StepOf<'map-values'>): Words {
  const count = values.length;
  if (count === 0) {
    return {
      zh: `改写「${column}」的取值（还没有选）`,
      en: `Rewrite values of ${column} (none chosen)`,
    };
  }
  return {
    zh: `改写「${column}」的${countAfterHan(count)}个取值`,
    en: `Rewrite ${countWord(count, 'en')} ${count === 1 ? 'value' : 'values'} of ${column}`,
  };
}

const ANY_COLUMN: Words = { zh: '所有列', en: 'any column' };

function setMissingWords({ columns, values }: StepOf<'set-missing'>): Words {
  const names = columnsWords(columns, ANY_COLUMN);
  const few = values.slice(0, 3);
  const more = values.length > few.length;
  if (few.length === 0) {
    return {
      zh: `${names.zh}里的占位值当作缺失（还没有填）`,
      en: `Placeholders in ${names.en} to missing (none given)`,
    };
  }
  return {
    zh: `${names.zh}里的 ${few.join('、')}${more ? '等' : ''} 当作缺失`,
    en: `${few.join(', ')}${more ? ', …' : ''} in ${names.en} to missing`,
  };
}

function fillingWords(step: StepOf<'fill-missing'>): Words {
  const { zh, en } = fillWords(step);
  const all =
    step.rule === 'mode' || step.rule === 'constant'
      ? { zh: '所有适用的列', en: 'every column it fits' }
      : { zh: '所有数值列', en: 'every number column' };
  const names = columnsWords(step.columns, all);
  return { zh: `${names.zh}的缺失填${zh}`, en: `Fill missing values of ${names.en} with ${en}` };
}

function dropMissingWords(columns: readonly string[]): Words {
  if (columns.length === 0)
    return { zh: '去掉有任何缺失的行', en: 'Drop rows that lack any value' };
  const names = columnsWords(columns, ANY_COLUMN);
  return { zh: `去掉缺${names.zh}的行`, en: `Drop rows without ${names.en}` };
}

function outlierWords(step: StepOf<'outliers'>): Words {
  const names = columnsWords(step.columns, { zh: '所有数值列', en: 'every number column' });
  const limit = limitWords(step.rule, step.limit);
  const action = {
    clip: { zh: '移到边界', en: 'moved to the bound' },
    drop: { zh: '整行去掉', en: 'their rows dropped' },
    'set-aside': { zh: '整行搁置', en: 'their rows set aside' },
  }[step.action];
  return {
    zh: `${names.zh}里超出${limit.zh}的值，${action.zh}`,
    en: `Values of ${names.en} beyond ${limit.en}, ${action.en}`,
  };
}

function validateWords(step: StepOf<'validate'>): Words {
  const check = checkWords(step.check);
  const action = actionWords[step.action];
  return {
    zh: `「${step.column}」${check.zh}；违规的${action.zh}`,
    en: `${step.column} ${check.en}; breaches ${action.en}`,
  };
}

function dropColumnsWords(columns: readonly string[]): Words {
  if (columns.length === 0) return { zh: '去掉列（还没有选）', en: 'Drop columns (none chosen)' };
  const names = columnsWords(columns, ANY_COLUMN);
  return { zh: `去掉列${names.zh}`, en: `Drop ${names.en}` };
}

/** "第 3 步" */
export function stepNumberWords(number: number): Words {
  return { zh: `第 ${formatCount(number)} 步`, en: `Step ${formatCount(number)}` };
}
