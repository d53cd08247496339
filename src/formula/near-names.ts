/** At most three of the known names that may have been meant, the nearest first. */
export function nearNames(name: string, known: Iterable<string>): string[] {
  const wanted = plain(name);
  const most = Math.max(1, Math.floor(wanted.length / 3));
  const found: { readonly name: string; readonly distance: number }[] = [];
  for (const candidate of known) {
    const other = plain(candidate);
    const isPart = wanted.length > 1 && (other.includes(wanted) || wanted.includes(other));
    const distance = isPart && other !== '' ? 0.5 : distanceOf(wanted, other, most);
    if (distance <= most) found.push({ name: candidate, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((one) => one.name);
}

const LONGEST = 60;

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-()[\]]/g, '')
    .slice(0, LONGEST);
}

/** Letters to change, add or leave out (Levenshtein 1966); more than `most` need not be exact. */
function distanceOf(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a.charAt(i - 1) === b.charAt(j - 1);
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (isSame ? 0 : 1)));
    }
    above = row;
  }
  return above[b.length]!;
}
