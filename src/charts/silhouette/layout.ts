import { layoutHistogram } from '../histogram/layout';
import type { Bar } from '../histogram/layout';

/** The bins of −1 … 1 that are drawn, the same for every segment of a table. */
export interface SilhouetteWindow {
  /** First bin that is drawn. */
  readonly firstBin: number;
  readonly bins: number;
}

export interface SilhouetteLayout {
  readonly bars: readonly Bar[];
  /** Where 0 lies, and the mean. */
  readonly zero: number;
  readonly mean: number | null;
}

/** Left edge when no row lies further left: a quarter below zero, so that zero never touches the frame. */
const USUAL_FROM = -0.25;

/** The common window of several histograms over −1 … 1: up to 1, and down to the lowest counted bin. */
export function silhouetteWindow(histograms: readonly (readonly number[])[]): SilhouetteWindow {
  const bins = histograms[0]?.length ?? 0;
  const usual = Math.round(((USUAL_FROM + 1) / 2) * bins);
  const lowest = histograms.map((histogram) => {
    const first = histogram.findIndex((count) => count > 0);
    return first < 0 ? bins : first;
  });
  return { firstBin: Math.min(usual, ...lowest), bins };
}

/** Bars of one segment's silhouette values, with the line at zero and the mean. */
export function layoutSilhouette(
  histogram: readonly number[],
  mean: number | null,
  frame: { readonly window: SilhouetteWindow; readonly width: number; readonly height: number },
): SilhouetteLayout {
  const { firstBin, bins } = frame.window;
  const from = -1 + (2 * firstBin) / Math.max(1, bins);
  const at = (value: number) => ((value - from) / (1 - from)) * frame.width;
  return {
    bars: layoutHistogram(histogram.slice(firstBin), {
      width: frame.width,
      height: frame.height,
      gap: 1,
    }),
    zero: at(0),
    mean: mean === null ? null : at(mean),
  };
}
