/** Gives out names of columns, never the same twice: "name (2)" where it is taken. */
export function createNamer(taken: readonly string[] = []): (name: string) => string {
  const used = new Set(taken);
  return (wanted) => {
    let name = wanted;
    for (let n = 2; used.has(name); n++) name = `${wanted} (${n})`;
    used.add(name);
    return name;
  };
}
