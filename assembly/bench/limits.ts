/**
 * What this machine's Wasm can do at best, for the bench alone: this is a module of its own and no
 * part of the product's.
 */

/**
 * Runs 12 independent chains of f32x4 multiply and add, as many as stay in 16 registers beside the
 * two constants: 96 operations a round.
 */
export function multiplyAdd(rounds: i32): f32 {
  const by = f32x4.splat(0.9999);
  const add = f32x4.splat(0.0001);
  let a = f32x4.splat(1), b = a, c = a, d = a, e = a, f = a;
  let g = f32x4.splat(2), h = g, p = g, q = g, r = g, s = g;
  for (let i = 0; i < rounds; i++) {
    a = f32x4.add(f32x4.mul(a, by), add);
    b = f32x4.add(f32x4.mul(b, by), add);
    c = f32x4.add(f32x4.mul(c, by), add);
    d = f32x4.add(f32x4.mul(d, by), add);
    e = f32x4.add(f32x4.mul(e, by), add);
    f = f32x4.add(f32x4.mul(f, by), add);
    g = f32x4.add(f32x4.mul(g, by), add);
    h = f32x4.add(f32x4.mul(h, by), add);
    p = f32x4.add(f32x4.mul(p, by), add);
    q = f32x4.add(f32x4.mul(q, by), add);
    r = f32x4.add(f32x4.mul(r, by), add);
    s = f32x4.add(f32x4.mul(s, by), add);
  }
  const low = f32x4.add(f32x4.add(f32x4.add(a, b), f32x4.add(c, d)), f32x4.add(e, f));
  const high = f32x4.add(f32x4.add(f32x4.add(g, h), f32x4.add(p, q)), f32x4.add(r, s));
  const both = f32x4.add(low, high);
  return f32x4.extract_lane(both, 0) + f32x4.extract_lane(both, 3);
}

/** Makes memory at least this large and writes to all of it: untouched pages are not memory yet. */
export function ensure(bytes: i32): void {
  const missing = ((bytes + 0xffff) >>> 16) - memory.size();
  if (missing > 0) memory.grow(missing);
  memory.fill(__heap_base, 1, <usize>bytes - __heap_base);
}

/** Reads the first `bytes` of memory, a multiple of 64. */
export function readAll(bytes: i32): f32 {
  let a = f32x4.splat(0), b = a, c = a, d = a;
  for (let at: usize = 0; at < <usize>bytes; at += 64) {
    a = f32x4.add(a, v128.load(at));
    b = f32x4.add(b, v128.load(at, 16));
    c = f32x4.add(c, v128.load(at, 32));
    d = f32x4.add(d, v128.load(at, 48));
  }
  const both = f32x4.add(f32x4.add(a, b), f32x4.add(c, d));
  return f32x4.extract_lane(both, 0) + f32x4.extract_lane(both, 3);
}
