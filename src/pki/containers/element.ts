// Certificates, lists of revoked ones, requests and public keys as items.

import { type Bytes, der, Flaw } from '../../bytes/index.ts';
import { parseCertificate } from '../certificate.ts';
import { parseCrl } from '../crl.ts';
import { readName } from '../name.ts';
import type { Found } from './item.ts';
import { keyTypeOf } from './key-type.ts';

/** A certificate, also one that breaks the rules of DER; `attributes` stand around it. @throws Flaw when it isn't one at all */
export function certificateFound(
  bytes: Bytes,
  attributes: { readonly name?: string; readonly trusted?: boolean } = {},
): Found {
  const item = { kind: 'certificate' as const, der: bytes, ...attributes };
  try {
    const certificate = parseCertificate(bytes);
    return { items: [{ ...item, certificate, keyType: keyTypeOf(certificate.spki) }], remarks: [] };
  } catch (error) {
    if (!(error instanceof Flaw) || !looksLikeOne(bytes)) throw error;
    const flaw = error.cause;
    return {
      items: [{ ...item, certificate: undefined, flaw, keyType: '?' }],
      remarks: [{ what: 'unreadable certificate', flaw }],
    };
  }
}

/** Three members of the right kinds: what is wrong lies inside. */
function looksLikeOne(bytes: Bytes): boolean {
  try {
    const members = new der.Elements(der.readOnly(bytes), der.SEQUENCE, 'Certificate').rest();
    for (const within of new der.Elements(members[0] as der.Tlv, der.SEQUENCE, 'tbsCertificate').rest().slice(0, 6))
      der.tagName(within.tag);
    return members.map(({ tag }) => tag).join() === [der.SEQUENCE, der.SEQUENCE, der.BIT_STRING].join();
  } catch {
    return false;
  }
}

/** A list of revoked certificates. @throws Flaw when it isn't one */
export function crlFound(bytes: Bytes): Found {
  return { items: [{ kind: 'crl', der: bytes, crl: parseCrl(bytes) }], remarks: [] };
}

/** A certification request (RFC 2986), which a CA makes a certificate of. @throws Flaw */
export function requestFound(bytes: Bytes): Found {
  const outer = new der.Elements(der.readOnly(bytes), der.SEQUENCE, 'CertificationRequest');
  const info = new der.Elements(
    outer.take(der.SEQUENCE, 'certificationRequestInfo'),
    der.SEQUENCE,
    'certificationRequestInfo',
  );
  info.take(der.INTEGER, 'version');
  const subject = readName(info.take(der.SEQUENCE, 'subject')).text;
  const keyType = keyTypeOf(der.bytesOf(info.take(der.SEQUENCE, 'subjectPKInfo')));
  return {
    items: [{ kind: 'certificate request', der: bytes, subject, keyType }],
    remarks: [{ what: 'only', kind: 'certificate request' }],
  };
}

/** A public key by itself. @throws Flaw */
export function publicKeyFound(bytes: Bytes, keyType: string): Found {
  return { items: [{ kind: 'public key', der: bytes, keyType }], remarks: [{ what: 'only', kind: 'public key' }] };
}

/** Parameters of a group or a curve by themselves. */
export function parametersFound(bytes: Bytes): Found {
  return { items: [{ kind: 'parameters', der: bytes }], remarks: [{ what: 'only', kind: 'parameters' }] };
}
