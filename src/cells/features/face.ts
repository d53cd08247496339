import { defineFace, type SentencePart } from '../../core/cell-face';
import { capitalize, countAfterHan, countWord, formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import { isFlagged } from '../../table/encode/feature-choice';
import { definition } from './definition';
import type { ColumnDisplay, FeaturesDisplay } from './display';
import { driverClause } from './share-words';
import { fillRuleOf } from './fill-rule';
import { text } from './text';

const isLogged = ({ steps }: ColumnDisplay) => steps.some(({ kind }) => kind === 'log');

/** "Seven features enter the model", without a full stop. */
function entering(count: number): Words {
  const verb = count === 1 ? 'feature enters' : 'features enter';
  return {
    zh: `${countWord(count, 'zh')}个特征进入模型`,
    en: `${capitalize(countWord(count, 'en'))} ${verb} the model`,
  };
}

/** Columns that could give nothing matter more than the ones nobody chose. */
function emptyColumn({ leftOut }: FeaturesDisplay): Words | null {
  const empty = leftOut.filter(({ reason }) => reason === 'all-missing');
  const first = empty[0]?.column;
  if (first === undefined) return null;
  if (empty.length === 1) {
    return {
      zh: `「${first}」整列缺失，没有进入`,
      en: `${first} has no value in any row and stays out`,
    };
  }
  return {
    zh: `${countWord(empty.length, 'zh')}列整列缺失，没有进入`,
    en: `${countWord(empty.length, 'en')} columns have no value in any row and stay out`,
  };
}

function droppedRows({ rows, tableRows }: FeaturesDisplay): Words | null {
  const dropped = tableRows - rows;
  if (dropped === 0) return null;
  return {
    zh: `有缺失的 ${formatCount(dropped)} 行没有进入`,
    en: `${formatCount(dropped)} ${dropped === 1 ? 'row' : 'rows'} with missing values ${dropped === 1 ? 'stays' : 'stay'} out`,
  };
}

function onlyOneNotChosen({ leftOut }: FeaturesDisplay): Words | null {
  const first = leftOut[0];
  if (leftOut.length !== 1 || first?.reason !== 'not-chosen') return null;
  return { zh: `「${first.column}」没有选`, en: `${first.column} was not chosen` };
}

/** How many features were straightened with a logarithm, when some were and others not. */
function logged({ columns, features }: FeaturesDisplay): Words | null {
  const count = columns.filter(isLogged).length;
  if (count === 0) return null;
  if (count === features) {
    return count === 1
      ? { zh: '先取了对数', en: 'after taking its logarithm' }
      : { zh: '都先取了对数', en: 'all after taking logarithms' };
  }
  return {
    zh: `其中${countAfterHan(count)}个先取了对数`,
    en: `${countWord(count, 'en')} of them after taking ${count === 1 ? 'its logarithm' : 'logarithms'}`,
  };
}

function finding(display: FeaturesDisplay): Words {
  const base = entering(display.features);
  const apart =
    emptyColumn(display) ??
    driverClause(display) ??
    droppedRows(display) ??
    onlyOneNotChosen(display);
  if (apart) return { zh: `${base.zh}；${apart.zh}。`, en: `${base.en}; ${apart.en}.` };
  const clause = logged(display);
  if (clause) return { zh: `${base.zh}，${clause.zh}。`, en: `${base.en}, ${clause.en}.` };
  return { zh: `${base.zh}。`, en: `${base.en}.` };
}

const FILL_WORDS = {
  median: { zh: '中位数', en: 'the median' },
  mean: { zh: '均值', en: 'the mean' },
  mode: { zh: '众数', en: 'the most frequent value' },
} satisfies Record<string, Words>;

/** What stands in for missing values, and for how many; empty when nothing was filled. */
function filling({ columns }: FeaturesDisplay): Words {
  const filled = columns.flatMap((column) => {
    const rule = fillRuleOf(column);
    return rule === null ? [] : [{ ...column, rule }];
  });
  const rules = (['median', 'mean', 'mode'] as const).filter((rule) =>
    filled.some((column) => column.rule === rule),
  );
  if (rules.length === 0) return { zh: '', en: '' };
  const count = formatCount(filled.reduce((sum, { missing }) => sum + missing, 0));
  const areFlagged = filled.some(({ missingRule }) => isFlagged(missingRule));
  const zh = rules.map((rule) => FILL_WORDS[rule].zh).join('或');
  const en = rules.map((rule) => FILL_WORDS[rule].en).join(' or ');
  return {
    zh: ` · ${count} 个缺失以${zh}填补${areFlagged ? '并另记一列' : ''}`,
    en: ` · ${count} missing filled with ${en}${areFlagged ? ' and flagged' : ''}`,
  };
}

function sourceLine(display: FeaturesDisplay): Words {
  const size = `${formatCount(display.rows)} × ${formatCount(display.features)}`;
  const filled = filling(display);
  return { zh: `特征矩阵 ${size}${filled.zh}`, en: `Matrix ${size}${filled.en}` };
}

const SCALE_IN_SENTENCE = {
  standard: { zh: '标准化', en: 'standardize' },
  robust: { zh: '按中位数和四分位距缩放', en: 'scale by median and quartiles' },
  'min-max': { zh: '归一化到 0…1', en: 'rescale to 0…1' },
  none: { zh: '不再缩放', en: 'keep the scale' },
} satisfies Record<string, Words>;

const TRANSFORM_IN_SENTENCE = {
  auto: { zh: '偏斜的先变换', en: 'straighten the skewed ones' },
  none: { zh: '不变换', en: 'no transform' },
  log: { zh: '取对数', en: 'log' },
  'yeo-johnson': { zh: 'Yeo–Johnson 变换', en: 'Yeo–Johnson' },
} satisfies Record<string, Words>;

function columnsInSentence(columns: readonly string[]): Words {
  if (columns.length === 0) return { zh: '自动选出的数值列', en: 'number columns, chosen by rule' };
  const count = columns.length;
  return {
    zh: `选定的${countAfterHan(count)}列`,
    en: `${countWord(count, 'en')} chosen ${count === 1 ? 'column' : 'columns'}`,
  };
}

export const face = defineFace(definition, {
  finding,
  sourceLine,
  // Combined columns are named in the parameters.
  uses: ({ columns }) => columns.filter(({ partner }) => partner === null).map(({ name }) => name),
  margin: ({ columns, transform, scale, missing }): readonly SentencePart[] => [
    { words: { zh: '用', en: 'From ' } },
    { words: columnsInSentence(columns), param: 'columns' },
    { words: { zh: '：', en: ': ' } },
    { words: TRANSFORM_IN_SENTENCE[transform], param: 'transform' },
    { words: { zh: scale === 'none' ? '，' : '，再', en: ', then ' } },
    { words: SCALE_IN_SENTENCE[scale], param: 'scale' },
    { words: { zh: '。缺失值：', en: '. Missing: ' } },
    { words: missingInSentence(missing), param: 'missing' },
    { words: { zh: '。', en: '.' } },
  ],
});

function missingInSentence(missing: string): Words {
  const words = text.params.missing.options?.[missing] ?? { zh: missing, en: missing };
  return { zh: words.zh, en: words.en.charAt(0).toLowerCase() + words.en.slice(1) };
}
