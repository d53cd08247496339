/** 1 when no byte of text [0, length) is above 127. */
export function isAscii(text: usize, length: i32): i32 {
  const end = text + <usize>length;
  let at = text;
  let any = i8x16.splat(0);
  for (; at + 16 <= end; at += 16) any = v128.or(any, v128.load(at));
  let rest: u32 = 0;
  for (; at < end; at++) rest |= load<u8>(at);
  return i8x16.bitmask(any) == 0 && rest < 0x80 ? 1 : 0;
}
