import { defineFace, type SentencePart } from '../../core/cell-face';
import { countAfterHan, countWord, formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import { nameOf } from '../../ui/segment-names';
import { definition } from './definition';
import type { ParallelDisplay, ProfileLine } from './display';
import { rangeWords } from './figures';

interface Alone {
  readonly line: ProfileLine;
  readonly segment: number;
  readonly side: 'above' | 'below';
  /** Share of everyone between its middle half and the next one. */
  readonly gap: number;
}

/** The segment whose middle half lies farthest from those of all others on one feature. */
function farthestAlone({ lines }: ParallelDisplay): Alone | null {
  let best: Alone | null = null;
  for (const line of lines) {
    line.segments.forEach((own, segment) => {
      const others = line.segments.flatMap((found, i) => (found && i !== segment ? [found] : []));
      // A segment that nobody can be compared with stands apart from nothing.
      if (own === null || others.length < line.segments.length - 1 || others.length === 0) return;
      const above = own.ranks[0] - Math.max(...others.map(({ ranks }) => ranks[2]));
      const below = Math.min(...others.map(({ ranks }) => ranks[0])) - own.ranks[2];
      const gap = Math.max(above, below);
      if (gap > (best?.gap ?? 0))
        best = { line, segment, gap, side: above > below ? 'above' : 'below' };
    });
  }
  return best;
}

function finding(display: ParallelDisplay, names: readonly Words[]): Words {
  const { sizes, lines } = display;
  if (sizes.length === 0) return { zh: '没有分群可比。', en: 'There are no segments to compare.' };
  if (lines.length === 0) {
    return {
      zh: '没有一列数值或日期可以画成线。',
      en: 'No column of numbers or dates to draw.',
    };
  }
  if (sizes.length === 1) {
    return { zh: '只有一个分群，就是全体。', en: 'One segment only: it is everyone.' };
  }
  const alone = farthestAlone(display);
  if (alone === null) {
    return {
      zh: '没有一个特征单独分得开任何一群：各群的中间一半互相重叠。',
      en: 'No single feature tells any segment apart: the middle halves overlap.',
    };
  }
  const { line, segment, side } = alone;
  const [name, range] = [nameOf(names, segment), rangeWords(line, line.segments[segment]!.values)];
  const column = line.column.name;
  return {
    zh: `「${name.zh}」的「${column}」自成一段：中间一半在 ${range.zh}，${side === 'above' ? '高于' : '低于'}其他各群的中间一半。`,
    en: `${name.en} stands alone on ${column}: its middle half, ${range.en}, lies ${side} that of every other segment.`,
  };
}

const SCALE_SOURCE = {
  rank: {
    zh: '横轴：全体里有百分之几更低（相等的算一半）',
    en: 'Across: share of everyone below, equal values counted half',
  },
  deviation: {
    zh: '横轴：（值 − 全体均值）÷ 全体标准差',
    en: 'Across: (value − overall mean) / standard deviation of everyone',
  },
} satisfies Record<string, Words>;

export const face = defineFace(definition, {
  finding: (display: ParallelDisplay, _params, names) => finding(display, names),
  sourceLine: ({ rows, tableRows }, { scale }) => {
    const all = formatCount(tableRows);
    const counted = rows === tableRows ? all : `${formatCount(rows)} / ${all}`;
    return {
      zh: `线是中位数，带是 25 %–75 % 分位，只算有值的行 · ${SCALE_SOURCE[scale].zh} · ${counted} 行`,
      en: `Lines are medians, bands the 25% to 75% quantiles, over rows with a value · ${SCALE_SOURCE[scale].en} · ${counted} rows`,
    };
  },
  margin: ({ scale, order, columns }): readonly SentencePart[] => [
    { words: { zh: '显示', en: 'Show ' } },
    { words: columnsInSentence(columns.length), param: 'columns' },
    { words: { zh: '，刻度是', en: ', scaled by ' } },
    { words: SCALE_IN_SENTENCE[scale], param: 'scale' },
    { words: { zh: '，', en: ', ' } },
    { words: ORDER_IN_SENTENCE[order], param: 'order' },
    { words: { zh: '。', en: '.' } },
  ],
});

const SCALE_IN_SENTENCE = {
  rank: { zh: '在全体里的名次', en: 'rank among everyone' },
  deviation: { zh: '与全体相差几个标准差', en: 'standard deviations from everyone' },
} satisfies Record<string, Words>;

const ORDER_IN_SENTENCE = {
  similarity: { zh: '相似的排在一起', en: 'by similarity' },
  file: { zh: '按文件排', en: 'as in the file' },
} satisfies Record<string, Words>;

function columnsInSentence(count: number): Words {
  if (count === 0) return { zh: '模型里的特征', en: 'the features of the model' };
  const noun = count === 1 ? 'column' : 'columns';
  return { zh: `选定的${countAfterHan(count)}列`, en: `${countWord(count, 'en')} chosen ${noun}` };
}
