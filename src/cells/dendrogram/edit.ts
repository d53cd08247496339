import type { Sibling } from '../../core/view-props';
import type { HandEdit } from '../../core/hand-edits';
import { parseEdits } from '../../core/hand-edits';
import type { Json } from '../../core/json';
import type { Words } from '../../core/words';
import { nameOf } from '../../ui/segment-names';

/** The clustering that can be edited from here: the nearest upstream, with the edits it has. */
export function editableOf(
  upstream: readonly Sibling[],
): { readonly id: string; readonly edits: readonly HandEdit[] } | null {
  const clustering = upstream.find(({ kind }) => kind === 'cluster');
  if (!clustering) return null;
  // Without edits the parameter does not count and is not told.
  const edits = parseEdits((clustering.params['edits'] ?? []) as Json);
  return { id: clustering.id, edits };
}

/** Several segments become one. */
export function mergeEdit(
  segments: readonly number[],
  sizes: readonly number[],
  names: readonly Words[],
): HandEdit {
  const merge = [...segments].sort((a, b) => a - b);
  return { merge, of: [...sizes], called: merge.map((segment) => calledNow(names, segment)) };
}

/** One segment becomes two. */
export function splitEdit(
  segment: number,
  sizes: readonly number[],
  names: readonly Words[],
): HandEdit {
  return { split: segment, into: 2, of: [...sizes], called: [calledNow(names, segment)] };
}

function calledNow(names: readonly Words[], segment: number): Words & { zh: string; en: string } {
  const { zh, en } = nameOf(names, segment);
  return { zh, en };
}
