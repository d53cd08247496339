/** ISO text of milliseconds since 1970: the date alone at midnight, else with the time. */
export function isoOf(ms: number): string {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  if (ms % 86_400_000 === 0) return iso.slice(0, -14);
  return iso.endsWith('.000Z') ? `${iso.slice(0, -5)}Z` : iso;
}
