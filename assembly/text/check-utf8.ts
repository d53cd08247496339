/** What a text is made of. */
const NO_UTF8: i32 = 0;
const ASCII: i32 = 1;
const UTF8: i32 = 2;

/**
 * What text [0, length) is: 1 when no byte is above 127, 2 when it is UTF-8 otherwise, 0 when it is
 * not (RFC 3629: no longer form than needed, no surrogate, nothing beyond U+10FFFF). With `goesOn`
 * the last character may be cut short.
 */
export function checkUtf8(text: usize, length: i32, goesOn: bool): i32 {
  const end = text + <usize>length;
  let at = skipAscii(text, end);
  if (at == end) return ASCII;
  while (at < end) {
    if (<u32>load<u8>(at) < 0x80) {
      at = skipAscii(at, end);
      continue;
    }
    const bytes = lengthOfCharacter(at, end, goesOn);
    if (bytes == 0) return NO_UTF8;
    at += bytes;
  }
  return UTF8;
}

/** Where the first byte above 127 stands. */
function skipAscii(from: usize, end: usize): usize {
  let at = from;
  for (; at + 32 <= end; at += 32) {
    if (v128.any_true(v128.and(v128.or(v128.load(at), v128.load(at, 16)), i8x16.splat(-128)))) break;
  }
  while (at < end && <u32>load<u8>(at) < 0x80) at++;
  return at;
}

/** How long a character is that does not begin like ASCII; 0 when it is none. */
function lengthOfCharacter(at: usize, end: usize, goesOn: bool): usize {
  const lead: u32 = load<u8>(at);
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const bytes: usize = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const here = min<usize>(bytes, end - at);
  if (here < bytes && !goesOn) return 0;
  for (let i: usize = 1; i < here; i++) if ((<u32>load<u8>(at + i) & 0xc0) != 0x80) return 0;
  if (here < 2) return here;
  const second: u32 = load<u8>(at, 1);
  if (lead == 0xe0 && second < 0xa0) return 0;
  if (lead == 0xed && second > 0x9f) return 0;
  if (lead == 0xf0 && second < 0x90) return 0;
  if (lead == 0xf4 && second > 0x8f) return 0;
  return here;
}
