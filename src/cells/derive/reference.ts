import type { Words } from '../../core/words';
import { aliasesOf } from '../../formula/function-list';

export type Group = 'conditions' | 'numbers' | 'columns' | 'texts' | 'dates';

/** A function of the language as people look it up. */
export interface ReferenceEntry {
  readonly name: string;
  readonly group: Group;
  readonly form: string;
  readonly words: Words;
}

function entry(group: Group, form: string, [zh, en]: readonly [string, string]): ReferenceEntry {
  return { name: form.slice(0, form.indexOf('(')), group, form, words: { zh, en } };
}

/** Every function with what it gives, in the order in which people look for them. */
export const REFERENCE: readonly ReferenceEntry[] = [
  entry('conditions', 'if(a > 0, 1, 0)', [
    '条件为真取第二个，否则取第三个',
    'the second if true, else the third',
  ]),
  entry('conditions', "case(a < 18, 'A', a < 60, 'B', 'C')", [
    '第一个成立的条件后面的值，最后一个是其余',
    'the value behind the first condition that holds, else the last',
  ]),
  entry('conditions', 'coalesce(a, b, 0)', [
    '第一个不缺失的值',
    'the first value that is not missing',
  ]),
  entry('conditions', 'is_missing(a)', ['是否缺失', 'true where it is missing']),
  entry('conditions', 'between(a, 1, 10)', [
    '在两数之间，含两端',
    'from one to the other, both included',
  ]),
  entry('numbers', 'round(a, 2)', [
    '四舍五入到几位小数',
    'rounded to so many decimals, halves away from zero',
  ]),
  entry('numbers', 'floor(a)', ['不大于它的整数', 'the whole number not above']),
  entry('numbers', 'ceil(a)', ['不小于它的整数', 'the whole number not below']),
  entry('numbers', 'abs(a)', ['绝对值', 'without its sign']),
  entry('numbers', 'min(a, b)', ['同一行里较小的', 'the smaller in the row']),
  entry('numbers', 'max(a, b)', ['同一行里较大的', 'the larger in the row']),
  entry('numbers', 'sqrt(a)', ['平方根', 'square root']),
  entry('numbers', 'log(a)', [
    '自然对数；0 和负数缺失',
    'natural logarithm; missing for 0 and below',
  ]),
  entry('numbers', 'log10(a)', ['以 10 为底的对数', 'logarithm to base 10']),
  entry('numbers', 'log1p(a)', ['ln(1 + a)，0 得 0', 'ln(1 + a): 0 gives 0']),
  entry('numbers', 'exp(a)', ['e 的 a 次方', 'e to the power a']),
  entry('numbers', 'bin(a, 10)', ['按宽度分箱，得下限', 'the lower edge of its bin of this width']),
  entry('columns', 'quantile(a, 5)', [
    '等频分组，1 最小',
    'class 1 … n of equally many rows, 1 the smallest',
  ]),
  entry('columns', 'rank(a)', [
    '名次，1 最小，相同取平均；rank(-a) 从大到小',
    'place from the smallest, equal ones share; rank(-a) from the largest',
  ]),
  entry('columns', 'mean(a, by)', [
    '平均；写 by 就按它分组',
    'mean of the column, or of each group',
  ]),
  entry('columns', 'median(a, by)', ['中位数', 'median']),
  entry('columns', 'sum(a, by)', ['总和；没有值时缺失', 'sum; missing where there is no value']),
  entry('columns', 'std(a, by)', ['标准差（除以 n−1）', 'standard deviation (divides by n − 1)']),
  entry('columns', 'count(a, by)', ['有几个值', 'how many values there are']),
  entry('columns', 'min_of(a, by)', ['整列最小', 'the smallest of the column']),
  entry('columns', 'max_of(a, by)', ['整列最大', 'the largest of the column']),
  entry('columns', 'quantile_of(a, 0.9)', ['整列的分位数', 'the quantile of the column']),
  entry('texts', "concat(a, '-', b)", ['连成一段，也可写 a & b', 'one after the other, as a & b']),
  entry('texts', 'length(a)', ['几个字', 'how many letters']),
  entry('texts', 'lower(a)', ['小写', 'in lower case']),
  entry('texts', 'upper(a)', ['大写', 'in upper case']),
  entry('texts', 'trim(a)', ['去掉两端空格', 'without spaces at the ends']),
  entry('texts', "contains(a, 'x')", ['是否包含', 'whether it contains']),
  entry('texts', "starts_with(a, 'x')", ['是否以它开头', 'whether it begins with']),
  entry('texts', "ends_with(a, 'x')", ['是否以它结尾', 'whether it ends with']),
  entry('texts', "replace(a, 'x', 'y')", ['全部替换', 'all occurrences replaced']),
  entry('texts', 'substring(a, 1, 2)', [
    '从第几个字起取几个；负数从末尾数',
    'so many letters from a place; negative from the end',
  ]),
  entry('texts', "split_part(a, '-', 1)", [
    '按分隔符切开，取第几段',
    'one part between separators',
  ]),
  entry('texts', 'number(a)', ['文字转成数，转不了就缺失', 'a number from text, else missing']),
  entry('texts', 'text(a)', ['转成文字', 'any value as text']),
  entry('dates', 'date(2024, 5, 1)', [
    '年月日组成日期，或 date(文字)',
    'a date from parts, or date(text)',
  ]),
  entry('dates', 'days_between(a, b)', ['从 a 到 b 几天', 'days from a to b']),
  entry('dates', 'months_between(a, b)', ['从 a 到 b 满几个月', 'full months from a to b']),
  entry('dates', 'today()', ['参考日期，在参数里填', 'the reference date of the settings']),
  entry('dates', 'add_days(a, 30)', ['几天以后', 'some days later']),
  entry('dates', 'add_months(a, 1)', ['几个月以后', 'some months later']),
  entry('dates', 'year(a)', ['年', 'year']),
  entry('dates', 'quarter(a)', ['季度 1 … 4', 'quarter 1 … 4']),
  entry('dates', 'month(a)', ['月 1 … 12', 'month 1 … 12']),
  entry('dates', 'day(a)', ['日', 'day of the month']),
  entry('dates', 'weekday(a)', ['星期，周一是 1', 'day of the week, Monday is 1']),
  entry('dates', 'hour(a)', ['小时', 'hour']),
  entry('dates', 'start_of_month(a)', ['当月第一天', 'first day of its month']),
  entry('dates', 'start_of_week(a)', ['当周周一', 'Monday of its week']),
  entry('dates', 'start_of_year(a)', ['当年第一天', 'first day of its year']),
];

/** The functions whose name, other names or words hold what is looked for. */
export function lookUp(search: string): readonly ReferenceEntry[] {
  const wanted = search.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return REFERENCE;
  return REFERENCE.filter(({ name, form, words }) =>
    [name, form, words.zh, words.en, ...aliasesOf(name)].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
}
