/** A folder may hold anything; more than this is not one piece of work. */
const MOST_FILES = 200;
const TABLE_NAME =
  /\.(csv|tsv|txt|tab|json|ndjson|jsonl|xlsx?|xlsb|ods|parquet|arrow|feather|ipc|arrows)(\.gz)?$/i;

/**
 * The files of a drop: those dropped, and of folders the tables in them, whatever lies deeper.
 * Must be called within the drop event, which forgets its files afterwards.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const plain = [...transfer.files];
  if (entries.every((entry) => !entry?.isDirectory)) return plain;
  const files: File[] = [];
  for (const entry of entries) if (entry) await collect(entry, files, false);
  return files;
}

async function collect(entry: FileSystemEntry, files: File[], isInFolder: boolean): Promise<void> {
  if (files.length >= MOST_FILES) return;
  if (isFolder(entry)) {
    for (const inside of await entriesOf(entry)) await collect(inside, files, true);
  } else if (isFile(entry) && (!isInFolder || TABLE_NAME.test(entry.name))) {
    files.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
  }
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** A reader answers in portions and with none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (portion.length === 0) return found.sort((a, b) => (a.name < b.name ? -1 : 1));
    found.push(...portion);
  }
}
