import type { Packer } from '../core/packer';

/** Packs in a plain loop, where there are no kernels. */
export const plainPacker: Packer = {
  pack({ columns, rows }, scalings, into) {
    const count = columns.length;
    let isGood = true;
    columns.forEach((column, c) => {
      const { filling, center, divisor } = scalings[c]!;
      for (let i = 0, at = c; i < rows; i++, at += count) {
        const value = column[i]!;
        into[at] = ((Number.isNaN(value) ? filling : value) - center) / divisor;
        if (!Number.isFinite(into[at])) isGood = false;
      }
    });
    return isGood;
  },
};
