/**
 * The assignment of rows to columns with the least total cost, each row and column used at most
 * once (Kuhn, 1955; by shortest augmenting paths, Crouse, "On implementing 2D rectangular
 * assignment algorithms", IEEE TAES 52, 2016). As SciPy's `linear_sum_assignment`: with unequal
 * numbers the larger side keeps some unassigned. `costs` is row-major rows × columns and finite.
 * Returns the column of each row, −1 for none. Among equally cheap assignments the choice is
 * deterministic. Costs min(rows, columns)² × max(rows, columns).
 */
export function assignLeastCost(
  costs: ArrayLike<number>,
  rows: number,
  columns: number,
): Int32Array {
  if (rows <= columns) return assignEveryRow((i, j) => costs[i * columns + j]!, rows, columns);
  const rowOfColumn = assignEveryRow((i, j) => costs[j * columns + i]!, columns, rows);
  const columnOfRow = new Int32Array(rows).fill(-1);
  rowOfColumn.forEach((row, column) => (columnOfRow[row] = column));
  return columnOfRow;
}

type Cost = (row: number, column: number) => number;

/** What is known while rows are added one by one: prices of both sides and who has whom. */
interface Market {
  readonly cost: Cost;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  readonly columnOf: Int32Array;
  readonly rowOf: Int32Array;
}

function assignEveryRow(cost: Cost, rows: number, columns: number): Int32Array {
  const market: Market = {
    cost,
    rowPrice: new Float64Array(rows),
    columnPrice: new Float64Array(columns),
    columnOf: new Int32Array(rows).fill(-1),
    rowOf: new Int32Array(columns).fill(-1),
  };
  for (let row = 0; row < rows; row++) takeIn(market, row);
  return market.columnOf;
}

/** Finds a column for one more row along the cheapest chain of changes (Dijkstra on reduced costs). */
function takeIn(market: Market, newcomer: number): void {
  const { cost, rowPrice, columnPrice, columnOf, rowOf } = market;
  const columns = rowOf.length;
  const reached = new Float64Array(columns).fill(Infinity);
  const cameFrom = new Int32Array(columns).fill(-1);
  const isSettled = new Uint8Array(columns);
  const visited: number[] = [];
  let least = 0;
  let row = newcomer;
  let free = -1;
  while (free < 0) {
    visited.push(row);
    let next = -1;
    for (let j = 0; j < columns; j++) {
      if (isSettled[j]) continue;
      const way = least + cost(row, j) - rowPrice[row]! - columnPrice[j]!;
      if (way < reached[j]!) {
        reached[j] = way;
        cameFrom[j] = row;
      }
      const isNearer = next < 0 || reached[j]! < reached[next]!;
      // Of equally near columns a free one ends the search.
      const endsHere =
        next >= 0 && reached[j] === reached[next] && rowOf[j]! < 0 && rowOf[next]! >= 0;
      if (isNearer || endsHere) next = j;
    }
    least = reached[next]!;
    isSettled[next] = 1;
    if (rowOf[next]! < 0) free = next;
    else row = rowOf[next]!;
  }
  for (const other of visited) {
    rowPrice[other]! += other === newcomer ? least : least - reached[columnOf[other]!]!;
  }
  for (let j = 0; j < columns; j++) if (isSettled[j]) columnPrice[j]! -= least - reached[j]!;
  passOn(market, cameFrom, { from: newcomer, to: free });
}

/** Every row on the way gives its column to the one before it. */
function passOn(
  { columnOf, rowOf }: Market,
  cameFrom: Int32Array,
  way: { readonly from: number; readonly to: number },
): void {
  let column = way.to;
  for (;;) {
    const row = cameFrom[column]!;
    const before = columnOf[row]!;
    rowOf[column] = row;
    columnOf[row] = column;
    if (row === way.from) return;
    column = before;
  }
}
