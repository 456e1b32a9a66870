// The files that a change has made others, as the programs want them: a certificate with what is sent along, the CAs that a side trusts, a list of
// revoked certificates. No private key is in any: it stays in the file that it came from. Pure.

import { type Certificate, toPem } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';
import type { ChangeShown } from './change.ts';
import type { Own } from './own.ts';

/** A file to take along, as PEM. */
export interface ChangedFile {
  /** What is in it: what a side shows, what a side trusts, or a list. */
  readonly what: 'shows' | 'trusts' | 'list';
  readonly of: Role;
  readonly name: string;
  readonly text: string;
  /** The certificates in it, for who writes them otherwise. */
  readonly certificates: readonly Certificate[];
}

/** What changes have made of the files of both sides. @param own what the run begins with now */
export function changedFiles(own: Own, changes: readonly ChangeShown[]): readonly ChangedFile[] {
  const wanted = new Set(changes.flatMap(touched));
  return (['client', 'server'] as const).flatMap((of): readonly ChangedFile[] => {
    const { shows, trusts } = own[of];
    const chain = shows?.[0]?.chain ?? [];
    return [
      ...(wanted.has(`${of} shows`) && chain.length > 0 ? [bundle('shows', of, `${of}-chain.pem`, chain)] : []),
      ...(wanted.has(`${of} trusts`) && trusts?.length ? [bundle('trusts', of, `${of}-trusts.pem`, trusts)] : []),
      ...(of === 'server' && wanted.has('list') ? listsOf(own) : []),
    ];
  });
}

type Touched = `${Role} shows` | `${Role} trusts` | 'list';

function touched(change: ChangeShown): readonly Touched[] {
  switch (change.what) {
    case 'send along':
    case 'leave out':
    case 'show':
      return [`${change.of} shows`];
    case 'swap shown':
      return ['client shows', 'server shows'];
    case 'trust':
    case 'trust only':
      return [`${change.by} trusts`];
    case 'swap trust':
      return ['client trusts', 'server trusts'];
    case 'take list':
      return ['list'];
    default:
      return [];
  }
}

function bundle(what: 'shows' | 'trusts', of: Role, name: string, certificates: readonly Certificate[]): ChangedFile {
  return { what, of, name, certificates, text: certificates.map(({ der }) => toPem('CERTIFICATE', der)).join('') };
}

function listsOf({ lists = [] }: Own): readonly ChangedFile[] {
  if (lists.length === 0) return [];
  const text = lists.map(({ der }) => toPem('X509 CRL', der)).join('');
  return [{ what: 'list', of: 'server', name: 'revoked.pem', certificates: [], text }];
}
