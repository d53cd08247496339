/** How many rounds of a test to run: all of them unless `FENQUN_SHARE` says which part of them. */
export function rounds(all: number): number {
  return Math.max(1, Math.ceil(all * Number(process.env['FENQUN_SHARE'] ?? 1)));
}

/** Figures of a run, where whoever reads the log finds them. */
export function print(what: string, figures: Readonly<Record<string, number | string>>): void {
  const text = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  console.log(`${what}: ${text.join(', ')}`);
}

/** The middle and the worst of some times, in words. */
export function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, sorted.length * share) | 0] ?? 0;
  return `p50 ${at(0.5)} p95 ${at(0.95)} max ${sorted.at(-1) ?? 0} ms`;
}
