import { identityIn, numbersOf } from '../../core/identity';
import type { JsonObject } from '../../core/json';
import { Problem } from '../../core/problem';

interface Feeder {
  readonly fingerprint: string;
  readonly params: JsonObject;
}

/**
 * Finds which cluster of the parent's present result has the number that the document names: the
 * group stays the same when its index changes. Throws `segment-gone` where no cluster has it.
 */
export function findMember(
  params: JsonObject,
  { parent }: Readonly<Record<string, Feeder>>,
): JsonObject {
  const segment = Number(params.segment);
  if (segment < 1) return { ...params, member: -1 };
  if (!parent) throw new Problem('input-missing', { input: 'parent' });
  const numbers = numbersOf(identityIn(parent.params), parent.fingerprint);
  // Before anything was recorded numbers follow the order of the clusters.
  const member = numbers.length === 0 ? segment - 1 : numbers.indexOf(segment);
  if (member < 0) throw new Problem('segment-gone', { segment });
  return { ...params, member };
}
