import type { GroupRule, ScoreRange } from '../../table/rfm/group-rules';

type Rules = readonly GroupRule[];

/** One end of a range changed; the other end follows rather than cross it. */
export function withRange(range: ScoreRange, end: 'from' | 'to', score: number): ScoreRange {
  const [from, to] = range;
  return end === 'from' ? [score, Math.max(score, to)] : [Math.min(score, from), score];
}

export function withRule(rules: Rules, index: number, patch: Partial<GroupRule>): Rules {
  return rules.map((rule, i) => (i === index ? { ...rule, ...patch } : rule));
}

/** Changes places with the rule before or after; the same rules at either end. */
export function moveRule(rules: Rules, index: number, by: -1 | 1): Rules {
  const [own, other] = [rules[index], rules[index + by]];
  if (own === undefined || other === undefined) return rules;
  return rules.map((rule, i) => (i === index ? other : i === index + by ? own : rule));
}

export function withoutRule(rules: Rules, index: number): Rules {
  return rules.filter((_, i) => i !== index);
}

/** A last rule that takes whatever the others leave. */
export function withCatchAll(rules: Rules, group: string): Rules {
  return [...rules, { group, r: [1, 5], f: [1, 5], m: [1, 5] }];
}
