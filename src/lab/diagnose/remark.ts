// What there is to say of a line besides who refused what: about files that were not usable, about answers that no handshake gave, and
// about reasons that nothing here fails for. Names only: whoever has words tells them.

/** A file or a store that a program could not use: nothing was sent yet. */
export type Mishap =
  | 'key-of-another'
  | 'no-pem'
  | 'not-readable'
  | 'no-file'
  | 'wrong-password'
  | 'password-needed'
  | 'mac'
  | 'old-encryption'
  | 'keystore-password'
  | 'keystore-format'
  | 'no-anchors'
  | 'anchors-not-loaded'
  | 'weak-key'
  | 'weak-digest'
  | 'no-key'
  | 'key-out-of-reach'
  | 'windows-security'
  | 'keychain'
  | 'strange-key'
  | 'token'
  | 'no-certificate-set'
  | 'settings';

/** Something that is decided elsewhere than in a handshake, or in none that is played here. */
export type Beside =
  | 'nginx-none'
  | 'nginx-refused'
  | 'nginx-plain-http'
  | 'iis-required'
  | 'iis-revoked'
  | 'iis-untrusted'
  | 'iis-dates'
  | 'misdirected'
  | 'forbidden'
  | 'unauthorized'
  | 'envoy-upstream'
  | 'gateway'
  | 'url-session-required'
  | 'url-session-rejected'
  | 'after-the-handshake'
  | 'authorities-too-long'
  | 'renegotiation-asked'
  | 'renegotiation-unsafe'
  | 'plain-text'
  | 'proxy-refused'
  | 'account'
  | 'shows-none'
  | 'unreachable'
  | 'no-sni';

/** A reason to refuse a certificate that no entry of the catalogue fails for, by its family. */
export type Unplayed =
  | 'crl-form'
  | 'crl-scope'
  | 'crl-issuer'
  | 'policy'
  | 'proxy-certificate'
  | 'resources'
  | 'suite-b'
  | 'email'
  | 'dane'
  | 'lookup'
  | 'transparency'
  | 'ocsp'
  | 'strict-form'
  | 'explicit-curve'
  | 'raw-key'
  | 'program'
  | 'constraint-form'
  | 'key-form'
  | 'rejected'
  | 'loop'
  | 'mismatched-algorithms'
  | 'fingerprint'
  | 'old-version';

export type Remark = Mishap | Beside | Unplayed;
