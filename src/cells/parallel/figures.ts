import { formatNumber } from '../../core/format';
import { figureWithUnit, figureWords } from '../../core/format-unit';
import type { Language, Words } from '../../core/words';
import { isoOf } from '../../table/column';
import type { Quartiles } from '../../table/groups/group-quartiles';
import type { ProfileLine } from './display';

const DAY_MS = 86_400_000;

const formatOf = ({ column, everyone, segments }: ProfileLine) => ({
  column,
  isShare: false,
  figures: [...everyone, ...segments.flatMap((found) => [...(found?.values ?? [])])],
});

/** A value of the column in its unit; a date by its day. */
export function valueWords(line: ProfileLine, value: number): Words {
  if (line.column.type === 'date') {
    const day = isoOf(Math.floor(value / DAY_MS) * DAY_MS);
    return { zh: day, en: day };
  }
  return figureWithUnit(value, formatOf(line));
}

/** "17 (9–28)": median and middle half, the unit once at the end. */
export function quartileWords(line: ProfileLine, quartiles: Quartiles | null): Words {
  if (quartiles === null) return { zh: '—', en: '—' };
  const [low, middle, high] = quartiles;
  if (line.column.type === 'date') {
    const [from, at, to] = [low, middle, high].map((value) => valueWords(line, value).zh);
    return { zh: `${at}（${from} – ${to}）`, en: `${at} (${from} – ${to})` };
  }
  const format = formatOf(line);
  const plain = (value: number) => figureWords(value, format);
  const at = figureWithUnit(middle, format);
  return {
    zh: `${at.zh}（${plain(low).zh}–${plain(high).zh}）`,
    en: `${at.en} (${plain(low).en}–${plain(high).en})`,
  };
}

/** The middle half alone, the unit once: "¥5,310–8,120", "0.9–3.5 %". */
export function rangeWords(line: ProfileLine, [low, , high]: Quartiles): Words {
  const plain = (value: number) => figureWords(value, formatOf(line));
  let from = valueWords(line, low);
  let to = valueWords(line, high);
  if (line.column.type !== 'date') {
    const isUnitBehind = from.en.startsWith(plain(low).en);
    if (isUnitBehind) from = plain(low);
    else to = plain(high);
  }
  return { zh: `${from.zh}–${to.zh}`, en: `${from.en}–${to.en}` };
}

export type Scale = 'rank' | 'deviation';

/** The quartiles of a segment on the common scale. */
export function placesOn(
  { mean, deviation, segments }: ProfileLine,
  segment: number,
  scale: Scale,
): Quartiles | null {
  const found = segments[segment] ?? null;
  if (found === null) return null;
  if (scale === 'rank') return found.ranks;
  const [low, middle, high] = found.values.map((value) => (value - mean) / deviation);
  return [low!, middle!, high!];
}

/** +0.5, −1, 0; ranks as whole percentages. */
export function tickText(value: number, scale: Scale, language: Language): string {
  if (scale === 'rank') return `${Math.round(value * 100)}${language === 'zh' ? ' %' : '%'}`;
  return value > 0 ? `+${formatNumber(value)}` : formatNumber(value);
}
