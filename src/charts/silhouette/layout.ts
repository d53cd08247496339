export interface ProfileLayout {
  /** The profile as one SVG path: a step a value, the highest at the top, drawn from zero. */
  readonly path: string;
  /** Where 0 lies, and the mean. */
  readonly zero: number;
  readonly mean: number | null;
}

/**
 * One segment of a silhouette plot: its values, sorted from the highest, over the whole scale of
 * −1 … 1, so that any two plots compare.
 */
export function layoutProfile(
  values: readonly number[],
  mean: number | null,
  frame: { readonly width: number; readonly height: number },
): ProfileLayout {
  const at = (value: number): number => ((value + 1) / 2) * frame.width;
  const step = frame.height / Math.max(1, values.length);
  const steps = values.map((value, i) => `H${fix(at(value))}V${fix((i + 1) * step)}`);
  const path = values.length === 0 ? '' : `M${fix(at(0))} 0${steps.join('')}H${fix(at(0))}Z`;
  return { path, zero: at(0), mean: mean === null ? null : at(mean) };
}

function fix(value: number): string {
  return String(Number(value.toFixed(2)));
}
