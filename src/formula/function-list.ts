import { arithmeticFunctions, arithmeticOperators } from './functions/arithmetic';
import { binOfWidth } from './functions/bins';
import { dateFunctions, dateOfParts } from './functions/dates';
import { logicFunctions, logicOperators } from './functions/logic';
import { concatOperator, spelling, textFunctions } from './functions/texts';
import { wholeFunctions } from './functions/whole';
import type { RowFunction } from './row-function';
import type { WholeFunction } from './whole-function';

export type FormulaFunction = RowFunction | WholeFunction;

/** The reference date, which the checker puts in the place of the call. */
const TODAY = 'today';

const known: readonly FormulaFunction[] = [
  ...logicFunctions,
  ...arithmeticFunctions,
  ...textFunctions,
  spelling('text'),
  dateOfParts,
  ...dateFunctions,
  binOfWidth,
  ...wholeFunctions,
];

/** Functions by name. `bin`, `date`, `text` and `today` have more forms, which the checker knows. */
export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map(
  known.map((found) => [found.name, found]),
);

export const OPERATORS: ReadonlyMap<string, RowFunction> = new Map(
  [...arithmeticOperators, ...logicOperators, concatOperator].map((found) => [found.name, found]),
);

/** Other names, Chinese ones among them, of functions. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['如果', 'if'],
  ['情况', 'case'],
  ['是缺失', 'is_missing'],
  ['补缺', 'coalesce'],
  ['介于', 'between'],
  ['绝对值', 'abs'],
  ['平方根', 'sqrt'],
  ['对数', 'log'],
  ['ln', 'log'],
  ['四舍五入', 'round'],
  ['向下取整', 'floor'],
  ['向上取整', 'ceil'],
  ['ceiling', 'ceil'],
  ['较小', 'min'],
  ['较大', 'max'],
  ['连接', 'concat'],
  ['长度', 'length'],
  ['len', 'length'],
  ['小写', 'lower'],
  ['大写', 'upper'],
  ['去空格', 'trim'],
  ['包含', 'contains'],
  ['开头是', 'starts_with'],
  ['结尾是', 'ends_with'],
  ['替换', 'replace'],
  ['截取', 'substring'],
  ['substr', 'substring'],
  ['拆分', 'split_part'],
  ['转数字', 'number'],
  ['转文字', 'text'],
  ['日期', 'date'],
  ['今天', 'today'],
  ['年', 'year'],
  ['月', 'month'],
  ['日', 'day'],
  ['季度', 'quarter'],
  ['星期', 'weekday'],
  ['小时', 'hour'],
  ['相差天数', 'days_between'],
  ['相差月数', 'months_between'],
  ['加天', 'add_days'],
  ['加月', 'add_months'],
  ['月初', 'start_of_month'],
  ['年初', 'start_of_year'],
  ['周初', 'start_of_week'],
  ['分箱', 'bin'],
  ['等频分组', 'quantile'],
  ['分位数', 'quantile_of'],
  ['排名', 'rank'],
  ['平均', 'mean'],
  ['avg', 'mean'],
  ['average', 'mean'],
  ['中位数', 'median'],
  ['求和', 'sum'],
  ['标准差', 'std'],
  ['计数', 'count'],
  ['最小值', 'min_of'],
  ['最大值', 'max_of'],
]);

/** The function that a name stands for, in any case; undefined: none. */
export function functionNamed(name: string): string | undefined {
  const plain = name.normalize('NFKC').toLowerCase();
  const found = ALIASES.get(plain) ?? plain;
  return found === TODAY || FUNCTIONS.has(found) ? found : undefined;
}

/** The other names of a function. */
export function aliasesOf(name: string): string[] {
  return [...ALIASES].flatMap(([alias, of]) => (of === name ? [alias] : []));
}

export const functionNames: readonly string[] = [...FUNCTIONS.keys(), TODAY];
