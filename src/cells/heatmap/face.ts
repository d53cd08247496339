import { defineFace, type SentencePart } from '../../core/cell-face';
import { countAfterHan, countWord, formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import { nameOf } from '../../ui/segment-names';
import { definition } from './definition';
import type { HeatLine, HeatmapDisplay } from './display';
import { lineWords, signedFigure } from './tiles';

/** What a person would call different: the third of the colour steps begins near it. */
const TELLING = 0.45;
/** More segments than these do not fit in a headline. */
const MOST_NAMED = 5;

interface Standout {
  readonly line: HeatLine;
  readonly segment: number;
  readonly effect: number;
}

/** The line in which a segment is farthest from everyone. */
function farthest({ lines }: HeatmapDisplay, segment: number): Standout | null {
  let best: Standout | null = null;
  for (const line of lines) {
    const effect = line.effects[segment] ?? 0;
    if (Math.abs(effect) > Math.abs(best?.effect ?? 0)) best = { line, segment, effect };
  }
  return best;
}

const sideWords = (effect: number): Words =>
  effect > 0 ? { zh: '高', en: 'high' } : { zh: '低', en: 'low' };

/** "What sets each segment apart most: 1 high in spend, …" when each has something of its own. */
function ownThings(found: readonly Standout[], names: readonly Words[]): Words | null {
  const lines = new Set(found.map(({ line, effect }) => `${lineWords(line).zh}${effect > 0}`));
  if (found.length < 2 || found.length > MOST_NAMED || lines.size < found.length) return null;
  const said = found.map(({ line, segment, effect }) => {
    const [name, words, side] = [nameOf(names, segment), lineWords(line), sideWords(effect)];
    return {
      zh: `「${name.zh}」的「${words.zh}」${side.zh}`,
      en: `${name.en}, ${words.en} ${side.en}`,
    };
  });
  return {
    zh: `每群最突出的各不相同：${said.map(({ zh }) => zh).join('，')}。`,
    en: `Each segment stands out by a thing of its own: ${said.map(({ en }) => en).join('; ')}.`,
  };
}

function largest({ line, segment, effect }: Standout, names: readonly Words[]): Words {
  const [name, words] = [nameOf(names, segment), lineWords(line)];
  const figure = signedFigure(Math.abs(effect)).replace('+', '');
  const [above, over] = effect > 0 ? ['高', 'above'] : ['低', 'below'];
  return {
    zh: `差别最大的是「${name.zh}」的「${words.zh}」：比全体${above} ${figure} 个标准差。`,
    en: `The largest difference: ${name.en} on ${words.en}, ${figure} standard deviations ${over} everyone.`,
  };
}

function finding(display: HeatmapDisplay, names: readonly Words[]): Words {
  const { sizes, lines } = display;
  if (sizes.length === 0) return { zh: '没有分群可比。', en: 'There are no segments to compare.' };
  if (lines.length === 0) {
    return {
      zh: '没有一列在分群之间不同。',
      en: 'No column differs between the segments.',
    };
  }
  const found = sizes.flatMap((_, segment) => farthest(display, segment) ?? []);
  const telling = found.filter(({ effect }) => Math.abs(effect) >= TELLING);
  const most = telling.reduce<Standout | null>(
    (best, one) => (Math.abs(one.effect) > Math.abs(best?.effect ?? 0) ? one : best),
    null,
  );
  if (most === null) {
    return {
      zh: `每个分群和全体的差别都不到 ${TELLING} 个标准差。`,
      en: `No segment is ${TELLING} standard deviations from everyone on any feature.`,
    };
  }
  const own = telling.length === sizes.length ? ownThings(telling, names) : null;
  return own ?? largest(most, names);
}

const FORMULA = {
  deviation: {
    zh: '格子 =（分群均值 − 全体均值）÷ 全体标准差',
    en: 'Tile = (segment mean − overall mean) / standard deviation of everyone',
  },
  tgi: {
    zh: 'TGI = 100 × 分群均值 ÷ 全体均值，100 为一样；有负数的列没有 TGI',
    en: 'TGI = 100 × segment mean / overall mean; 100 is the same; none for columns with negative values',
  },
  values: {
    zh: '格子 = 分群均值（类别为占比），颜色按与全体相差几个标准差',
    en: 'Tile = segment mean (share for a category); colour by standard deviations from everyone',
  },
} satisfies Record<string, Words>;

export const face = defineFace(definition, {
  finding: (display: HeatmapDisplay, _params, names) => finding(display, names),
  sourceLine: ({ rows, tableRows }, { measure }) => {
    const all = formatCount(tableRows);
    const counted = rows === tableRows ? all : `${formatCount(rows)} / ${all}`;
    return {
      zh: `${FORMULA[measure].zh} · 只算有值的行 · ${counted} 行`,
      en: `${FORMULA[measure].en} · over rows with a value · ${counted} rows`,
    };
  },
  margin: ({ measure, order, columns }): readonly SentencePart[] => [
    { words: { zh: '显示', en: 'Show ' } },
    { words: columnsInSentence(columns.length), param: 'columns' },
    { words: { zh: '，格子里是', en: ', the tiles hold ' } },
    { words: MEASURE_IN_SENTENCE[measure], param: 'measure' },
    { words: { zh: '，行和列', en: ', rows and columns ' } },
    { words: ORDER_IN_SENTENCE[order], param: 'order' },
    { words: { zh: '。', en: '.' } },
  ],
});

const MEASURE_IN_SENTENCE = {
  deviation: { zh: '与全体相差几个标准差', en: 'standard deviations from everyone' },
  tgi: { zh: 'TGI', en: 'TGI' },
  values: { zh: '原始单位的均值', en: 'means in original units' },
} satisfies Record<string, Words>;

const ORDER_IN_SENTENCE = {
  similarity: { zh: '相似的排在一起', en: 'by similarity' },
  file: { zh: '按文件排', en: 'as in the file' },
} satisfies Record<string, Words>;

function columnsInSentence(count: number): Words {
  if (count === 0) return { zh: '所有会变化的列', en: 'all columns that vary' };
  const noun = count === 1 ? 'column' : 'columns';
  return { zh: `选定的${countAfterHan(count)}列`, en: `${countWord(count, 'en')} chosen ${noun}` };
}
