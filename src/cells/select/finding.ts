import { formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import type { JudgedColumn, SelectDisplay } from './display';

/** How many columns are advised against, by the reason. */
function countReasons(features: readonly JudgedColumn[]) {
  const count = (...kinds: readonly JudgedColumn['reason']['kind'][]) =>
    features.filter(({ advised, reason }) => advised === 'drop' && kinds.includes(reason.kind))
      .length;
  return {
    same: count('same'),
    still: count('constant', 'still', 'empty'),
    unrelated: count('no-link', 'little-told', 'late'),
  };
}

/** What the columns say, of all that were judged. */
export function finding({ judged, target }: SelectDisplay): Words {
  const features = judged.filter(({ role }) => role === 'feature');
  const total = formatCount(features.length);
  if (features.length === 0) {
    return { zh: '没有可以评判的列。', en: 'No column can be judged.' };
  }
  const { same, still, unrelated } = countReasons(features);
  const parts = [
    sameWords(same),
    stillWords(still),
    unrelatedWords(unrelated, target?.name ?? ''),
  ].filter((part) => part !== null);
  const [first, ...rest] = parts;
  if (first === undefined) {
    return features.length === 1
      ? { zh: '唯一的一列值得留下。', en: 'The only column is worth keeping.' }
      : { zh: `${total} 列都值得留下。`, en: `All ${total} columns are worth keeping.` };
  }
  const { zh, en } = first('of', total);
  const more = rest.map((part) => part('more', total));
  return {
    zh: `${[zh, ...more.map((part) => part.zh)].join('，')}。`,
    en: `${[en, ...more.map((part) => part.en)].join('; ')}.`,
  };
}

/** A part of the sentence; the first says of how many. */
type Part = ((place: 'of' | 'more', total: string) => Words) | null;

function countWords(count: number, place: 'of' | 'more', total: string): Words {
  const size = formatCount(count);
  if (place === 'more') return { zh: `${size} 列`, en: size };
  return { zh: `${total} 列里有 ${size} 列`, en: `${size} of ${total} columns` };
}

function sameWords(count: number): Part {
  if (count === 0) return null;
  return (place, total) => {
    const { zh, en } = countWords(count, place, total);
    const say = count === 1 ? 'says the same as another' : 'say the same as others';
    return { zh: `${zh}和别的列说的一样`, en: `${en} ${say}` };
  };
}

function stillWords(count: number): Part {
  if (count === 0) return null;
  return (place, total) => {
    const { zh, en } = countWords(count, place, total);
    const say = count === 1 ? 'hardly varies or never does' : 'hardly vary or never do';
    return { zh: `${zh}几乎或从不变化`, en: `${en} ${say}` };
  };
}

function unrelatedWords(count: number, target: string): Part {
  if (count === 0) return null;
  return (place, total) => {
    const { zh, en } = countWords(count, place, total);
    const say = count === 1 ? 'has' : 'have';
    return {
      zh: `${zh}看不出和「${target}」有关`,
      en: `${en} ${say} no visible relation to ${target}`,
    };
  };
}
