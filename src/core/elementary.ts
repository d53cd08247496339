/**
 * ln(1 + x) and eˣ − 1 from additions, multiplications and divisions alone, so that every
 * browser gives the same bits: `Math.log1p` and `Math.expm1` may differ in the last place
 * between engines. After fdlibm's s_log1p.c and s_expm1.c (Sun Microsystems, freely usable);
 * error under 1 ulp.
 */
const word = new Float64Array(1);
const half = new Int32Array(word.buffer);
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

function highOf(x: number): number {
  word[0] = x;
  return half[HIGH]!;
}

/** 2ᵏ for k from −1023 to 1023, by doubling and halving, which are exact. */
const POWERS = new Float64Array(2047);
for (let k = 0, up = 1, down = 1; k <= 1023; k++, up *= 2, down /= 2) {
  POWERS[1023 + k] = up;
  POWERS[1023 - k] = down;
}

function powerOf(k: number): number {
  return POWERS[1023 + k]!;
}

/** The series of ln((1 + s) / (1 − s)) beyond its first terms, in z = s². */
function logSeries(z: number): number {
  const high = 0.1818357216161805012 + z * (0.1531383769920937332 + z * 0.1479819860511658591);
  const middle = 0.2857142874366239149 + z * (0.2222219843214978396 + z * high);
  return z * (0.666666666666673513 + z * (0.3999999999940941908 + z * middle));
}

/** ln(1 + f) + k ln 2 + c for f small enough for the series. */
function assembleLog(f: number, k: number, c: number): number {
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const series = s * (halfSquare + logSeries(s * s));
  if (k === 0) return f - (halfSquare - series);
  return k * LN2_HIGH - (halfSquare - (series + (k * LN2_LOW + c)) - f);
}

/** ln(1 + x); NaN below −1, −Infinity at −1. */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const size = Math.abs(x);
  if (size < 2 ** -54) return x;
  if (size < 2 ** -29) return x - x * x * 0.5;
  if (x > -0.2929 && x < 0.41422) return assembleLog(x, 0, 0);
  const isHuge = x >= 2 ** 53;
  const u = isHuge ? x : 1 + x;
  const k = exponentOf(u);
  // What rounding took from 1 + x.
  const c = isHuge ? 0 : (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
  return logOfScaled(u, k, c);
}

/** The power of two in a positive normal number; for most by counting bits, which is faster. */
function exponentOf(u: number): number {
  if (u >= 1 && u < 2 ** 31) return 31 - Math.clz32(u);
  return (highOf(u) >> 20) - 1023;
}

/** ln u + c for u with the exponent k, taken to where its mantissa is nearest to 1. */
function logOfScaled(u: number, k: number, c: number): number {
  const mantissa = u * powerOf(-k);
  if (mantissa < 1.4142135) return assembleLog(mantissa - 1, k, c);
  return assembleLog(mantissa * 0.5 - 1, k + 1, c);
}

/** ln x of a positive normal number. */
export function ln(x: number): number {
  return logOfScaled(x, exponentOf(x), 0);
}

/** eˣ − 1. */
export function expm1(x: number): number {
  if (!(x < 709.782712893384)) return x > 0 ? Infinity : NaN;
  const size = Math.abs(x);
  if (x < -38.82) return -1;
  if (size < 2 ** -54) return x;
  if (size <= 0.34657359) return expm1Near(x, 0, 0);
  const k =
    size < 1.0397207 ? Math.sign(x) : Math.trunc(1.442695040888963387 * x + 0.5 * Math.sign(x));
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const reduced = high - low;
  return expm1Near(reduced, high - reduced - low, k);
}

/** 2ᵏ eˣ⁺ᶜ − 1 for |x| at most ½ ln 2. */
function expm1Near(x: number, c: number, k: number): number {
  const halfX = 0.5 * x;
  const halfSquare = x * halfX;
  const q =
    -7.93650757867487942473e-5 +
    halfSquare * (4.00821782732936239552e-6 + halfSquare * -2.01099218183624371326e-7);
  const r =
    1 +
    halfSquare *
      (-3.33333333333331316428e-2 + halfSquare * (1.58730158725481460165e-3 + halfSquare * q));
  const t = 3 - r * halfX;
  const e = halfSquare * ((r - t) / (6 - x * t));
  if (k === 0) return x - (x * e - halfSquare);
  return scaleUp(x, x * (e - c) - c - halfSquare, k);
}

/** Puts the factor 2ᵏ back; `e` is what the series took from x. */
function scaleUp(x: number, e: number, k: number): number {
  if (k === -1) return 0.5 * (x - e) - 0.5;
  if (k === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (k <= -2 || k > 56) {
    const y = 1 - (e - x);
    return (k === 1024 ? y * 2 * 2 ** 1023 : y * powerOf(k)) - 1;
  }
  if (k < 20) return (1 - powerOf(-k) - (e - x)) * powerOf(k);
  return (x - (e + powerOf(-k)) + 1) * powerOf(k);
}
