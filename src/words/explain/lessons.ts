// Why each cause of a refusal matters: what the rule behind it is good for. Texts are in the notation of `rich`; values come in,
// words go out. English, ready for other languages.

import type { Cause } from '../../pki/index.ts';
import type { FaultCause } from '../../tls/index.ts';
import type { Parties } from './headings.ts';

/** What there is to learn from a refusal. */
export const lesson = (cause: FaultCause, parties: Parties): string => lessons[cause](parties);

/** The same where the check of a chain that failed says more. */
export const chainLesson = (detail: Cause): string | undefined => chainLessons[detail];

const fewKinds = 'Which kinds of record may come depends on how far the handshake is';

const offList =
  'The client has listed what it can do. A choice off its list comes from a faulty server, or from somebody in between.';

const lessons: Readonly<Record<FaultCause, (p: Parties) => string>> = {
  'malformed-message': () =>
    'Every message is made of fields, and their lengths must fit to the byte. To guess where they do not would be dangerous: two readers that guess differently can be played off against each other.',
  'malformed-alert': () => 'An alert has two bytes, a level and a number. Anything else says nothing.',
  'empty-handshake-fragment': () =>
    'A record of handshake without content costs its sender nothing and keeps the receiver busy. So there must be none.',
  'empty-alert-fragment': () =>
    'An alert fits into one record and must not be spread over several. An empty one says nothing.',
  'message-too-long': () =>
    'The header of a message can announce up to 16 million bytes. Whoever believes that sets memory aside for a stranger, so each side has a limit of its own.',
  'record-too-long': () =>
    'A record holds up to 16,384 bytes, and a little more once it is sealed. Both are checked: the length in its header before anything else is read, that of its content as soon as it is open.',
  'unknown-content-type': () =>
    'The first byte of a record says what it carries, and this side speaks four kinds. Another one belongs to something that the two have not agreed on, is not TLS at all, or was spoiled on the way.',
  'no-content-type': () =>
    'In TLS 1.3 the true kind of a record stands behind its content, and zeros may follow as padding. A record of nothing but zeros has no kind.',
  'bad-record-mac': ({ meddled }) =>
    meddled === 'in the clear'
      ? 'Both sides make their keys from the handshake as they saw it. They have not seen the same, so they hold different keys, and what one seals the other can’t open.'
      : 'Every protected record carries a tag that only fits these very bytes, this very place in the sequence and these keys. One flipped bit is enough to break it, and so is a record that comes twice, or a key that differs.',
  'unexpected-message': () =>
    'Each state accepts certain messages and no others. To be lenient here would mean to skip a check: attacks on TLS have been built from that.',
  'unexpected-record': () =>
    `${fewKinds}: no data before it is done, and nothing unprotected once there are keys. Otherwise a stranger could slip in words of their own.`,
  'unexpected-change-cipher-spec': ({ version }) =>
    version === '1.2'
      ? 'In TLS 1.2 this single byte, 1, switches the keys. In any other form it means nothing.'
      : 'TLS 1.3 has no use for this byte, but lets it pass during the handshake: old firewalls like to see it. Before and after, and in any other form, it is out of place.',
  'key-change-inside-message': () =>
    'A message must not begin under one key and end under another. Otherwise somebody could write its unprotected half, and so decide what the protected half means.',
  'interleaved-record': () =>
    'A message may be spread over several records, but these must follow one another. Otherwise somebody could slip an alert or data into the middle of it.',
  flood: () =>
    'Empty records, warnings, tickets, new keys, early data that nobody wants: all this is allowed, and moves nothing on. It costs the sender little and the receiver work, so there is a limit to how much of it may come.',

  'no-common-version': () =>
    'Each side speaks certain versions of TLS. Where the lists do not meet, there is no language to go on in. Old programs get to know this when a server switches off what they speak.',
  'obsolete-version': () =>
    'SSL 3.0 can be broken, so nobody may speak it (RFC 7568). The old field counts no more where supported_versions is there, but its number alone is reason to refuse: an honest program writes TLS 1.2 there.',
  'no-common-suite': ({ version }) =>
    version === '1.2'
      ? 'In TLS 1.2 a suite is a whole recipe: key exchange, kind of signature, cipher, hash. If one of them differs, nothing fits.'
      : 'A suite names the cipher that protects records and the hash that keys are made with. Both sides have to know it.',
  'no-common-group': () =>
    'A group is the arithmetic in which keys are exchanged, a certain curve for instance. Both sides have to compute in the same one.',
  'no-common-scheme': () =>
    'Each side lists the kinds of signature that it can verify. The other needs a certificate whose key can make one of them.',
  'no-common-protocol': () =>
    'With ALPN the client says what it wants to speak over the connection, HTTP/2 for instance. A server that speaks none of it had better say so than guess: attacks have been built from such misunderstandings.',
  'name-not-plain': () =>
    'Names of hosts consist of letters, digits and hyphens. An underscore is common all the same, and most programs take it.',
  'no-server-certificate': () =>
    'A client may stay unknown, a server may not: it has to show a certificate that goes with what was chosen.',
  'no-private-key': () =>
    'A certificate is public; only whoever holds its private key can prove to be the one that it names. Without the key the handshake can’t go on.',
  'authorities-too-long': () =>
    'A server that asks for a certificate names the CAs that it trusts. A store of all public CAs is too long for that, and seldom what is meant.',
  'missing-extension': () =>
    'Some extensions are optional in name only: without key shares or signature schemes TLS 1.3 has nothing to make keys or proofs from.',
  'duplicate-extension': () =>
    'Of two that differ, one reader could go by the first and another by the second. So a second one is an error, whatever it says.',
  'misplaced-extension': () =>
    'Each extension belongs into certain messages. In another one it could mean something that nobody has thought of, or be read before it is protected.',
  'unsolicited-extension': () =>
    'An answer may only answer what was asked. Otherwise the other side could switch something on that this side does not expect.',
  'bad-compression': () =>
    'Compression inside TLS gave secrets away: the length of a compressed record shows whether a guess was right (CRIME, 2012). So “no compression” is the only method that is left.',
  'version-not-offered': () => offList,
  'suite-not-offered': () => offList,
  'suite-changed': () =>
    'With its HelloRetryRequest the server has settled on a suite. If it could change that afterwards, somebody in between could swap it.',
  'group-not-offered': () =>
    'Groups are negotiated: each side may use only those that the other has listed. One that is not on the list may be too weak, or unknown.',
  'group-without-share': () =>
    'The server’s half only goes with a half that the client has sent. For any other group it must ask first, with HelloRetryRequest.',
  'protocol-not-offered': () => offList,
  'session-id-not-echoed': () =>
    'In TLS 1.3 the session id has lost its meaning, but must come back unchanged. If it does not, then somebody else has answered, or something in between has meddled.',
  'bad-key-share': () =>
    'Not all bytes are a point on the curve, and some points lead to a secret that anybody can guess. So a share is looked at before it is used.',
  'needless-retry': () => 'A request that changes nothing would send the client round in circles.',
  'second-retry': () => 'A client’s wrong guess is forgiven once. With no limit, a server could keep it busy for ever.',
  'changed-second-hello': () =>
    'The second ClientHello may bring another key share and a cookie, and may change what goes with early data, a ticket, padding or an extension of the HelloRetryRequest. Any other change may be the work of somebody in between.',
  'downgrade-sentinel': () =>
    'A server that can speak TLS 1.3 but is asked for less leaves a mark in its random: the last eight bytes spell `DOWNGRD` and a number. This client did ask for TLS 1.3. So somebody has changed its ClientHello on the way.',
  'request-context': () =>
    'The context says which request is answered. During the handshake there is one request, and its context is empty.',
  'bad-key-update': () =>
    'A KeyUpdate asks for new keys from the other side, or it does not: 1 or 0. There is no third meaning.',
  'inappropriate-fallback': () =>
    'Some clients try again with an older version when an attempt has failed, and mark the second one with `TLS_FALLBACK_SCSV`. A server that knows a newer version then sees that somebody has made the first attempt fail.',
  'bad-point-formats': () =>
    'Points on a curve could once be written in several ways. Only the uncompressed one is left, so a list without it fits nobody.',
  'bad-renegotiation-info': () =>
    'In the first handshake of a connection this extension is empty, in a later one it holds the Finished of the one before. If the two sides do not agree on which it is, then somebody may have begun the connection before them.',
  'no-secure-renegotiation': () =>
    'TLS 1.2 once let a second handshake follow in a connection without tying it to the first. Somebody in the middle could begin a connection, say something, and pass the client’s handshake on as the second one. With `renegotiation_info` both sides show that they know better. This server does not.',
  'bad-curve-type': () =>
    'A server could once describe a curve of its own making. Nobody can tell in time whether such a curve is safe, so only those with a name are spoken.',

  'empty-server-certificate': () => 'A client may have nothing to show. A server always has to show who it is.',
  'no-client-certificate': ({ version }) =>
    `The client answered the request with an empty Certificate. That is allowed; whether it is enough is for the server to decide, and this one insists.${version === '1.2' ? ' TLS 1.2 has no alert that says so: `handshake_failure` has to do, which could mean many things.' : ''}`,
  'unreadable-certificate': () =>
    'A certificate is written in DER, in which each value has one form only. What can’t be read can’t be judged. A frequent mistake is to send PEM, the text form, instead.',
  'untrusted-issuer': ({ of }) =>
    `The certificate may be perfect in every other way. Anybody can run a CA and issue a certificate with the ${of}’s name; what counts is whether the issuer is on the list.`,
  'certificate-expired': () =>
    'A certificate says itself until when it counts. After that day nobody vouches for it any more, even if nothing else has changed.',
  'certificate-revoked': () =>
    'A CA can take back what it has vouched for: it puts the serial number on a list that it signs. A certificate itself never says so; whoever does not have the list, or does not look at it, takes it as before.',
  'certificate-refused': () =>
    'By the standard `bad_certificate` is for one that is damaged or has a signature that does not hold. Programs send it for much else. Which check failed, only this side knows.',
  'certificate-wrong-purpose': ({ by, of }) =>
    `A certificate says what its key may be used for. One that is made for ${by}s does not make its owner a ${of}.`,
  'certificate-bad-signature': () =>
    'A CA vouches for a certificate with a signature over all that it says. This one does not fit: something was changed after the CA had signed, or it was another key that signed. The standard has `bad_certificate` for this; `decrypt_error` is what OpenSSL sends, and this side does as OpenSSL does.',
  'certificate-unknown': () =>
    '`certificate_unknown` stands for what has no alert of its own. Which check failed, only this side knows.',
  'own-key-may-not-sign': () =>
    'Whoever shows a certificate in a handshake has to sign with its key. A certificate whose keyUsage does not allow that is of no use there.',
  'unsupported-key': () =>
    'A certificate can hold keys of many kinds. Proofs can only be checked with a kind that this side knows.',
  'certificate-does-not-fit-suite': () =>
    'In TLS 1.2 the name of the suite says what kind of key signs or opens secrets: ECDSA (which includes Ed25519) or RSA. The certificate has to hold such a key.',
  'scheme-not-offered': ({ by }) =>
    `The ${by} has listed the signatures that it accepts. What is not on the list may be weak, or unknown to it, so it does not even look whether it fits.`,
  'scheme-does-not-fit-key': ({ version }) =>
    version === '1.2'
      ? 'A signature scheme names a kind of key and a hash. An RSA key can’t make an ECDSA signature, nor the other way round.'
      : 'A signature scheme names a kind of key, in TLS 1.3 down to the curve, and a hash. Another kind of key can’t make such a signature.',
  'bad-signature': (parties) => (parties.meddled ? signedOther(parties) : signedByNobody(parties)),
  'bad-finished': ({ meddled }) =>
    `Finished is a checksum over all messages before it, made with keys that only the two can have. ${
      meddled === 'in the clear'
        ? 'It differs, because some message arrived in another form than it was sent.'
        : 'Its record did open, so both hold the same keys; and nobody has changed a message on the way. What is wrong is the checksum itself: whoever made it did not go by the rules.'
    } The side that refuses can’t tell which, nor need it.`,
};

