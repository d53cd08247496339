import type { PackKernels } from './pack-kernels';
import type { Views } from './reference';

export function packKernels({ f32, f64 }: Views): PackKernels {
  return {
    packColumns(columns, scales, into, from, to, count, stride) {
      const [x, scale, out] = [f64(columns), f64(scales), f32(into)];
      let isGood = true;
      for (let i = from; i < to; i++) {
        for (let c = 0; c < count; c++) {
          const [filling, center, divisor] = [scale[3 * c]!, scale[3 * c + 1]!, scale[3 * c + 2]!];
          const value = x[c * stride + i]!;
          out[i * count + c] = ((Number.isNaN(value) ? filling : value) - center) / divisor;
          isGood &&= Number.isFinite(out[i * count + c]!);
        }
      }
      return isGood ? 1 : 0;
    },
    sumColumn(values, sums, from, to, origin) {
      const [x, sum] = [f64(values), f64(sums)];
      for (let i = from; i < to; i++) {
        const off = x[i]! - origin;
        if (Number.isNaN(off)) continue;
        sum[0]! += 1;
        sum[1]! += off;
        sum[2]! += off * off;
      }
    },
  };
}
