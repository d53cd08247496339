import type { Words } from '../core/words';

/** What is known of a fault in a formula; `near` are names that may have been meant. */
export interface FaultFacts {
  readonly reason: string;
  readonly found: string;
  readonly expected: string;
  readonly near: readonly string[];
}

const TYPES: Readonly<Record<string, Words>> = {
  number: { zh: '数', en: 'a number' },
  boolean: { zh: '是否（真假）', en: 'true or false' },
  date: { zh: '日期', en: 'a date' },
  text: { zh: '文字', en: 'text' },
  missing: { zh: '缺失', en: 'missing' },
};

function typeWords(types: string): Words {
  const words = types.split(',').map((type) => TYPES[type] ?? { zh: type, en: type });
  return {
    zh: words.map(({ zh }) => zh).join('或'),
    en: words.map(({ en }) => en).join(' or '),
  };
}

/** "Did you mean …", empty when no name is near. */
function meant(near: readonly string[]): Words {
  if (near.length === 0) return { zh: '', en: '' };
  return {
    zh: `是不是「${near.join('」或「')}」？`,
    en: ` Did you mean ${near.join(' or ')}?`,
  };
}

/** `name:rest` as the checker writes it. */
function splitAtColon(found: string): readonly [string, string] {
  const at = found.lastIndexOf(':');
  return at < 0 ? ['', found] : [found.slice(0, at), found.slice(at + 1)];
}

function typeWrong({ found, expected }: FaultFacts): Words {
  const [name, type] = splitAtColon(found);
  const [is, wanted] = [typeWords(type), typeWords(expected)];
  const hint = hintFor(type, expected);
  return {
    zh: `「${name}」要${wanted.zh}，这里是${is.zh}。${hint.zh}`,
    en: `${name} needs ${wanted.en}; this is ${is.en}.${hint.en}`,
  };
}

/** How one type becomes the other. */
function hintFor(from: string, to: string): Words {
  if (from === 'text' && to.includes('number')) {
    return { zh: '用 number(…) 转成数。', en: ' number(…) makes a number of it.' };
  }
  if (from === 'text' && to.includes('date')) {
    return { zh: '用 date(…) 转成日期。', en: ' date(…) makes a date of it.' };
  }
  if (to === 'text') return { zh: '用 text(…) 转成文字。', en: ' text(…) makes text of it.' };
  return { zh: '', en: '' };
}

function typesDiffer({ found, expected }: FaultFacts): Words {
  const [is, wanted] = [typeWords(found), typeWords(expected)];
  const hint = hintFor(found, expected);
  return {
    zh: `两边类型不同：一边是${wanted.zh}，这里是${is.zh}。${hint.zh}`,
    en: `Types differ: one side is ${wanted.en}, this is ${is.en}.${hint.en}`,
  };
}

function counted({ found, expected }: FaultFacts): Words {
  const [name, count] = splitAtColon(found);
  const [zh, en] = [' 到 ', ' to '].map((to) => expected.replace(' … ', to));
  return {
    zh: `「${name}」要 ${zh} 个参数，这里有 ${count} 个。`,
    en: `${name} takes ${en} arguments; here are ${count}.`,
  };
}

type Say = (facts: FaultFacts) => Words;

