/** Every array starts at a multiple of this, so that no vector load crosses a cache line. */
const ALIGNMENT: usize = 64;

/** Memory below is the module's own (`__heap_base` is where its data ends). */
let free: usize = (__heap_base + ALIGNMENT - 1) & ~(ALIGNMENT - 1);

/** Memory from here on has never been set aside, and is zero. */
let untouched: usize = free;

/** The last 64 KB of the 4 GB stay unused, so that no sum of offsets can wrap around. */
const LIMIT: usize = 0xffff0000;

/**
 * Sets aside `bytes`, all zero, and returns where they begin; 0 when memory cannot grow that far. Growing
 * empties every view of the memory that the host holds: reserve everything first, look second.
 */
export function reserve(bytes: usize): usize {
  const start = free;
  if (bytes > LIMIT - start) return 0;
  const end = (start + bytes + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
  const missing = <i32>((end + 0xffff) >>> 16) - memory.size();
  if (missing > 0 && !grow(missing)) return 0;
  if (start < untouched) memory.fill(start, 0, min(end, untouched) - start);
  untouched = max(untouched, end);
  free = end;
  return start;
}

/**
 * Grows the memory by at least so many pages, by a quarter where that is more: each time may cost
 * the host a collection of its garbage. What is not used takes no room in the machine.
 */
function grow(pages: i32): bool {
  return memory.grow(max(pages, memory.size() >> 2)) >= 0 || memory.grow(pages) >= 0;
}

/** Forgets everything that was set aside; the memory stays for the next job. */
export function reset(): void {
  free = (__heap_base + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
}