/** The two did not see the same. */
function signedOther({ by, of, version }: Parties): string {
  const covered =
    version === '1.2' && of === 'server'
      ? 'the randoms and the key share as it knows them'
      : 'the whole handshake as it knows it';
  return `The ${of} signs ${covered}. The ${by} has seen something else, so even a signature with the right key does not fit. Whether a key or a message is wrong it can’t tell, nor need it: either way it must not go on.`;
}

function signedByNobody({ of, version }: Parties): string {
  const copy = 'But a certificate is public, and everybody may have a copy.';
  return version === '1.2' && of === 'server'
    ? `The certificate itself is good. ${copy} The signature in ServerKeyExchange has to show that the key share comes from whoever holds the private key. This one does not.`
    : `The certificate itself is good: it was issued by a CA that is trusted. ${copy} The signature in CertificateVerify has to show that the ${of} also holds the private key. This one does not.`;
}

const chainLessons: Readonly<Partial<Record<Cause, string>>> = {
  'no-issuer':
    'The certificate may be perfect in every other way. Anybody can run a CA and issue a certificate in any name; what counts is whether a path leads from it to somebody on the list. It also breaks when a certificate in between is left out: whoever shows a chain has to send all of it, except the root.',
  'self-signed':
    'Anybody can issue a certificate to themselves. That is no proof, unless the other side has put this very certificate on its list.',
  'issuer-not-ca':
    'Not everybody who has a certificate may issue others. A CA’s certificate says so itself: CA: TRUE. Without this rule every owner of a certificate could make certificates in any name.',
  'issuer-may-not-sign':
    'A CA’s certificate says what its key may do. Without keyCertSign it may not sign certificates.',
  'path-too-long':
    'A CA can be allowed to issue to ends, but not to further CAs. So whoever runs it can’t pass the right on.',
  'not-yet-valid':
    'A certificate says itself from when on it counts. If it should count already, look at the clocks: one of them may be wrong. The standard has `certificate_expired` for this as well; `bad_certificate` is what OpenSSL sends, and this side does as OpenSSL does.',
  'name-mismatch':
    'A good certificate in another name is still a good certificate, for somebody else. Only the name ties it to the server that was wanted: without this check, everybody with any certificate could answer.',
  'weak-key':
    'A short key can be broken, and then anybody can sign with it. There is a least length for each kind: RFC 9325 wants 2048 bits of RSA. OpenSSL calls it the security level: from level 2 on, which Debian and Ubuntu set, RSA needs 2048 bits and SHA-1 signs nothing; at level 1 this key would do. A program at level 2 does not even start with such a certificate of its own (`ee key too small`), so this is seen where the other side is laxer, or older.',
  'weak-digest':
    'A CA signs a digest of the certificate, not the certificate. Whoever can make two texts with one digest may have the CA sign the one and use its signature for the other: with MD5 that was done in 2008, and for SHA-1 it is within reach since 2020. RFC 9325 wants SHA-256, and neither of those. OpenSSL calls it the security level: from level 1 on (level 2 before OpenSSL 3.0) SHA-1 signs nothing, but for a root, whose signature nobody needs. A program at that level does not even start with such a certificate of its own (`ca md too weak`), so this is seen where the other side is laxer, or older.',
  malformed:
    'The rules for certificates leave little room. What breaks them may mean one thing to one reader and another to the next.',
  'no-digital-signature':
    'keyUsage says what a key may do. To prove possession it has to sign the handshake, and for that it needs digitalSignature.',
  'ca-as-leaf': 'A CA’s key should sign certificates and lie in a safe, not take part in handshakes.',
  'unknown-critical-extension':
    'Critical means: who does not understand this must refuse. It may limit what the certificate is good for, so to skip it would be to trust too much.',
  'name-not-permitted':
    'A CA can be limited to certain names, so that a partner’s CA can’t vouch for everybody. This name is outside.',
  'name-excluded': 'A CA can be kept from certain names. This is one of them.',
};
