import { defineFace, type SentencePart } from '../../core/cell-face';
import {
  capitalize,
  countAfterHan,
  countWord,
  formatCount,
  formatPercent,
} from '../../core/format';
import type { Words } from '../../core/words';
import { nameOf } from '../../ui/segment-names';
import { definition } from './definition';
import type { SegmentLine, SegmentsDisplay } from './display';
import { valueWords } from './figures';
import { mostUnevenSum } from './summarize';

/** From this much on, a segment brings clearly more than its size: in shares, and as a factor. */
const LARGE_GAP = 0.1;
const LARGE_FACTOR = 1.4;
/** Half a standard deviation: what a person would call different. */
const TELLING = 0.5;

const SEGMENT_ROWS = {
  customer: { zh: '顾客', en: 'customers' },
  user: { zh: '用户', en: 'users' },
  row: { zh: '行', en: 'rows' },
} satisfies Record<string, Words>;

function rowsWord({ rowsAre = 'row' }: SegmentsDisplay): Words {
  return SEGMENT_ROWS[rowsAre];
}

/** "11.3 % of customers bring 57.9 % of spend." when one segment brings far more than its size. */
function fewBringMuch(display: SegmentsDisplay): Words | null {
  const line = mostUnevenSum(display);
  if (!line?.sumShare || display.sizes.length < 2) return null;
  const parts = line.sumShare.map((sum, c) => ({ sum, size: display.sizes[c]! / display.rows }));
  const most = parts.reduce((best, part) =>
    part.sum - part.size > best.sum - best.size ? part : best,
  );
  if (most.sum - most.size < LARGE_GAP || most.sum < LARGE_FACTOR * most.size) return null;
  const rows = rowsWord(display);
  return {
    zh: `${formatPercent(most.size, 'zh')} 的${rows.zh}带来 ${formatPercent(most.sum, 'zh')} 的「${line.column.name}」。`,
    en: `${formatPercent(most.size, 'en')} of ${rows.en} bring ${formatPercent(most.sum, 'en')} of ${line.column.name}.`,
  };
}

interface Standout {
  readonly line: SegmentLine;
  readonly segment: number;
  readonly size: number;
}

/** The line and segment with the largest effect. */
function largestEffect({ lines }: SegmentsDisplay): Standout | null {
  let best: Standout | null = null;
  for (const line of lines) {
    line.effect.forEach((effect, segment) => {
      const size = Math.abs(effect ?? 0);
      if (size >= TELLING && size > (best?.size ?? 0)) best = { line, segment, size };
    });
  }
  return best;
}

function levelWords({ column, level }: SegmentLine): Words {
  if (column.type === 'boolean') return { zh: '是', en: 'yes' };
  return { zh: level ?? '', en: level ?? '' };
}

function standsOut(display: SegmentsDisplay, names: readonly Words[]): Words | null {
  const found = largestEffect(display);
  if (found === null || display.sizes.length < 2) return null;
  const { line, segment } = found;
  const name = nameOf(names, segment);
  const mean = valueWords(line, line.means[segment] ?? null);
  const overall = valueWords(line, line.overall);
  if (line.level === null) {
    return {
      zh: `「${name.zh}」的「${line.column.name}」平均 ${mean.zh}，全体 ${overall.zh}。`,
      en: `${name.en} averages ${mean.en} on ${line.column.name}; everyone averages ${overall.en}.`,
    };
  }
  return {
    zh: `「${name.zh}」里 ${mean.zh} 的「${line.column.name}」是「${levelWords(line).zh}」，全体 ${overall.zh}。`,
    en: `In ${name.en}, ${mean.en} have ${line.column.name} = ${levelWords(line).en}; of everyone, ${overall.en}.`,
  };
}

function neutral(display: SegmentsDisplay): Words {
  const count = display.sizes.length;
  const all = rowsWord(display);
  if (count === 1) {
    return {
      zh: `只有一个分群，包含全部${all.zh}。`,
      en: `One segment only: it holds all ${all.en}.`,
    };
  }
  const share = Math.max(0, ...display.sizes) / Math.max(1, display.rows);
  return {
    zh: `${countWord(count, 'zh')}个分群，最大的占 ${formatPercent(share, 'zh')}。`,
    en: `${capitalize(countWord(count, 'en'))} segments; the largest holds ${formatPercent(share, 'en')} of ${all.en}.`,
  };
}

function sourceLine(display: SegmentsDisplay): Words {
  const { rows, tableRows } = display;
  const isAll = rows === tableRows;
  const counted = isAll ? formatCount(rows) : `${formatCount(rows)} / ${formatCount(tableRows)}`;
  return {
    zh: `原始单位的均值，只算有值的行 · TGI = 100 × 分群均值 / 全体均值，100 为一样，尖头的条超出 20–500 · ${counted} 行`,
    en: `Means in original units over rows with a value · TGI = 100 × segment mean / overall mean; 100 is the same, pointed bars go beyond 20–500 · ${counted} rows`,
  };
}

/** The figures of hidden segments go; shares of a sum too, since the others' would give them away. */
function withhold(
  display: SegmentsDisplay,
  { least, hidden }: { readonly least: number; readonly hidden: ReadonlySet<number> },
): SegmentsDisplay {
  const kept = (figures: readonly (number | null)[]) =>
    figures.map((figure, index) => (hidden.has(index) ? null : figure));
  return {
    ...display,
    lines: display.lines
      // A level that few rows have, or a column with few values, tells of these rows.
      .filter(({ present }) => present.reduce((sum, rows) => sum + rows, 0) >= least)
      .map((line) => ({
        ...line,
        means: kept(line.means),
        tgi: kept(line.tgi),
        effect: kept(line.effect),
        sumShare: hidden.size > 0 ? null : line.sumShare,
      })),
  };
}

export const face = defineFace(definition, {
  withhold,
  finding: (display, _params, names) =>
    fewBringMuch(display) ?? standsOut(display, names) ?? neutral(display),
  sourceLine,
  margin: ({ columns, order }): readonly SentencePart[] => [
    { words: { zh: '显示', en: 'Show ' } },
    { words: columnsInSentence(columns.length), param: 'columns' },
    { words: { zh: '，', en: ', ' } },
    { words: ORDER_IN_SENTENCE[order], param: 'order' },
    { words: { zh: '。加粗：TGI ≥ 141 或 ≤ 71。', en: '. Bold: TGI ≥ 141 or ≤ 71.' } },
  ],
});

function columnsInSentence(count: number): Words {
  if (count === 0) return { zh: '所有会变化的列', en: 'all columns that vary' };
  const noun = count === 1 ? 'column' : 'columns';
  return {
    zh: `选定的${countAfterHan(count)}列`,
    en: `${countWord(count, 'en')} chosen ${noun}`,
  };
}

const ORDER_IN_SENTENCE = {
  model: { zh: '模型里的列在前', en: 'columns of the model first' },
  file: { zh: '按文件排', en: 'as in the file' },
  effect: { zh: '差别大的在前', en: 'largest difference first' },
} satisfies Record<string, Words>;
