// Reads files and folders as the browser hands them over. It must not know what is in a file.

import { LARGEST } from '../../pki/containers/index.ts';
import type { Brought, News } from '../../store/own/index.ts';

/** What was dropped or chosen. */
export type Dropped = File | FileSystemEntry;

/** So many files of a folder are read. */
const MOST = 300;

interface Found {
  readonly file: File;
  readonly inFolder: boolean;
}

/** Everything that was dropped, folders with all that is in them. What is larger than any such file is not read. */
export async function readDropped(
  dropped: readonly Dropped[],
): Promise<{ readonly files: readonly Brought[]; readonly news: News | undefined }> {
  const found: Found[] = [];
  for (const each of dropped) await collect(each, false, found);
  const files = await Promise.all(found.slice(0, MOST).map(read));
  return { files, news: found.length > MOST ? { what: 'too many', most: MOST } : undefined };
}

async function collect(dropped: Dropped, inFolder: boolean, found: Found[]): Promise<void> {
  if (found.length > MOST) return;
  if (dropped instanceof File) found.push({ file: dropped, inFolder });
  else if (dropped.isFile) {
    const file = await new Promise<File>((resolve, reject) => (dropped as FileSystemFileEntry).file(resolve, reject));
    found.push({ file, inFolder });
  } else for (const each of await entriesOf(dropped as FileSystemDirectoryEntry)) await collect(each, true, found);
}

/** Browsers hand over a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0 || all.length > MOST) return all;
    all.push(...some);
  }
}

async function read({ file, inFolder }: Found): Promise<Brought> {
  const content = file.size > LARGEST ? ({ what: 'too large' } as const) : new Uint8Array(await file.arrayBuffer());
  return { name: file.name, content, inFolder };
}
