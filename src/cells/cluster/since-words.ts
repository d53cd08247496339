import type { Since } from '../../core/view-props';
import type { Moves } from '../../core/flows';
import { formatCount, formatPercent } from '../../core/format';
import type { Words } from '../../core/words';

export const sinceViewWords = {
  table: { zh: '哪些群之间有移动', en: 'Who moved where' },
  from: { zh: '原来', en: 'From' },
  to: { zh: '现在', en: 'To' },
  rows: { zh: '行数', en: 'Rows' },
  share: { zh: '占比', en: 'Share' },
  noise: { zh: '噪声点', en: 'noise' },
} satisfies Record<string, Words>;

/** How the segments compare with the result before, in one sentence. */
export function sinceWords(since: Since): Words {
  if (since.kind === 'unchecked') {
    return {
      zh: '没能和上一个结果逐行比较：编号和名字按次序沿用，请核对。',
      en: 'The rows could not be compared with the result before: numbers and names follow the order of the segments. Please check them.',
    };
  }
  const { moves, change } = since;
  const before = {
    zh: `和之前的结果比${change ? `（${change.zh}）` : ''}，`,
    en: `Compared with the result before${change ? ` (${change.en})` : ''}, `,
  };
  const [moved, others] = [movedWords(moves), othersWords(moves)];
  return {
    zh: `${before.zh}${moved.zh}${others.zh}。`,
    en: `${before.en}${moved.en}${others.en}.`,
  };
}

function movedWords({ rows, moved }: Moves): Words {
  if (rows === 0) return { zh: '没有共同的行', en: 'no rows are in both' };
  if (moved === 0) return { zh: '没有一行换了群', en: 'no row moved to another segment' };
  const share = moved / rows;
  // A share that would be rounded to all or nothing is told in rows.
  if (share < 0.001 || (share > 0.999 && share < 1)) {
    const verb = moved === 1 ? 'row moved' : 'rows moved';
    return {
      zh: `${formatCount(moved)} 行换了群`,
      en: `${formatCount(moved)} ${verb} to another segment`,
    };
  }
  return {
    zh: `${formatPercent(share, 'zh')} 的行换了群`,
    en: `${formatPercent(share, 'en')} of the rows moved to another segment`,
  };
}

/** Rows that only one of the two results has. */
function othersWords({ joined, left }: Moves): Words {
  const zh = [
    ...(joined > 0 ? [`新增 ${formatCount(joined)} 行`] : []),
    ...(left > 0 ? [`少了 ${formatCount(left)} 行`] : []),
  ];
  const en = [
    ...(joined > 0 ? [`${formatCount(joined)} are new`] : []),
    ...(left > 0 ? [`${formatCount(left)} are gone`] : []),
  ];
  if (zh.length === 0) return { zh: '', en: '' };
  return { zh: `；${zh.join('，')}`, en: `; ${en.join(', ')}` };
}
