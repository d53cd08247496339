import type { Words } from '../../core/words';
import { fitted, shortName, tagOf } from './column-words';
import type { PersonaDisplay } from './display';
import { distinctFacts, FEW, type Fact } from './facts';

/** From this many standard deviations on a difference may name a segment. */
const TELLING = 0.3;
/** Two tags make a name; more only where two segments would be called the same. */
const USUAL_TAGS = 2;
/** With more a name is a description. */
const MOST_TAGS = 4;

/** "高客单", "北京", "Not member": what one fact calls a segment. */
function tagOfFact({ line: { column, level }, effect }: Fact): Words | null {
  if (level === null) return tagOf(column, effect > 0);
  if (column.type === 'boolean') {
    const short = shortName(column.name);
    if (effect > 0) return { zh: short.replace(/^是否/, ''), en: short };
    return { zh: `非${short.replace(/^是否/, '')}`, en: `Not ${short}` };
  }
  // That few of a segment are from one city says little about who they are.
  return effect > 0 ? { zh: fitted(level), en: fitted(level) } : null;
}

function tagsOf(display: PersonaDisplay, segment: number): readonly Words[] {
  const tags: Words[] = [];
  for (const fact of distinctFacts(display, segment)) {
    const tag = Math.abs(fact.effect) < TELLING ? null : tagOfFact(fact);
    if (tag !== null && !tags.some(({ zh }) => zh === tag.zh)) tags.push(tag);
  }
  return tags;
}

/** What a segment is called that nothing sets apart. */
function plainName({ sizes, rowsAre }: PersonaDisplay, segment: number): Words {
  const size = sizes[segment] ?? 0;
  if (size === 1) {
    const zh = { customer: '单独一位', user: '单独一位', row: '单独一行' }[rowsAre];
    return { zh, en: `A single ${rowsAre}` };
  }
  if (size < FEW) return { zh: '小群', en: 'Small group' };
  return { zh: '接近全体', en: 'Close to everyone' };
}

function joined(tags: readonly Words[], count: number): Words {
  const chosen = tags.slice(0, count);
  return {
    zh: chosen.map(({ zh }) => zh).join(' · '),
    en: chosen.map(({ en }, i) => (i === 0 ? en : uncapitalized(en))).join(', '),
  };
}

/** "High basket" within a name: "high basket"; names of columns and levels keep their letters. */
function uncapitalized(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/**
 * A name for every segment from what sets it apart most: its two most distinct facts of at least
 * 0.3 standard deviations whose interval leaves out zero; where two segments (or a segment and a
 * name that is taken) would be called the same, more facts, and at last a number. `taken` are the
 * names that people gave, by segment; empty: none.
 */
export function suggestNames(display: PersonaDisplay, taken: readonly string[]): readonly Words[] {
  const tags = display.sizes.map((_, segment) => tagsOf(display, segment));
  const counts = tags.map(() => USUAL_TAGS);
  const name = (segment: number) =>
    tags[segment]!.length > 0
      ? joined(tags[segment]!, counts[segment]!)
      : plainName(display, segment);
  const given = (segment: number) => (taken[segment] ?? '').trim();
  const isDouble = (segment: number) =>
    display.sizes.some((_, other) => {
      if (other === segment) return false;
      if (given(other) !== '') return isSame(name(segment), { zh: given(other), en: given(other) });
      return isSame(name(segment), name(other));
    });
  const open = display.sizes.flatMap((_, segment) => (given(segment) === '' ? [segment] : []));
  for (let round = USUAL_TAGS; round < MOST_TAGS; round++) {
    const longer = open.filter((i) => isDouble(i) && counts[i]! < tags[i]!.length);
    if (longer.length === 0) break;
    for (const segment of longer) counts[segment]!++;
  }
  return numbered(
    display.sizes.map((_, segment) => name(segment)),
    taken,
  );
}

function isSame(a: Words, b: Words): boolean {
  return a.zh === b.zh || a.en === b.en;
}

/** The later ones of equal names get a number. */
function numbered(names: readonly Words[], taken: readonly string[]): readonly Words[] {
  const used = new Set(taken.map((name) => name.trim()).filter((name) => name !== ''));
  return names.map((name, segment) => {
    if ((taken[segment] ?? '').trim() !== '') return name;
    let unique = name;
    for (let number = 2; used.has(unique.zh) || used.has(unique.en); number++) {
      unique = { zh: `${name.zh}（${number}）`, en: `${name.en} (${number})` };
    }
    used.add(unique.zh).add(unique.en);
    return unique;
  });
}
