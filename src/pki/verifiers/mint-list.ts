// Makes lists of revoked certificates: a template becomes signed DER (RFC 5280 5). The same template, key and Env give the same bytes.

import { type Bytes, der, EMPTY, fromHex } from '../../bytes/index.ts';
import type { Env } from '../../crypto/index.ts';
import { type Crl, parseCrl } from '../crl.ts';
import type { Identity } from '../demo.ts';
import { signerOf } from '../signature.ts';
import { writeTime } from '../time.ts';

/** What to write into a list. Times are in milliseconds since the Unix epoch, cut to whole seconds. */
export interface ListTemplate {
  readonly thisUpdate: number;
  /** Absent: the list is never out of date. */
  readonly nextUpdate?: number;
  /** Serial numbers in hex, as certificates have them. */
  readonly revoked: readonly { readonly serial: string; readonly since: number; readonly reason?: RevocationCode }[];
  readonly number: number;
}

/** RFC 5280 5.3.1. */
const revocationCodes = {
  keyCompromise: 1,
  cACompromise: 2,
  superseded: 4,
  certificateHold: 6,
  removeFromCRL: 8,
} as const;
type RevocationCode = keyof typeof revocationCodes;

/** Makes and signs a list of the certificates that a CA has revoked (RFC 5280 5.1). @throws RangeError for a CA without a certificate */
export function mintList(
  { thisUpdate, nextUpdate, revoked, number }: ListTemplate,
  { chain: [certificate], key }: Identity,
  env: Env,
): Crl {
  if (!certificate) throw new RangeError('a list is signed by a CA with a certificate');
  const signer = signerOf(key);
  const { subject, subjectKeyId } = certificate;
  const entries = revoked.map(({ serial, since, reason }) =>
    der.sequence(
      der.integer(fromHex(serial)),
      writeTime(since),
      reason
        ? der.sequence(extension('2.5.29.21', der.write(ENUMERATED, Uint8Array.of(revocationCodes[reason]))))
        : EMPTY,
    ),
  );
  const identifier = subjectKeyId && der.sequence(der.write(der.context(0, false), subjectKeyId));
  const tbs = der.sequence(
    der.integer(1),
    signer.algorithm,
    subject.der,
    writeTime(thisUpdate),
    nextUpdate === undefined ? EMPTY : writeTime(nextUpdate),
    // RFC 5280 5.1.2.6: without revoked certificates the list of them is left out.
    entries.length === 0 ? EMPTY : der.sequence(...entries),
    der.write(
      der.context(0, true),
      der.sequence(
        identifier ? extension('2.5.29.35', identifier) : EMPTY,
        extension('2.5.29.20', der.integer(number)),
      ),
    ),
  );
  return parseCrl(der.sequence(tbs, signer.algorithm, der.bitString(signer.sign(tbs, env))));
}

const ENUMERATED = 0x0a;

function extension(oid: string, value: Bytes): Bytes {
  return der.sequence(der.oid(oid), der.write(der.OCTET_STRING, value));
}
