/** A folder lists its entries by parts, until a part is empty. */
function partOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (let part = await partOf(reader); part.length > 0; part = await partOf(reader)) all.push(...part);
  return all;
}

const fileOf = (entry: FileSystemFileEntry): Promise<File[]> => new Promise((resolve) => entry.file((file) => resolve([file]), () => resolve([])));

/** Folders in folders are read to this depth; a loop of links ends there. */
const deepest = 6;

async function filesIn(entry: FileSystemEntry, depth: number): Promise<File[]> {
  if (entry.isFile) return fileOf(entry as FileSystemFileEntry);
  if (depth === deepest) return [];
  const files: File[] = [];
  for (const one of await entriesOf(entry as FileSystemDirectoryEntry)) files.push(...(await filesIn(one, depth + 1)));
  return files;
}

/** Every file of what was dropped, those of folders too, in their order. */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  // Entries are to be taken before the first wait: the browser forgets them.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (!entries.some((entry) => entry?.isDirectory)) return [...data.files];
  const files: File[] = [];
  for (const entry of entries) if (entry) files.push(...(await filesIn(entry, 0)));
  return files;
}
