/**
 * Names of columns as SQL can tell them apart, which it does without regard to case: what differs
 * in case only gets a number, "name (2)".
 */
export function columnNames(columns: readonly { readonly name: string }[]): string[] {
  const taken = new Set<string>();
  return columns.map(({ name }) => {
    let own = name;
    for (let n = 2; taken.has(own.toLowerCase()); n++) own = `${name} (${n})`;
    taken.add(own.toLowerCase());
    return own;
  });
}
