/** Row-major matrix of finite numbers: value (i, j) is at `i * columns + j`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}
