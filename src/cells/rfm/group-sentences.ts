import { formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import type { Coverage } from '../../table/rfm/group-rules';
import { groupWords } from './group-words';

/** Whether every cell of scores has its group, in one sentence. */
export function coverageWords({ uncovered, idle }: Coverage): Words {
  const zh: string[] = [];
  const en: string[] = [];
  if (uncovered.length === 0) {
    zh.push('125 个分数组合都恰好归入一组');
    en.push('Each of the 125 combinations of scores falls under exactly one rule');
  } else {
    const first = uncovered.slice(0, 5).map((cell) => cell.join('-'));
    const more = uncovered.length > first.length;
    zh.push(
      `${formatCount(uncovered.length)} 个组合（R-F-M）没有规则：${first.join('、')}${more ? '……' : ''}`,
    );
    en.push(
      `${formatCount(uncovered.length)} ${uncovered.length === 1 ? 'combination has' : 'combinations have'} no rule (R-F-M): ${first.join(', ')}${more ? ', …' : ''}`,
    );
  }
  if (idle.length > 0) {
    const numbers = idle.map((index) => index + 1);
    zh.push(`第 ${numbers.join('、')} 条从来用不上`);
    en.push(
      `${numbers.length === 1 ? 'rule' : 'rules'} ${numbers.join(', ')} never ${numbers.length === 1 ? 'decides' : 'decide'}`,
    );
  }
  return { zh: `${zh.join('；')}。`, en: `${en.join('; ')}.` };
}

/** "Champions 120, Loyal 16" */
export function groupsInside(groups: readonly { group: string; customers: number }[]): Words {
  const list = (language: 'zh' | 'en') =>
    groups.map(
      ({ group, customers }) => `${groupWords(group)[language]} ${formatCount(customers)}`,
    );
  return { zh: list('zh').join('、'), en: list('en').join(', ') };
}
