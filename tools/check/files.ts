// The files that `check` is given, opened and put where the flags say. Every error is one sentence that names the file.

import { webcrypto } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { deriveBy } from '../../src/crypto/passwords/index.ts';
import { manners } from '../../src/lab/manners/index.ts';
import { certificatesIn, listsIn, type Obstacle, type OwnSide, shownFrom } from '../../src/lab/own/index.ts';
import { type Opened, openFile } from '../../src/pki/containers/index.ts';
import type { Crl } from '../../src/pki/index.ts';
import type { Role } from '../../src/tls/index.ts';
import { flawSentence } from '../../src/words/containers.ts';
import type { SideFlags } from './flags.ts';
import { CheckError } from './usage.ts';

/** What one side is given, or what keeps it from starting. @throws CheckError when a file can't be read */
export async function sideFrom(role: Role, flags: SideFlags, accepts?: readonly string[]): Promise<OwnSide | Obstacle> {
  const { file, key, chain, trusts, version, like } = flags;
  if (file === undefined && (key ?? chain[0]) !== undefined)
    throw new CheckError('A key or a chain needs the certificate that it belongs to, with --client or --server.');
  const manner = like && manners[like];
  const passwords = await passwordsOf(flags);
  const open = (each: string) => opened(each, passwords);
  const shown =
    file === undefined
      ? undefined
      : shownFrom({
          main: await open(file),
          key: key === undefined ? undefined : await open(key),
          chain: await Promise.all(chain.map(open)),
          keyOfAnother: manner?.loads.keyOfAnother.includes(role) ?? false,
        });
  const anchors =
    trusts === undefined ? undefined : trusts === 'none' ? [] : certificatesIn((await open(trusts)).items);
  if (shown && 'what' in shown) return shown;
  return {
    ...(shown && { shows: [shown] }),
    ...(anchors && { trusts: anchors }),
    ...(version && { version }),
    ...(manner && { manner }),
    ...(accepts && { accepts }),
  };
}

/** Lists of revoked certificates. @throws CheckError when a file can't be read */
export async function listsFrom(files: readonly string[]): Promise<readonly Crl[]> {
  const all = await Promise.all(files.map((file) => opened(file, [])));
  return all.flatMap(({ items }) => listsIn(items));
}

/** The same file may serve both sides, and is opened once. */
const known = new Map<string, Promise<Opened>>();

/** Opens a file. @throws CheckError when nothing can be had from it */
export function opened(file: string, passwords: readonly string[]): Promise<Opened> {
  const key = JSON.stringify([file, passwords]);
  const found = known.get(key) ?? openNow(file, passwords);
  known.set(key, found);
  return found;
}

async function openNow(file: string, passwords: readonly string[]): Promise<Opened> {
  const found = await openFile(await bytesOf(file), { passwords, derive: deriveBy(webcrypto.subtle) });
  const [flaw] = found.flaws;
  if (flaw && found.items.length === 0) throw new CheckError(`${file}: ${flawSentence(flaw)}`);
  return found;
}

/** What opens the files of a side. @throws CheckError when a file can't be read */
export async function passwordsOf({ passwordFile }: SideFlags): Promise<readonly string[]> {
  return passwordFile === undefined ? [] : [await passwordIn(passwordFile)];
}

/** The first line of a file, without its end: how editors leave a password. */
async function passwordIn(file: string): Promise<string> {
  return new TextDecoder().decode(await bytesOf(file)).split(/\r?\n/)[0] ?? '';
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CheckError(
      `${file} can't be read: ${code === 'ENOENT' ? 'there is no such file' : (error as Error).message}.`,
    );
  }
}
