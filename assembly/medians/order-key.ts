/**
 * The bits of an f32 as a whole number that is the larger the larger the value is: a positive
 * value's sign bit is set, a negative one's bits are all turned over.
 */
// @ts-ignore: decorator
@inline
export function orderKey(value: usize): u32 {
  const bits = load<i32>(value);
  return <u32>(bits ^ ((bits >> 31) | <i32>0x80000000));
}
