// What Erlang and Bouncy Castle say; both tell whose alert it is, and whether it was received.

import { type AlertName, alertDescriptions } from '../../tls/index.ts';
import { numbered, received } from './numbered.ts';
import { sent } from './sent.ts';
import { certificateCheckedBy, checkedBy, type Spelling, weights } from './spelling.ts';

const server = { side: 'server' } as const;

/** The RFC's names in words, as they come in plain text; Erlang and OpenSSL spell two otherwise. */
const names = Object.keys(alertDescriptions.codes).map((name) =>
  name.replace('_RESERVED', '').toLowerCase().replaceAll('_', ' '),
);
const name = `(${[...names, 'user cancelled'].sort((a, b) => b.length - a.length).join('|')})`;

function alertNamed(words: string): AlertName | undefined {
  const found = Object.keys(alertDescriptions.codes).find(
    (each) => each.replace('_RESERVED', '').toLowerCase().replaceAll('_', ' ') === words,
  );
  return (words === 'user cancelled' ? 'user_canceled' : found) as AlertName | undefined;
}

/** Erlang/OTP lib/ssl/src/ssl_alert.erl, alert_txt: whose alert it is, and whether it was generated here or received. */
const erlangAlerts: Spelling = {
  program: 'Erlang',
  find: new RegExp(`\\b(generated|received) (client|server) alert: (?:fatal|warning) - ${name}`, 'g'),
  says: ([, way, of = 'client', words = '']) => {
    const alert = alertNamed(words);
    if (!alert || alert === 'close_notify') return undefined;
    const side = way === 'generated' ? of : of === 'client' ? 'server' : 'client';
    if (way === 'received') return { kind: 'alert', alerts: [alert], side: side as 'client' };
    const says = sent(alert);
    return says && { ...says, side: side as 'client' };
  },
  weight: weights.alert,
};

const erlang = [
  erlangAlerts,
  // Up to OTP 20, the same file: `SSL: state: file:line:Fatal error: name`; what was received is told by ssl_alert.erl.
  {
    program: 'Erlang',
    find: new RegExp(`\\bssl: [a-z ]{1,30}: ([a-z0-9 ]{1,40})\\.erl:\\d{1,5}:fatal error: ${name}`, 'g'),
    says: ([, file, words = '']: RegExpExecArray) => {
      const alert = alertNamed(words);
      if (!alert || alert === 'close_notify') return undefined;
      return file === 'ssl alert' ? ({ kind: 'alert', alerts: [alert] } as const) : sent(alert);
    },
    weight: weights.alert,
  },
  // The same file: in a tuple, where the text that says whose it is was left out.
  {
    program: 'Erlang',
    find: new RegExp(`\\{(?:error, ?\\{)?tls alert, ?\\{?["']?${name}\\b`, 'g'),
    says: ([, words = '']: RegExpExecArray) => {
      const alert = alertNamed(words);
      return alert && alert !== 'close_notify' ? ({ kind: 'alert', alerts: [alert] } as const) : undefined;
    },
    weight: weights.vague,
  },
  // lib/public_key/src/pubkey_cert.erl and lib/ssl/src/ssl_certificate.erl: reasons of path validation.
  ...certificateCheckedBy('Erlang', {
    'bad cert,cert expired': 'expired',
    'bad cert, cert expired': 'expired',
    'bad cert,unknown ca': 'no-issuer',
    'bad cert, unknown ca': 'no-issuer',
    'bad cert,selfsigned peer': 'self-signed',
    'bad cert, selfsigned peer': 'self-signed',
    'bad cert,invalid issuer': 'no-issuer',
    'bad cert,invalid signature': 'bad-signature',
    'bad cert,name not permitted': 'name-not-permitted',
    'bad cert,missing basic constraint': 'issuer-not-ca',
    'bad cert,invalid key usage': 'no-digital-signature',
    'bad cert,max path length reached': 'path-too-long',
    'bad cert,{revoked': 'revoked',
    'bad cert, {revoked': 'revoked',
    'bad cert,{revocation status undetermined': 'no-revocation-list',
    'bad cert,revocation status undetermined': 'no-revocation-list',
    'bad cert,invalid ext key usage': 'wrong-usage',
    'bad cert,{invalid ext key usage': 'wrong-usage',
    'bad cert,{key usage mismatch': 'wrong-usage',
    'bad cert,{unsupported extension': 'unknown-critical-extension',
    'bad cert,hostname check failed': 'name-mismatch',
    'bad cert, hostname check failed': 'name-mismatch',
    'bad cert,{hostname check failed': 'name-mismatch',
    'key usage mismatch,{{': 'wrong-usage',
    'key usage mismatch, {{': 'wrong-usage',
    'invalid ext key usage': 'wrong-usage',
    'cert expired': 'expired',
    'selfsigned peer': 'self-signed',
    'hostname check failed': 'name-mismatch',
  }),
  ...checkedBy('Erlang', {
    'insufficient crypto support': 'no-common-suite',
    'no suitable ciphers': 'no-common-suite',
    'no suitable public key': 'no-common-scheme',
    'unable to supply acceptable cert': 'no-common-scheme',
  }),
  ...checkedBy(
    'Erlang',
    {
      'no peer cert': 'no-client-certificate',
    },
    server,
  ),
];

/** Bouncy Castle tls/TlsFatalAlert, TlsFatalAlertReceived and AlertDescription.getText: `handshake_failure(40)`. */
const bouncyCastle: readonly Spelling[] = [
  {
    program: 'Bouncy Castle',
    find: /\btlsfatalalertreceived: [a-z ]{1,40}\((\d{1,3})\)/g,
    says: ([, number]) => received(Number(number)),
    weight: weights.alert,
  },
  {
    program: 'Bouncy Castle',
    find: /\btlsfatalalert: [a-z ]{1,40}\((\d{1,3})\)/g,
    says: ([, number]) => sent(numbered(Number(number))),
    weight: weights.alert,
  },
  // org/bouncycastle/jsse/provider/ProvTlsServer.java and ProvTlsClient.java.
  {
    program: 'Bouncy Castle',
    find: /\b(server|client)(?: #\d+| @[0-9a-f]+)?[^\n]{0,20} (received|raised) fatal\(2\) [a-z ]{1,40}\((\d{1,3})\) alert/g,
    says: ([, side, way, number]) => {
      const says = way === 'received' ? received(Number(number)) : sent(numbered(Number(number)));
      return says && { ...says, side: side as 'client' };
    },
    weight: weights.alert,
  },
];

export const erlangSpellings: readonly Spelling[] = [...(erlang as Spelling[]), ...bouncyCastle];
