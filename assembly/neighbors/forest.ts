/**
 * Sets of positions as trees of parents (i32 each), a root its own parent: union by lower position,
 * and paths halved on the way (Tarjan and van Leeuwen, 1984).
 */
export function rootOf(parents: usize, position: i32): i32 {
  while (true) {
    const parent = load<i32>(parents + (<usize>position << 2));
    if (parent == position) return position;
    const above = load<i32>(parents + (<usize>parent << 2));
    store<i32>(parents + (<usize>position << 2), above);
    position = above;
  }
}

export function join(parents: usize, a: i32, b: i32): void {
  const one = rootOf(parents, a), other = rootOf(parents, b);
  const upper = max(one, other);
  store<i32>(parents + (<usize>upper << 2), min(one, other));
}
