declare module 'skmeans' {
  /** Moves `initial` in place; `iterations` at most. */
  function skmeans(
    rows: readonly (readonly number[])[],
    clusters: number,
    initial: number[][],
    iterations: number,
  ): { readonly it: number };
  export = skmeans;
}
