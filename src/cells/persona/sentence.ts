import { countWord, formatNumber, formatPercent } from '../../core/format';
import type { Words } from '../../core/words';
import type { Fact } from './facts';
import { figureText } from './figures';

const DAY_MS = 86_400_000;
/** Beyond these, "times" and "per cent of" read better than a difference in per cent. */
const [FACTOR_HIGH, FACTOR_LOW] = [1.95, 0.55];

/** What a fact says of a segment; every figure in it is one of the fact or of everyone. */
export function sentenceOf(fact: Fact): Words {
  const { line } = fact;
  if (line.level !== null) return levelSentence(fact);
  return line.column.type === 'date' ? dateSentence(fact) : numberSentence(fact);
}

function numberSentence(fact: Fact): Words {
  const { name } = fact.line.column;
  const rank = rankWords(fact);
  const against = againstEveryone(fact);
  const value = { zh: valueIn(fact, 'zh'), en: valueIn(fact, 'en') };
  return {
    zh: `「${name}」平均 ${value.zh}${rank.zh}，${against.zh}。`,
    en: `${name}: ${value.en} on average${rank.en}, ${against.en}.`,
  };
}

function valueIn({ line, figure }: Fact, language: 'zh' | 'en'): string {
  return figureText(line, figure.value, language);
}

/** How the segment stands to everyone, with its TGI where that means something. */
function againstEveryone({ line, effect, tgi }: Fact): Words {
  const everyone = {
    zh: figureText(line, line.overall, 'zh'),
    en: figureText(line, line.overall, 'en'),
  };
  if (tgi === null) {
    const deviations = `${effect > 0 ? '+' : ''}${formatNumber(effect, 1)}`;
    return {
      zh: `全体 ${everyone.zh}（${deviations} 个标准差）`,
      en: `against ${everyone.en} for everyone (${deviations} sd)`,
    };
  }
  const index = `TGI ${formatNumber(tgi, 0)}`;
  // "A third lower" of a percentage could be read as percentage points.
  if (line.column.unit === '%') {
    return {
      zh: `全体 ${everyone.zh}（${index}）`,
      en: `against ${everyone.en} for everyone (${index})`,
    };
  }
  const ratio = ratioWords(tgi / 100);
  return { zh: `${ratio.zh}（${index}）`, en: `${ratio.en} (${index})` };
}

export function ratioWords(ratio: number): Words {
  if (ratio >= FACTOR_HIGH) {
    const times = formatNumber(ratio, 1);
    return { zh: `是全体的 ${times} 倍`, en: `${times} times everyone's` };
  }
  if (ratio <= FACTOR_LOW) {
    return {
      zh: `是全体的 ${formatPercent(ratio, 'zh', 0)}`,
      en: `${formatPercent(ratio, 'en', 0)} of everyone's`,
    };
  }
  const [zh, en] = [
    formatPercent(Math.abs(ratio - 1), 'zh', 0),
    formatPercent(Math.abs(ratio - 1), 'en', 0),
  ];
  return ratio > 1
    ? { zh: `比全体高 ${zh}`, en: `${en} above everyone's` }
    : { zh: `比全体低 ${zh}`, en: `${en} below everyone's` };
}

/** Highest or lowest of at least three, where its interval meets no other: else nothing is said. */
function rankWords({ line: { figures }, segment, figure }: Fact): Words {
  const own = figure.interval;
  const others = figures.filter((_, i) => i !== segment);
  const nothing = { zh: '', en: '' };
  const isKnown = others.length >= 2 && others.every(({ interval }) => interval !== null);
  if (own === null || !isKnown) return nothing;
  const count = figures.length;
  if (others.every(({ interval }) => interval!.high < own.low)) {
    return {
      zh: `，${countWord(count, 'zh')}群中最高`,
      en: `, the highest of ${countWord(count, 'en')}`,
    };
  }
  if (others.every(({ interval }) => interval!.low > own.high)) {
    return {
      zh: `，${countWord(count, 'zh')}群中最低`,
      en: `, the lowest of ${countWord(count, 'en')}`,
    };
  }
  return nothing;
}

function levelSentence(fact: Fact): Words {
  const { line, tgi } = fact;
  const isYes = line.column.type === 'boolean';
  const level = isYes ? { zh: '是', en: 'yes' } : { zh: line.level!, en: line.level! };
  const index = tgi === null ? { zh: '', en: '' } : indexWords(tgi);
  const { name } = line.column;
  return {
    zh: `${valueIn(fact, 'zh')} 的「${name}」是「${level.zh}」，全体 ${figureText(line, line.overall, 'zh')}${index.zh}。`,
    en: `${valueIn(fact, 'en')} have ${name} = ${level.en}; of everyone, ${figureText(line, line.overall, 'en')}${index.en}.`,
  };
}

function indexWords(tgi: number): Words {
  const index = `TGI ${formatNumber(tgi, 0)}`;
  return { zh: `（${index}）`, en: ` (${index})` };
}

function dateSentence(fact: Fact): Words {
  const { line, figure } = fact;
  const days = Math.round(Math.abs(figure.value - line.overall) / DAY_MS);
  const isLate = figure.value > line.overall;
  const count = formatNumber(days, 0);
  const { name } = line.column;
  return {
    zh: `「${name}」平均在 ${valueIn(fact, 'zh')}，比全体${isLate ? '晚' : '早'} ${count} 天。`,
    en: `${name}: ${valueIn(fact, 'en')} on average, ${count} ${days === 1 ? 'day' : 'days'} ${isLate ? 'later' : 'earlier'} than everyone.`,
  };
}
