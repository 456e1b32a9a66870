// Reads files and folders as the browser hands them over. It must not know what is in a file.

import { LARGEST } from '../../pki/containers/index.ts';
import type { Brought, News } from '../../store/own/index.ts';

/** What was dropped or chosen. */
export type Dropped = File | FileSystemEntry;

/** So many files of a folder are read. */
const MOST = 300;

interface Found {
  readonly name: string;
  /** Absent where the browser could not hand it over. */
  readonly file: File | undefined;
  readonly inFolder: boolean;
}

/**
 * Everything that was dropped, folders with all that is in them. What is larger than any such file is not read, and what can't be read keeps
 * nothing else from being there.
 */
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
  const { name } = dropped;
  if (dropped instanceof File) found.push({ name, file: dropped, inFolder });
  else if (dropped.isFile) found.push({ name, file: await fileOf(dropped as FileSystemFileEntry), inFolder });
  else {
    const entries = await entriesOf(dropped as FileSystemDirectoryEntry).catch(() => undefined);
    if (!entries) found.push({ name, file: undefined, inFolder });
    for (const each of entries ?? []) await collect(each, true, found);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File | undefined> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(undefined)));
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

async function read({ name, file, inFolder }: Found): Promise<Brought> {
  return { name, content: file ? await contentOf(file) : { what: 'unreadable' }, inFolder };
}

async function contentOf(file: File): Promise<Brought['content']> {
  if (file.size > LARGEST) return { what: 'too large' };
  return file.arrayBuffer().then(
    (content) => new Uint8Array(content),
    () => ({ what: 'unreadable' }),
  );
}
