import { defineFace, type SentencePart } from '../../core/cell-face';
import { countAfterHan, countWord, formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import { definition } from './definition';
import type { PersonaDisplay } from './display';
import { headline } from './face-words';
import { withhold } from './withhold';

function sourceLine({ rows, tableRows, noise, customers }: PersonaDisplay): Words {
  const counted =
    rows === tableRows ? formatCount(rows) : `${formatCount(rows)} / ${formatCount(tableRows)}`;
  const zh = [
    '花瓣：虚线圈是全体均值，向外（实心）更多，向内（空心）更少，最长 2 个标准差，更远的带尖',
    '95 % 区间：均值按 Student t，差按 Welch，占比按 Wilson 和 Newcombe',
    `${counted} 行`,
  ];
  const en = [
    'Petals: the dotted circle is the mean of everyone; outward (filled) is more, inward (hollow) less, up to 2 standard deviations, farther ones pointed',
    '95% intervals: means by Student’s t, differences by Welch, shares by Wilson and Newcombe',
    `${counted} rows`,
  ];
  if (noise > 0) {
    const count = formatCount(noise);
    zh.push(`全体含 ${count} 行噪声`);
    en.push(`everyone includes ${count} ${noise === 1 ? 'row' : 'rows'} of noise`);
  }
  if (customers !== null) {
    zh.push('行号从 1 数起');
    en.push('row numbers count from 1');
  }
  return { zh: zh.join(' · '), en: en.join(' · ') };
}

export const face = defineFace(definition, {
  withhold,
  finding: (display) => headline(display),
  sourceLine,
  margin: ({ columns, sentences, customers }): readonly SentencePart[] => [
    { words: { zh: '每群最多', en: 'At most ' } },
    {
      words: {
        zh: `${countAfterHan(sentences)}句`,
        en: `${countWord(sentences, 'en')} ${sentences === 1 ? 'sentence' : 'sentences'}`,
      },
      param: 'sentences',
    },
    { words: { zh: '，来自', en: ' a segment, from ' } },
    { words: columnsInSentence(columns.length), param: 'columns' },
    { words: { zh: '；典型和边缘各', en: '; of typical and borderline rows ' } },
    {
      words: {
        zh: `${countAfterHan(customers)}行`,
        en: `${countWord(customers, 'en')} each`,
      },
      param: 'customers',
    },
    { words: { zh: '。', en: '.' } },
  ],
});

function columnsInSentence(count: number): Words {
  if (count === 0) return { zh: '所有会变化的列', en: 'all columns that vary' };
  const noun = count === 1 ? 'column' : 'columns';
  return { zh: `选定的${countAfterHan(count)}列`, en: `${countWord(count, 'en')} chosen ${noun}` };
}
