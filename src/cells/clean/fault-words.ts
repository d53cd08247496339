import type { Words } from '../../core/words';
import type { PatternFlaw, StepFault } from '../../table/clean/fault';
import { typeWords } from './option-words';

const FLAWS: Readonly<Record<PatternFlaw, Words>> = {
  'too-long': { zh: '格式太长，最多 500 个字符', en: 'the pattern is longer than 500 characters' },
  'too-large': {
    zh: '格式的重复次数太多，展开后太大',
    en: 'the pattern repeats too often to be followed',
  },
  'not-linear': {
    zh: '格式里有前后查找或回溯引用，一列大表会没完没了，所以不接受',
    en: 'the pattern looks around or refers back, which could run forever on a large table',
  },
  unsupported: {
    zh: '格式里有这里不支持的写法',
    en: 'the pattern has a form that is not known here',
  },
  invalid: { zh: '这不是一个有效的格式', en: 'this is not a valid pattern' },
};

/** Why a step was not done and what to do, in one or two sentences. */
export function faultWords(fault: StepFault): Words {
  switch (fault.code) {
    case 'column-missing':
      return {
        zh: `表里没有「${fault.column}」这一列。换一列，或停用这一步。`,
        en: `The table has no column ${fault.column}. Choose another, or switch the step off.`,
      };
    case 'column-type':
      return typeFaultWords(fault.column, typeWords[fault.type]);
    case 'no-column':
      return {
        zh: '表里没有这一步能用的列。',
        en: 'The table has no column that this step could work on.',
      };
    case 'value-unreadable':
      return {
        zh: `「${fault.value}」不能写进「${fault.column}」：类型不对。`,
        en: `“${fault.value}” cannot be written into ${fault.column}: it is of another type.`,
      };
    case 'no-values':
      return {
        zh: `「${fault.column}」一个值也没有，算不出来。可以填固定值，或去掉这一列。`,
        en: `${fault.column} has no value to compute from. Fill with a fixed value, or drop the column.`,
      };
    case 'date-order-unknown':
      return {
        zh: `「${fault.column}」分不清日和月。在这一步里选「先日后月」或「先月后日」。`,
        en: `Day and month of ${fault.column} cannot be told apart. Choose the order in this step.`,
      };
    case 'nothing-readable':
      return {
        zh: `「${fault.column}」没有一个值能这样读，比如「${fault.value}」。`,
        en: `Not one value of ${fault.column} can be read so, for example “${fault.value}”.`,
      };
    case 'pattern-refused':
      return {
        zh: `${FLAWS[fault.reason].zh}（第 ${fault.at} 个字符）。`,
        en: `Character ${fault.at}: ${FLAWS[fault.reason].en}.`,
      };
    case 'no-columns-left':
      return {
        zh: '这样会一列不剩。至少留一列。',
        en: 'No column would be left. Keep at least one.',
      };
    default:
      return fault satisfies never;
  }
}

function typeFaultWords(column: string, { zh, en }: Words): Words {
  return {
    zh: `「${column}」是${zh}列，这一步用不上。先换类型，或换一列。`,
    en: `${column} holds ${en} values, which this step cannot use. Change its type first, or choose another column.`,
  };
}
