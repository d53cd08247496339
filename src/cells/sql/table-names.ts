import type { Feeder } from '../../core/cell-type';

/** The inputs of the cell, in order. */
export const INPUTS = ['first', 'second', 'third', 'fourth'] as const;
export type InputName = (typeof INPUTS)[number];

/** What a query calls the table of an input. */
export type TableNames = { readonly [input: string]: string };

type Feeders = Readonly<Record<string, Feeder>>;

/** `2024 orders.csv.gz` as `t_2024_orders`: what SQL takes for a name without quotes. */
export function identifierOf(title: string): string {
  const words = title
    .normalize('NFKC')
    .replace(/(\.[A-Za-z]\w{0,6}){1,2}$/, '')
    .replace(/[^\p{L}\p{N}_]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  if (words === '') return 't';
  return /^\p{N}/u.test(words) ? `t_${words}` : words;
}

/** The file that a cell's table comes from, by its first inputs; null without one. */
function sourceAbove(feeder: Feeder): string | null {
  const { source } = feeder.params;
  if (typeof source === 'string' && source !== '') return source;
  for (const above of Object.values(feeder.inputs)) {
    const found = sourceAbove(above);
    if (found !== null) return found;
  }
  return null;
}

/** Names for a table, the best first: its cell's title, its file, its file and what was done. */
function candidatesFor({ cell, ...feeder }: Feeder): readonly string[] {
  const file = identifierOf(sourceAbove({ cell, ...feeder }) ?? cell.kind);
  const own = cell.title === undefined ? [] : [identifierOf(cell.title)];
  return [...own, file, `${file}_${identifierOf(cell.kind)}`];
}

/**
 * A name for every connected input: as saved, else one of its own that no other table has. Saved
 * names may collide; that is for the computation to refuse.
 */
export function tableNames(saved: TableNames, feeders: Feeders): TableNames {
  const connected = INPUTS.filter((input) => Object.hasOwn(feeders, input));
  const told = (input: string) => (Object.hasOwn(saved, input) ? saved[input]!.trim() : '');
  const taken = new Set(connected.map((input) => told(input).toLowerCase()));
  const names = connected.map((input) => {
    if (told(input) !== '') return [input, told(input)] as const;
    const wanted = candidatesFor(feeders[input]!);
    const last = wanted.at(-1)!;
    let name = wanted.find((each) => !taken.has(each.toLowerCase())) ?? last;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${last}_${n}`;
    taken.add(name.toLowerCase());
    return [input, name] as const;
  });
  return Object.fromEntries(names);
}
