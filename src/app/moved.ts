import { hashOf } from '../core/fingerprint';

/** By what a comparison of two results of a clustering is found again. */
export function comparisonPrint(of: string, from: string): string {
  return hashOf({ kind: 'comparison', of, from });
}
