const WORKBOOK = /\.(?:xls[xmb]?|ods)$/i;
const BINARY = /\.(?:parquet|arrow|feather|ipc)$/i;

export function isWorkbookName(name: string): boolean {
  return WORKBOOK.test(name);
}

/** Files that have neither encoding nor delimiter, as their names say. */
export function isBinaryName(name: string): boolean {
  return WORKBOOK.test(name) || BINARY.test(name);
}
