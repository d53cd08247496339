/**
 * Copies `count` pieces of text one behind the other to `into` and stores where each ends there (u32)
 * at `ends`; `spans` holds where they begin and end in `text`, two i32 each. Returns how many bytes that
 * was. Sixteen bytes are copied at a time: as many may be read and written beyond the last.
 */
export function packSpans(text: usize, spans: usize, count: i32, into: usize, ends: usize): i32 {
  let at = into;
  for (let i = 0; i < count; i++, spans += 8) {
    const from = text + <usize>load<i32>(spans);
    const length = <usize>load<i32>(spans, 4) - <usize>load<i32>(spans);
    for (let done: usize = 0; done < length; done += 16) {
      v128.store(at + done, v128.load(from + done));
    }
    at += length;
    store<u32>(ends + (<usize>i << 2), <u32>(at - into));
  }
  return <i32>(at - into);
}
