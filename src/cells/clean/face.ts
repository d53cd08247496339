import { defineFace, type SentencePart } from '../../core/cell-face';
import { countAfterHan, countWord, formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import type { StepOutcome } from '../../table/clean/outcome';
import { definition } from './definition';
import type { CleanDisplay } from './display';
import { findingOf } from './finding';

function sourceLine({ inputRows, kept, dropped, aside, steps, before }: CleanDisplay): Words {
  const [input, left] = [formatCount(inputRows), formatCount(kept)];
  const zh = [`读入 ${input} 行、${formatCount(before.columns)} 列`];
  const en = [`${input} rows and ${formatCount(before.columns)} columns in`];
  zh.push(`留下 ${left} 行`);
  en.push(`${left} left`);
  if (dropped > 0) {
    zh.push(`去掉 ${formatCount(dropped)} 行`);
    en.push(`${formatCount(dropped)} dropped`);
  }
  if (aside > 0) {
    zh.push(`搁置 ${formatCount(aside)} 行`);
    en.push(`${formatCount(aside)} set aside`);
  }
  zh.push(`${formatCount(steps.length)} 步`);
  en.push(`${formatCount(steps.length)} ${steps.length === 1 ? 'step' : 'steps'}`);
  return { zh: zh.join(' · '), en: en.join(' · ') };
}

function stepsWords(steps: readonly { readonly isOff?: boolean }[]): Words {
  const count = steps.filter(({ isOff }) => isOff !== true).length;
  if (count === 0) return { zh: '没有步骤', en: 'No steps' };
  return {
    zh: `依次做${countAfterHan(count)}步`,
    en: `${countWord(count, 'en').replace(/^./, (letter) => letter.toUpperCase())} ${count === 1 ? 'step' : 'steps'}, in order`,
  };
}

/** Single rows, and values that few may have, stay out of reports. */
function withheld(outcome: StepOutcome): StepOutcome {
  if (outcome.status === 'failed' && outcome.fault.code === 'nothing-readable') {
    return { ...outcome, fault: { ...outcome.fault, value: '…' } };
  }
  if (outcome.status !== 'done') return outcome;
  const { breaches } = outcome;
  const bare = { ...outcome, examples: [] };
  return breaches === undefined ? bare : { ...bare, breaches: { ...breaches, first: [] } };
}

export const face = defineFace(definition, {
  finding: (display: CleanDisplay) => findingOf(display),
  sourceLine,
  withhold: (display) => ({ ...display, outcomes: display.outcomes.map(withheld), values: {} }),
  margin: ({ steps, output }): readonly SentencePart[] => [
    { words: stepsWords(steps) },
    { words: { zh: '；往下给', en: '; passes on ' } },
    {
      words:
        output === 'kept'
          ? { zh: '留下的行', en: 'the rows that stay' }
          : { zh: '搁置的行', en: 'the rows set aside' },
      param: 'output',
    },
    { words: { zh: '。', en: '.' } },
  ],
});
