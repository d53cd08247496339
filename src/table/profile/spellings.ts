import type { Spellings } from './alert';
import type { Level } from './text-alerts';

/** A text without what people do not see: width, spaces, case. */
function plain(value: string): string {
  return value.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/**
 * Groups of values that differ in spaces, full or half width, or letter case only; each is gathered
 * under the spelling of most rows (the first of equals), groups of more rows first. Linear; yields.
 */
export function* spellingsOf(levels: readonly Level[]): Generator<void, readonly Spellings[]> {
  const groups = new Map<string, Level[]>();
  for (const [i, level] of levels.entries()) {
    const key = plain(level.value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [level]);
    else group.push(level);
    if (i % 1024 === 1023) yield;
  }
  const several = [...groups].filter(([key, group]) => key !== '' && group.length > 1);
  return several.map(([, group]) => gathered(group)).sort((a, b) => rowsOf(b) - rowsOf(a));
}

function gathered(group: readonly Level[]): Spellings {
  const most = group.reduce((best, level) => (level.count > best.count ? level : best));
  const from = group.filter((level) => level !== most);
  // The spelling of most rows may itself have a space too many.
  const to = most.value.normalize('NFKC').trim().replace(/\s+/gu, ' ');
  return { to, from: to === most.value ? from : [most, ...from] };
}

function rowsOf({ from }: Spellings): number {
  return from.reduce((sum, { count }) => sum + count, 0);
}
