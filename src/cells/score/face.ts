import { defineFace } from '../../core/cell-face';
import { countAfterHan, countWord, formatCount, formatPercent } from '../../core/format';
import type { Words } from '../../core/words';
import { definition } from './definition';
import type { ScoreDisplay } from './display';

/** From this share of rows outside on, the table is another kind of table: five times what is usual. */
export const MANY_OUTSIDE = 0.05;

function finding({ rows, outside, segments }: ScoreDisplay): Words {
  const share = outside / rows;
  const [zh, en] = [formatPercent(share, 'zh'), formatPercent(share, 'en')];
  const into = {
    zh: `${formatCount(rows)} 行归入${countAfterHan(segments.length)}个分群`,
    en: `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'} put into ${countWord(segments.length, 'en')} ${segments.length === 1 ? 'segment' : 'segments'}`,
  };
  if (share > MANY_OUTSIDE) {
    return {
      zh: `${into.zh}，但 ${zh} 落在学过的范围之外：这张表和当初不一样。`,
      en: `${into.en}, but ${en} lie outside what was learnt: this table differs from that one.`,
    };
  }
  return {
    zh: `${into.zh}；${zh} 落在学过的范围之外，和通常的 1 % 相差不大。`,
    en: `${into.en}; ${en} lie outside what was learnt, about the usual 1%.`,
  };
}

function sourceLine({ learnt, tableRows, rows, isSaved, title }: ScoreDisplay): Words {
  const same = learnt.rows === 0 ? 0 : learnt.same / learnt.rows;
  const from = title === '' ? null : title;
  const zh = [
    `${isSaved ? '分群护照' : '上面的分群'}${from === null ? '' : `「${from}」`}`,
    `学自 ${formatCount(learnt.rows)} 行`,
    `按最近的中心，学过的行 ${formatPercent(same, 'zh')} 回到原来的分群`,
  ];
  const en = [
    `${isSaved ? 'Passport' : 'The segments above'}${from === null ? '' : ` “${from}”`}`,
    `learnt from ${formatCount(learnt.rows)} rows`,
    `nearest centre; ${formatPercent(same, 'en')} of the learning rows return to their segment`,
  ];
  if (rows < tableRows) {
    zh.push(`${formatCount(tableRows - rows)} 行有缺失，没有归群`);
    en.push(`${formatCount(tableRows - rows)} rows with missing values left out`);
  }
  return { zh: zh.join(' · '), en: en.join(' · ') };
}

export const face = defineFace(definition, {
  finding,
  sourceLine,
  margin: ({ passport }) => [
    {
      words:
        passport === null
          ? { zh: '用上面的分群给每一行归群。', en: 'With the segments above.' }
          : { zh: '用一份保存的分群护照给每一行归群。', en: 'With a saved passport of segments.' },
    },
  ],
});
