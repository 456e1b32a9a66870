// A certificate in human terms: whose, by whom, until when, for what. It must not know chains, verdicts or runs.

import { type Bytes, toHex } from '../../bytes/index.ts';
import { sha256 } from '../../crypto/index.ts';
import { type Certificate, sameName } from '../../pki/index.ts';
import * as words from '../../words/certificates.ts';
import { listed } from '../../words/grammar.ts';
import type { Fact } from '../explain/narration.ts';
import { titleOf } from '../reading.ts';
import type { Portrait } from './presentation.ts';

const known = new WeakMap<Certificate, { readonly now: number; readonly portrait: Portrait }>();

/**
 * A certificate as people speak of it; the same object as before for the same certificate, if the clock has not moved.
 * @param now milliseconds since the Unix epoch
 */
export function portraitOf(certificate: Certificate, now: number): Portrait {
  const before = known.get(certificate);
  if (before?.now === now) return before.portrait;
  const { subject, issuer, der } = certificate;
  const portrait: Portrait = {
    title: titleOf(certificate),
    issued: sameName(subject, issuer)
      ? words.certificateWords.issuedByItself
      : words.certificateWords.issuedBy(issuer.commonName ?? nameText(issuer.text)),
    valid: validityAt(certificate, now),
    facts: factsOf(certificate),
    der,
  };
  known.set(certificate, { now, portrait });
  return portrait;
}

/** What stands in for bytes that are no certificate. */
export function portraitOfUnreadable(bytes: Bytes): Portrait {
  const { unreadable, unreadableNote } = words.certificateWords;
  return { title: unreadable, issued: unreadableNote, valid: '', facts: fingerprint(bytes) };
}

const dayLength = 24 * 60 * 60 * 1000;

/** What its dates mean at a time. The whole last second counts. */
function validityAt({ notBefore, notAfter }: Certificate, now: number): string {
  if (now < notBefore) return words.validity.early(Math.floor((notBefore - now) / dayLength), notBefore);
  if (now > notAfter + 999) return words.validity.expired(Math.floor((now - notAfter) / dayLength), notAfter);
  return words.validity.valid(now);
}

function factsOf(certificate: Certificate): readonly Fact[] {
  const { subject, issuer, subjectAltName = [], notBefore, notAfter, signatureAlgorithm, serial, der } = certificate;
  const { lines } = words;
  const named: readonly (readonly [name: string, value: string])[] = [
    [lines.subject, nameText(subject.text)],
    [lines.names, subjectAltName.map(({ text, kind }) => `${text} (${kind})`).join(', ')],
    [lines.issuer, nameText(issuer.text)],
    [lines.validity, words.validity.period(notBefore, notAfter)],
    [lines.key, keyText(certificate)],
    [lines.purposes, purposeText(certificate)],
    [lines.usage, usageText(certificate)],
    [lines.authority, authorityText(certificate)],
    [lines.limits, limitText(certificate)],
  ];
  return [
    ...named.flatMap(([name, value]): Fact[] => (value === '' ? [] : [{ name, value }])),
    { name: lines.signature, value: signatureAlgorithm.name, mono: true },
    { name: lines.serial, value: serial.replace(/..(?=.)/g, '$&:'), mono: true },
    ...fingerprint(der),
  ];
}

function fingerprint(bytes: Bytes): readonly Fact[] {
  return [{ name: words.lines.fingerprint, value: toHex(sha256.digest(bytes), ':'), mono: true }];
}

function nameText(text: string): string {
  return text === '' ? words.certificateWords.emptyName : text;
}

function keyText({ publicKey }: Certificate): string {
  if (!publicKey) return words.keys.unknown;
  return 'n' in publicKey ? words.keys[publicKey.kind](publicKey.bits) : words.keys[publicKey.kind];
}

function purposeText({ extendedKeyUsage }: Certificate): string {
  if (!extendedKeyUsage) return words.anyPurpose;
  return listed(extendedKeyUsage.map((purpose) => words.purposes[purpose] ?? purpose));
}

function usageText({ keyUsage }: Certificate): string {
  return keyUsage ? listed(keyUsage.map((usage) => words.usages[usage])) : words.anyUsage;
}

function authorityText({ basicConstraints }: Certificate): string {
  if (!basicConstraints?.ca) return words.authority.no;
  const { pathLength } = basicConstraints;
  return pathLength === undefined ? words.authority.yes : words.authority.limited(pathLength);
}

function limitText({ nameConstraints }: Certificate): string {
  if (!nameConstraints) return '';
  const { permitted, excluded } = nameConstraints;
  return words.limits(
    permitted.map(({ text }) => text),
    excluded.map(({ text }) => text),
  );
}
