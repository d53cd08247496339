import { markSigns } from './mark-signs';
import { readNumber } from './read-number';

const LF: u32 = 0x0a;
const CR: u32 = 0x0d;

/** So much text is marked at a time, more where a record is longer; beyond, it is for the careful reader. */
const FIRST_STRETCH: i32 = 1 << 13;
const LONGEST_STRETCH: i32 = 1 << 16;

/**
 * Cuts text [from, to) into records and reads them, until one is not simple: it has more or fewer
 * cells, a doubled quote, text beside quotes, is longer than 64 KB, or in a column of numbers something
 * else than an empty cell or digits with a sign and a point. Returns how many records were read (at most
 * `capacity`) and stores at `told` where the next begins.
 *
 * `kinds` has a byte a column: 1 numbers, 0 text. Cell i of column c lies at `cells` + 8·(c·capacity + i):
 * an f64 (NaN: empty), or where the text begins and ends (two i32, quotes left out). Behind `told`
 * follow two i32 a column: flags of what was seen (1 decimals, 2 minus), perhaps in the record that it
 * stopped at, and how many of its numbers are empty cells. `marks` has room for 65,664 u32. Sixteen bytes
 * before `text` and 64 behind `to` may be read. Numbers are correctly rounded.
 */
export function scanRecords(
  text: usize, from: i32, to: i32, delimiter: u32, quote: u32, newline: u32, marks: usize,
  kinds: usize, columns: i32, cells: usize, capacity: i32, told: usize,
): i32 {
  let at = from;
  let rows = 0;
  let stretch = FIRST_STRETCH;
  while (rows < capacity && at < to) {
    const until = min(to, at + stretch);
    const lastMark = marks + (<usize>markSigns(text, at, until, marks, delimiter, quote, newline) << 2);
    let mark = marks;
    const before = rows;
    let next: usize = 0;
    while (rows < capacity) {
      const cell = cells + (<usize>rows << 3);
      next = readRecord(text, at, mark, lastMark, delimiter, quote, newline, kinds, columns, cell, <usize>capacity << 3, told + 4);
      if (next <= INCOMPLETE) break;
      mark = next;
      at = <i32>load<u32>(mark - 4) + 1;
      rows++;
    }
    if (next == NOT_SIMPLE) break;
    if (rows > before) continue;
    if (until == to || stretch == LONGEST_STRETCH) break;
    stretch <<= 1;
  }
  countEmpty(kinds, columns, cells, capacity, rows, told + 4);
  store<i32>(told, at);
  return rows;
}

const NOT_SIMPLE: usize = 0;
const INCOMPLETE: usize = 1;

/** Reads the record at `from`, whose signs begin at `mark`; returns the mark behind it. */
// @ts-ignore: decorator
@inline
function readRecord(
  text: usize, from: i32, firstMark: usize, lastMark: usize, delimiter: u32, quote: u32, newline: u32,
  kinds: usize, columns: i32, firstCell: usize, columnBytes: usize, firstSeen: usize,
): usize {
  let mark = firstMark;
  let cell = firstCell;
  let begin = text + <usize>from;
  for (let c = 0; c < columns; c++) {
    if (mark >= lastMark) return INCOMPLETE;
    let stop = text + <usize>load<u32>(mark);
    mark += 4;
    let end = stop;
    let sign: u32 = load<u8>(stop);
    if (sign == quote) {
      if (stop != begin) return NOT_SIMPLE;
      if (mark + 8 > lastMark) return INCOMPLETE;
      end = text + <usize>load<u32>(mark);
      stop = text + <usize>load<u32>(mark, 4);
      mark += 8;
      begin++;
      sign = load<u8>(stop);
      const isReturn = newline == LF && sign == LF && <u32>load<u8>(end, 1) == CR;
      if (stop != end + 1 + <usize>isReturn) return NOT_SIMPLE;
    } else if (c == columns - 1) {
      if (newline == LF && end > begin && <u32>load<u8>(end - 1) == CR) end--;
      // One empty cell is a blank line, which is no record.
      if (columns == 1 && end == begin) return NOT_SIMPLE;
    }
    if (sign != (c == columns - 1 ? newline : delimiter)) return NOT_SIMPLE;
    if (load<u8>(kinds + <usize>c) == 1) {
      if (!readNumber(begin, end, cell, firstSeen + (<usize>c << 3))) return NOT_SIMPLE;
    } else {
      store<i32>(cell, <i32>(begin - text));
      store<i32>(cell, <i32>(end - text), 4);
    }
    begin = stop + 1;
    cell += columnBytes;
  }
  return mark;
}

/** Counts the NaN of every column of numbers, while they are still near. */
function countEmpty(
  kinds: usize, columns: i32, cells: usize, capacity: i32, rows: i32, told: usize,
): void {
  for (let c = 0; c < columns; c++) {
    if (load<u8>(kinds + <usize>c) != 1) continue;
    let at = cells + (<usize>(c * capacity) << 3);
    const end = at + (<usize>rows << 3);
    let counts = i64x2.splat(0);
    for (; at + 16 <= end; at += 16) {
      const values = v128.load(at);
      // −1 where a value differs from itself.
      counts = i64x2.sub(counts, f64x2.ne(values, values));
    }
    let empty = <i32>(i64x2.extract_lane(counts, 0) + i64x2.extract_lane(counts, 1));
    if (at < end) empty += <i32>(load<f64>(at) != load<f64>(at));
    store<i32>(told + (<usize>c << 3), empty, 4);
  }
}
