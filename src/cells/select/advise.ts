import type { Link } from '../../metrics/selection/correlation-groups';
import { correlationGroups } from '../../metrics/selection/correlation-groups';
import type { Verdict } from './decisions';
import type { Evidence, Reason } from './display';

/** Names of columns that say the same, the one that stays first, with the |r| that joined them. */
export interface Group {
  readonly names: readonly string[];
  /** By name: the strongest link within the group, and the one to the column that stays. */
  readonly links: ReadonlyMap<string, { readonly strongest: NamedLink; readonly direct: number }>;
}

interface NamedLink {
  readonly to: string;
  readonly r: number;
}

/** What decides which of a group stays. */
export interface Candidate {
  readonly name: string;
  readonly missing: number;
  readonly information: number | null;
  readonly decided: Verdict | null;
}

export interface GroupRules {
  readonly threshold: number;
  readonly stays: string;
}

/**
 * Groups candidates by their correlations and chooses who stays: first what a person kept, then by
 * the rule, then the fewest missing values, the highest mean |r| with the others, the first column.
 */
export function groupAlike(
  candidates: readonly Candidate[],
  links: readonly Link[],
  { threshold, stays }: GroupRules,
): readonly Group[] {
  const r = new Map(links.map((link) => [`${link.a} ${link.b}`, link.r]));
  const between = (a: number, b: number) => r.get(`${Math.min(a, b)} ${Math.max(a, b)}`) ?? 0;
  return correlationGroups(candidates.length, links, threshold).map((members) => {
    const typical = (i: number) =>
      members.reduce((sum, j) => sum + (i === j ? 0 : Math.abs(between(i, j))), 0);
    const keys = (i: number) => rank(candidates[i]!, typical(i), stays);
    const order = [...members].sort((i, j) => compare(keys(i), keys(j)) || i - j);
    const [first] = order as [number];
    const nameOf = (i: number) => candidates[i]!.name;
    const linksOf = (i: number) => {
      const others = members.filter((j) => j !== i);
      const best = others.reduce((a, b) =>
        Math.abs(between(i, b)) > Math.abs(between(i, a)) ? b : a,
      );
      const strongest = { to: nameOf(best), r: between(i, best) };
      return { strongest, direct: i === first ? 1 : between(i, first) };
    };
    return { names: order.map(nameOf), links: new Map(order.map((i) => [nameOf(i), linksOf(i)])) };
  });
}

/** Smaller is better, place by place. */
function rank(
  { missing, information, decided }: Candidate,
  typical: number,
  stays: string,
): readonly number[] {
  const hand = decided === 'keep' ? 0 : decided === null ? 1 : 2;
  // Sums of r that differ by rounding only must not decide.
  const spoken = -Math.round(typical * 1e9);
  switch (stays) {
    case 'first':
      return [hand];
    case 'typical':
      return [hand, spoken, missing];
    case 'informative':
      return [hand, -(information ?? 0), missing, spoken];
    default:
      return [hand, missing, spoken];
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, i) => value !== b[i]);
  return place < 0 ? 0 : a[place]! - b[place]!;
}

/** Why a column of a group goes or stays. */
export function reasonIn({ names, links }: Group, name: string, rule: string): Reason {
  const [stays = ''] = names;
  if (name === stays) return { kind: 'speaks-for', others: names.slice(1), rule };
  const { strongest, direct } = links.get(name)!;
  const isDirect = strongest.to === stays;
  return {
    kind: 'same',
    stays,
    r: isDirect ? direct : strongest.r,
    by: isDirect ? null : strongest.to,
  };
}

export interface ProofRules {
  readonly proof: string;
  readonly falseFinds: number;
  readonly leastInformation: number;
  readonly firstIn: number;
}

/** Whether a column that varies and says something of its own has to do with the target. */
export function prove(
  { q, information, entry }: Pick<Evidence, 'q' | 'information' | 'entry'>,
  rules: ProofRules,
  { hasPath, own }: { readonly hasPath: boolean; readonly own: Reason },
): { readonly verdict: Verdict; readonly reason: Reason } {
  const keep = (reason: Reason) => ({ verdict: 'keep' as const, reason });
  const drop = (reason: Reason) => ({ verdict: 'drop' as const, reason });
  if (rules.proof === 'test') {
    if (q === null) return keep({ kind: 'untested' });
    return q <= rules.falseFinds ? keep({ kind: 'linked', q }) : drop({ kind: 'no-link', q });
  }
  if (rules.proof === 'information') {
    if (information === null) return keep({ kind: 'untested' });
    if (information >= rules.leastInformation) return keep({ kind: 'told', information });
    return drop({ kind: 'little-told', information });
  }
  if (rules.proof === 'path') {
    if (!hasPath) return keep({ kind: 'untested' });
    if (entry !== null && entry <= rules.firstIn) return keep({ kind: 'early', entry });
    return drop({ kind: 'late', entry });
  }
  return keep(own);
}

/** By name: the column that it is most alike to. */
export function nearestOf(
  names: readonly string[],
  links: readonly Link[],
): ReadonlyMap<string, { readonly name: string; readonly r: number }> {
  const nearest = new Map<string, { readonly name: string; readonly r: number }>();
  const note = (of: string, name: string, r: number) => {
    if (Math.abs(r) > Math.abs(nearest.get(of)?.r ?? 0)) nearest.set(of, { name, r });
  };
  for (const { a, b, r } of links) {
    note(names[a]!, names[b]!, r);
    note(names[b]!, names[a]!, r);
  }
  return nearest;
}
