import { defineFace, type SentencePart } from '../../core/cell-face';
import {
  capitalize,
  countAfterHan,
  countWord,
  formatCount,
  formatPercent,
} from '../../core/format';
import type { Words } from '../../core/words';
import { definition } from './definition';
import type { ExplainDisplay } from './display';
import { ruleText } from './rule-words';

function rulesWord(count: number): Words {
  return {
    zh: `${countWord(count, 'zh')}条规则`,
    en: `${countWord(count, 'en')} ${count === 1 ? 'rule' : 'rules'}`,
  };
}

function finding({ rules, heldOut, right, largest, sizes }: ExplainDisplay): Words {
  const words = rulesWord(rules.length);
  if (sizes.length < 2) {
    return {
      zh: '分群不到两个，没有可解释的差别。',
      en: 'Fewer than two segments: nothing to tell apart.',
    };
  }
  if (heldOut === 0) {
    return {
      zh: `${words.zh}描述这些分群；行数太少，没有留出行来检验。`,
      en: `${capitalize(words.en)} for the segments; too few rows to hold some out and check.`,
    };
  }
  const [zh, en] = [formatPercent(right / heldOut, 'zh'), formatPercent(right / heldOut, 'en')];
  if (right <= largest) {
    return {
      zh: `规则说对 ${zh} 的留出行，不比总说最大的那一群更准。`,
      en: `The rules are right for ${en} of held-out rows, no better than always naming the largest segment.`,
    };
  }
  return {
    zh: `${words.zh}，对没学过的行说对 ${zh} 的分群。`,
    en: `${capitalize(words.en)} ${rules.length === 1 ? 'gives' : 'give'} the right segment for ${en} of rows not learnt from.`,
  };
}

function sourceLine({ training, heldOut, largest, noise }: ExplainDisplay): Words {
  const [learnt, held] = [formatCount(training), formatCount(heldOut)];
  const share = heldOut === 0 ? 0 : largest / heldOut;
  const zh = [`决策树（Gini）· 学自 ${learnt} 行`];
  const en = [`Decision tree (Gini) · learnt from ${learnt} rows`];
  if (heldOut > 0) {
    zh.push(`检验用留出的 ${held} 行`, `总说最大的一群对 ${formatPercent(share, 'zh')}`);
    en.push(
      `checked on ${held} held-out rows`,
      `always naming the largest segment: ${formatPercent(share, 'en')}`,
    );
  }
  if (noise > 0) {
    zh.push(`不含 ${formatCount(noise)} 行噪声`);
    en.push(`without ${formatCount(noise)} rows of noise`);
  }
  return { zh: zh.join(' · '), en: en.join(' · ') };
}

export const face = defineFace(definition, {
  finding,
  sourceLine,
  rules: ({ rules }, language) =>
    rules.map((rule) => ({
      segment: rule.segment,
      text: ruleText(rule, language),
      rows: rule.heldOut,
      right: rule.right,
    })),
  margin: ({ depth, minRows, columns }): readonly SentencePart[] => [
    { words: { zh: '每条规则最多', en: 'Rules of at most ' } },
    {
      words: {
        zh: `${countAfterHan(depth)}问`,
        en: `${countWord(depth, 'en')} ${depth === 1 ? 'question' : 'questions'}`,
      },
      param: 'depth',
    },
    { words: { zh: '、至少', en: ' and at least ' } },
    {
      words: {
        zh: `${countAfterHan(minRows)}行`,
        en: `${countWord(minRows, 'en')} ${minRows === 1 ? 'row' : 'rows'}`,
      },
      param: 'minRows',
    },
    { words: { zh: '，用', en: ', from ' } },
    { words: columnsInSentence(columns.length), param: 'columns' },
    { words: { zh: '。', en: '.' } },
  ],
});

function columnsInSentence(count: number): Words {
  if (count === 0) return { zh: '所有合适的列', en: 'all fitting columns' };
  const noun = count === 1 ? 'column' : 'columns';
  return { zh: `选定的${countAfterHan(count)}列`, en: `${countWord(count, 'en')} chosen ${noun}` };
}