const FAULTS: Readonly<Record<string, Say>> = {
  empty: () => ({ zh: '还没有公式。', en: 'There is no formula yet.' }),
  'too-long': ({ expected }) => ({
    zh: `公式最长 ${expected} 个字符。`,
    en: `A formula may have ${expected} characters at most.`,
  }),
  'too-deep': () => ({
    zh: '层数太深：拆成几列。',
    en: 'This is nested too deeply: make several columns of it.',
  }),
  'too-many-parts': ({ expected }) => ({
    zh: `公式最多有 ${expected} 个部分：拆成几列。`,
    en: `A formula may have ${expected} parts at most: make several columns of it.`,
  }),
  'too-many-whole': ({ expected }) => ({
    zh: `整列计算的函数最多用 ${expected} 次：拆成几列。`,
    en: `Functions of whole columns may be used ${expected} times at most: make several columns of it.`,
  }),
  'character-unknown': ({ found }) => ({
    zh: `公式里不能用「${found}」。列名里有特殊符号时，写成 [列名]。`,
    en: `${found} means nothing in a formula. A column name with signs in it goes in [brackets].`,
  }),
  'quote-unclosed': () => ({ zh: '引号没有收尾。', en: 'This quote is never closed.' }),
  'bracket-unclosed': () => ({ zh: '方括号没有收尾。', en: 'This bracket is never closed.' }),
  'number-invalid': () => ({ zh: '这不是一个数。', en: 'This is not a number.' }),
  'operand-expected': ({ found }) =>
    found === ''
      ? {
          zh: '公式在这里断了：还缺一个值。',
          en: 'The formula breaks off: a value is missing here.',
        }
      : {
          zh: `这里要一个值，却是「${found}」。`,
          en: `A value is missing before ${found}.`,
        },
  'operator-expected': ({ found }) => ({
    zh: `「${found}」前面缺一个运算符，例如 + 或 and。列名里有空格时，写成 [列名]。`,
    en: `There is no operator before ${found}, such as + or and. A column name with spaces goes in [brackets].`,
  }),
  'paren-unclosed': () => ({
    zh: '这个左括号没有右括号。',
    en: 'This parenthesis is never closed.',
  }),
  'paren-unopened': () => ({
    zh: '这个右括号没有左括号。',
    en: 'This parenthesis was never opened.',
  }),
  'comma-outside': () => ({
    zh: '逗号只用在函数的参数之间。',
    en: 'A comma stands between the arguments of a function only.',
  }),
  'list-expected': () => ({
    zh: "这里要写出来的几个值，例如 ['北京', '上海'] 或 [18, 30, 60]。",
    en: "Here go values that are written out, such as ['Oslo', 'Rome'] or [18, 30, 60].",
  }),
  'list-misplaced': () => ({
    zh: '这里要一个值，不是几个。',
    en: 'Here goes one value, not a list.',
  }),
  'literal-expected': () => ({
    zh: '这里要直接写一个数，不能是列或公式。',
    en: 'Here goes a number that is written out, not a column or a formula.',
  }),
  'edges-unsorted': () => ({
    zh: '分界要从小到大，不重复。',
    en: 'Edges must ascend, each larger than the one before.',
  }),
  'labels-count': ({ found, expected }) => ({
    zh: `标签要有 ${expected.replace(',', ' 或')} 个，这里有 ${found} 个。`,
    en: `There must be ${expected.replace(',', ' or')} labels; here are ${found}.`,
  }),
  'count-wrong': ({ found, expected }) => ({
    zh: `这个数要在 ${expected} 之间，这里是 ${found}。`,
    en: `This number must be in ${expected}; it is ${found}.`,
  }),
  'function-unknown': ({ found, near }) => ({
    zh: `没有叫「${found}」的函数。${meant(near).zh}`,
    en: `There is no function ${found}.${meant(near).en}`,
  }),
  'function-without-parens': ({ found }) => ({
    zh: `「${found}」是函数，后面要有括号：${found}(…)。`,
    en: `${found} is a function and needs parentheses: ${found}(…).`,
  }),
  'column-unknown': ({ found, near }) => ({
    zh: `表里没有「${found}」这一列。${meant(near).zh}`,
    en: `The table has no column ${found}.${meant(near).en}`,
  }),
  'arguments-few': counted,
  'arguments-many': counted,
  'type-wrong': typeWrong,
  'types-differ': typesDiffer,
  'date-invalid': ({ found }) => ({
    zh: `「${found}」不是日期。写成 2024-05-01 这样。`,
    en: `${found} is not a date. Write it as 2024-05-01.`,
  }),
  'reference-missing': () => ({
    zh: 'today() 要有参考日期：在参数里填一个，结果才不会每天变。',
    en: 'today() needs a reference date: set one in the settings, so that the result stays the same tomorrow.',
  }),
  'not-a-condition': ({ found }) => ({
    zh: `筛选要的是真假，这里得出的是${typeWords(found).zh}。例如写成 … > 0。`,
    en: `A filter must be true or false; this gives ${typeWords(found).en}. Compare it, e.g. … > 0.`,
  }),
  'name-empty': () => ({ zh: '新列还没有名字。', en: 'The new column has no name yet.' }),
};

/** What is wrong, in a sentence; an unknown reason is shown by its code. */
export function faultWords(facts: FaultFacts): Words {
  return FAULTS[facts.reason]?.(facts) ?? { zh: facts.reason, en: facts.reason };
}
