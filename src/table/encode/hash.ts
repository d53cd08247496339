import type { FittedStep } from '../../core/values';
import { murmur3 } from './murmur';

export type HashStep = Extract<FittedStep, { kind: 'hash' }>;

/** As many features as a hashed column gets when nobody says otherwise. */
export const USUAL_SLOTS = 8;

/** One step a slot. Nothing is learned: a level that was never seen has its slot all the same. */
export function fitHash(slots: number): readonly HashStep[] {
  return Array.from({ length: slots }, (_, slot) => ({ kind: 'hash', slot, slots }));
}

/** ±1 where the level's hash falls into the slot, else 0: scikit-learn's FeatureHasher. */
export function applyHash({ slot, slots }: HashStep, level: string): number {
  const hash = murmur3(level);
  // |−2³¹| is no 32-bit number; scikit-learn folds it in so.
  const at = hash === -(2 ** 31) ? (2 ** 31 - 1 - (slots - 1)) % slots : Math.abs(hash) % slots;
  if (at !== slot) return 0;
  return hash >= 0 ? 1 : -1;
}
