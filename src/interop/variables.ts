const found = import.meta.glob<string>(['./*.py', '../{algorithms,cells,table}/*/*.py'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Names that scripts use themselves: functions and modules, what cells call their parts, keywords. */
const TAKEN: ReadonlySet<string> = new Set([
  ...Object.values(found).flatMap((text) =>
    [...text.matchAll(/^(?:def|class) (\w+)|^([A-Z_]+) =/gm)].map(
      ([, name, other]) => name ?? other!,
    ),
  ),
  ...'np pd re json hashlib unicodedata duckdb Path DATA'.split(' '),
  ...'rows points table inside numbers means keys known right labels asked fitted k'.split(' '),
  ...'orders roles rules figures scores sizes yeojohnson'.split(' '),
  ...'print len sum min max range map list dict set str int float bool sorted zip enumerate'.split(
    ' ',
  ),
  ...'and as assert async await break case class continue def del elif else except finally'.split(
    ' ',
  ),
  ...'for from global if import in is lambda match nonlocal not or pass raise return try'.split(
    ' ',
  ),
  ...'while with yield type print True False None'.split(' '),
]);

/** The Python variable that holds what a cell gives. */
export function variableOf(id: string): string {
  const name = id.replaceAll('-', '_').replace(/^(?=\d)/, 'cell_');
  return TAKEN.has(name) ? `${name}_cell` : name;
}
