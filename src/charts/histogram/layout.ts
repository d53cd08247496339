export interface HistogramFrame {
  readonly width: number;
  readonly height: number;
  /** Space between two bars; shrinks when there are many. */
  readonly gap: number;
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Few bars stay bars instead of filling the frame. */
const GREATEST_WIDTH = 22;
/** A bar is at least this high when anything at all was counted. */
const LEAST_HEIGHT = 1;

/** Bars of equal width over the counts, the largest as high as the frame; empty bins have none. */
export function layoutHistogram(counts: readonly number[], frame: HistogramFrame): readonly Bar[] {
  const largest = Math.max(0, ...counts);
  if (largest === 0) return [];
  const pitch = Math.min((frame.width + frame.gap) / counts.length, GREATEST_WIDTH + frame.gap);
  const width = Math.max(0.5, pitch - frame.gap);
  return counts.flatMap((count, i) => {
    if (count === 0) return [];
    const height = Math.max(LEAST_HEIGHT, (count / largest) * frame.height);
    return [{ x: i * pitch, y: frame.height - height, width, height }];
  });
}

/** All bars as one SVG path, so that hundreds of histograms stay cheap. */
export function barsPath(bars: readonly Bar[]): string {
  return bars
    .map(
      ({ x, y, width, height }) =>
        `M${fix(x)} ${fix(y)}h${fix(width)}v${fix(height)}h${fix(-width)}Z`,
    )
    .join('');
}

function fix(value: number): string {
  return String(Number(value.toFixed(2)));
}
