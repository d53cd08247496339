/** How many rounds of a test to run: all of them unless `FENQUN_SHARE` says which part of them. */
export function rounds(all: number): number {
  return Math.max(1, Math.ceil(all * Number(process.env['FENQUN_SHARE'] ?? 1)));
}

/** Figures of a run, where whoever reads the log finds them. */
export function print(what: string, figures: Readonly<Record<string, number | string>>): void {
  const text = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  console.log(`${what}: ${text.join(', ')}`);
}
