/** One of nine colours: −4 … −1 below, 0 about the same, 1 … 4 above. */
export type Step = -4 | -3 | -2 | -1 | 0 | 1 | 2 | 3 | 4;

/** Where the steps of deviations begin, in standard deviations. */
export const DEVIATION_BOUNDS = [0.15, 0.45, 0.85, 1.3] as const;
/** Where the steps of TGI begin; below 100 at the inverse: 91, 71, 50, 33. */
export const TGI_BOUNDS = [110, 141, 200, 300] as const;

/** The step of a deviation: a bound itself belongs to the step beyond it. */
export function deviationStep(deviation: number): Step {
  return signed(
    deviation < 0,
    DEVIATION_BOUNDS.filter((bound) => Math.abs(deviation) >= bound).length,
  );
}

/** The step of a TGI, of double and half the same: as the figure is shown, rounded. */
export function tgiStep(tgi: number): Step {
  const shown = Math.round(tgi);
  const passed = (bound: number) => shown >= bound || shown <= below(bound);
  return signed(shown < 100, TGI_BOUNDS.filter(passed).length);
}

/** The TGI that is as far below 100 as this one is above. */
export function below(bound: number): number {
  return Math.round(10_000 / bound);
}

function signed(isBelow: boolean, size: number): Step {
  // At most four bounds are passed; zero has no sign.
  return (isBelow && size > 0 ? -size : size) as Step;
}
