import { formatNumber } from '../../core/format';
import type { Words } from '../../core/words';
import { columnTypeWords } from '../../locale/column-types';
import type { Reason } from './display';

/** A p-value as people read it: none is 0. */
export function formatP(p: number): string {
  return p < 0.001 ? '< 0.001' : formatNumber(p, 3);
}

function equalP(p: number): string {
  return p < 0.001 ? '< 0.001' : `= ${formatP(p)}`;
}

const STAYS: Readonly<Record<string, Words>> = {
  complete: { zh: '缺失最少', en: 'the fewest values missing' },
  typical: { zh: '和其他列最像', en: 'it is the most like the others' },
  first: { zh: '在表里最靠前', en: 'it comes first' },
  informative: { zh: '对目标信息最多', en: 'it tells most of the target' },
};

/** Why a column goes or stays, in a plain sentence without an end. */
export function reasonWords(reason: Reason): Words {
  switch (reason.kind) {
    case 'target':
      return { zh: '目标列，原样传下去', en: 'the target; passed on' };
    case 'unjudged':
      return unjudgedWords(reason.type);
    case 'empty':
      return { zh: '一个值也没有', en: 'it has no value at all' };
    case 'constant':
      return { zh: `所有的值都是 ${reason.value}`, en: `every value is ${reason.value}` };
    case 'still':
      return {
        zh: `方差 ${formatNumber(reason.variance)}，不超过 ${formatNumber(reason.least)}`,
        en: `its variance, ${formatNumber(reason.variance)}, is not above ${formatNumber(reason.least)}`,
      };
    case 'same':
      return sameWords(reason);
    case 'speaks-for':
      return speaksForWords(reason.others, STAYS[reason.rule] ?? STAYS.complete!);
    case 'own':
      return ownWords(reason);
    default:
      return proofWords(reason);
  }
}

function ownWords({ nearest }: Extract<Reason, { kind: 'own' }>): Words {
  if (nearest === null) return { zh: '没有可以比的列', en: 'no column to compare it with' };
  const size = `|r| ${formatNumber(Math.abs(nearest.r), 2)}`;
  return {
    zh: `没有说得一样的列（最像「${nearest.name}」，${size}）`,
    en: `no column says the same (nearest: ${nearest.name}, ${size})`,
  };
}

function unjudgedWords(type: Extract<Reason, { kind: 'unjudged' }>['type']): Words {
  // Numbers and categories come here when they only name a row or a place.
  const isCode = type === 'number' || type === 'category' || type === 'boolean';
  const what = isCode ? { zh: '编号', en: 'code' } : columnTypeWords[type];
  return { zh: `${what.zh}不评判，原样传下去`, en: `not judged (${what.en}); passed on` };
}

function sameWords({ stays, r, by }: Extract<Reason, { kind: 'same' }>): Words {
  const size = `|r| ${formatNumber(Math.abs(r), 2)}`;
  if (by === null) {
    return {
      zh: `和「${stays}」说的一样（${size}）`,
      en: `it says the same as ${stays} (${size})`,
    };
  }
  return {
    zh: `和「${by}」说的一样（${size}），经它归到「${stays}」一组`,
    en: `it says the same as ${by} (${size}), and through it belongs to ${stays}`,
  };
}

function speaksForWords(others: readonly string[], why: Words): Words {
  const [first = ''] = others;
  const rest = others.length - 1;
  return {
    zh: `代表「${first}」${rest > 0 ? `等 ${rest + 1} 列` : ''}：${why.zh}`,
    en: `it speaks for ${first}${rest > 0 ? ` and ${rest} more` : ''}: ${why.en}`,
  };
}

type Proof = Extract<
  Reason,
  {
    kind: 'untested' | 'no-link' | 'linked' | 'little-told' | 'told' | 'late' | 'early';
  }
>;

function proofWords(reason: Proof): Words {
  switch (reason.kind) {
    case 'untested':
      return { zh: '没法检验，先留着', en: 'it could not be tested, so it stays' };
    case 'linked':
      return {
        zh: `和目标有关（q ${equalP(reason.q)}）`,
        en: `it is related to the target (q ${equalP(reason.q)})`,
      };
    case 'no-link':
      return {
        zh: `看不出和目标有关（q ${equalP(reason.q)}）`,
        en: `no relation to the target shows (q ${equalP(reason.q)})`,
      };
    case 'told':
    case 'little-told':
      return {
        zh: `对目标的信息 ${formatNumber(reason.information, 3)} nat`,
        en: `it tells ${formatNumber(reason.information, 3)} nats of the target`,
      };
    default:
      return reason.entry === null
        ? { zh: '始终没有进入路径', en: 'it never enters the path' }
        : { zh: `第 ${reason.entry} 个进入路径`, en: `number ${reason.entry} to enter the path` };
  }
}
