// What is in a file, as text or as one JSON object.

import { webcrypto } from 'node:crypto';
import { type Bytes, toHex } from '../../src/bytes/index.ts';
import { sha256 } from '../../src/crypto/index.ts';
import { deriveBy } from '../../src/crypto/passwords/index.ts';
import { type Item, type Opened, openFile } from '../../src/pki/containers/index.ts';
import { flawSentence, itemNames, remarkSentence } from '../../src/words/containers.ts';
import { day } from '../../src/words/grammar.ts';

/** What is printed, and the exit status: 0 opened, 3 needs a password, 2 can't be used. */
export interface Report {
  readonly status: 0 | 2 | 3;
  readonly text: string;
}

/** Looks into a file. @param password undefined when none was given */
export async function report(file: string, bytes: Bytes, password: string | undefined, json: boolean): Promise<Report> {
  const opened = await openFile(bytes, {
    passwords: password === undefined ? [] : [password],
    derive: deriveBy(webcrypto.subtle),
  });
  const sentence = [...opened.flaws.map(flawSentence), ...opened.remarks.map(remarkSentence)].join(' ') || null;
  const holds = opened.items.map(held);
  const answer = { file, kind: opened.kind ?? null, holds, sentence };
  const text = json ? `${JSON.stringify(answer)}\n` : inWords(answer);
  return { status: statusOf(opened), text };
}

function statusOf({ items, flaws }: Opened): Report['status'] {
  if (flaws.some(({ what }) => what === 'locked')) return 3;
  if (flaws.length > 0) return 2;
  const usable = items.some((item) => ['certificate', 'crl'].includes(item.kind) || item.kind === 'private key');
  return usable ? 0 : items.some(({ kind }) => kind === 'locked key') ? 3 : 2;
}

/** One thing in a file, as plain data. */
interface Held {
  readonly kind: string;
  readonly name?: string | undefined;
  readonly subject?: string | undefined;
  readonly issuer?: string | undefined;
  readonly keyType?: string | undefined;
  readonly notBefore?: string | undefined;
  readonly notAfter?: string | undefined;
  readonly encryption?: string | undefined;
  readonly sha256?: string;
  readonly entries?: number;
}

function held(item: Item): Held {
  const { kind } = item;
  switch (kind) {
    case 'certificate': {
      const { certificate, keyType, name } = item;
      const dates = certificate && { notBefore: iso(certificate.notBefore), notAfter: iso(certificate.notAfter) };
      const [subject, issuer] = [certificate?.subject.text, certificate?.issuer.text];
      return { kind, name, subject, issuer, keyType, ...dates, sha256: toHex(sha256.digest(item.der)) };
    }
    case 'crl': {
      const { issuer, thisUpdate, revoked } = item.crl;
      return { kind, issuer: issuer.text, notBefore: iso(thisUpdate), entries: revoked.length };
    }
    case 'private key':
      return { kind, name: item.name, keyType: item.keyType, encryption: item.encryption };
    case 'locked key':
      return { kind, name: item.name, encryption: item.encryption };
    case 'certificate request':
      return { kind: 'csr', subject: item.subject, keyType: item.keyType };
    default:
      return { kind, name: item.name, keyType: item.keyType };
  }
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 19).concat('Z');
}

function inWords({
  file,
  kind,
  holds,
  sentence,
}: {
  file: string;
  kind: string | null;
  holds: readonly Held[];
  sentence: string | null;
}): string {
  const lines = holds.map(({ kind: what, name, subject, issuer, keyType, notAfter, entries }) =>
    [
      itemNames[(what === 'csr' ? 'certificate request' : what) as Item['kind']],
      name && `“${name}”`,
      keyType,
      subject,
      issuer !== undefined && `issued by ${issuer}`,
      notAfter && `until ${day(Date.parse(notAfter))}`,
      entries !== undefined && `${entries} entries`,
    ]
      .filter(Boolean)
      .join(' · '),
  );
  return [
    `${file}: ${kind ?? 'nothing of use'}`,
    ...lines.map((line) => `  ${line}`),
    ...(sentence ? [sentence] : []),
    '',
  ].join('\n');
}
