// What somebody should know of their own certificates although it works, in sentences.

import type { Warning } from '../../lab/own/index.ts';
import { checkReason } from '../causes/index.ts';
import { type Sentences, told } from '../causes/telling.ts';
import { counted } from '../grammar.ts';

/** One thing that does not keep it from working: one sentence. */
export function warningSentence(warning: Warning): string {
  return told(warnings, warning);
}

const warnings: Sentences<Warning> = {
  check: ({ of, check }) => `The ${of}’s chain, ${check.subject}: ${checkReason(check)}`,
  'expires soon': ({ of, subject, days }) =>
    `In the ${of}’s chain, the certificate of ${subject} expires ${days === 0 ? 'within a day' : `in ${counted(days, 'day')}`}.`,
  'weak signature': ({ of, subject, algorithm }) =>
    `In the ${of}’s chain, the certificate of ${subject} is signed with ${algorithm}, which most programs refuse.`,
  'weak key': ({ of, subject, bits }) =>
    `In the ${of}’s chain, the key of ${subject} has ${bits} bits: OpenSSL, at its usual security level 2, refuses RSA keys below 2048.`,
  'name in CN only': ({ subject }) =>
    `The server’s certificate has its name, ${subject}, only in the CN: Go and browsers look for a subject alternative name.`,
  'intermediate from trust': ({ of, by, subject }) =>
    `The ${of} does not send the intermediate ${subject}: this ${by} has it in its trust file, and another one would refuse.`,
  'serverAuth only': ({ subject }) =>
    `In the client’s chain, the certificate of ${subject} is for servers only (serverAuth): OpenSSL, Node and Go refuse it for a client.`,
  'trust untried': () =>
    'No certificate was given for the server, so that the CAs that the client is to trust were not tried: it meets the demo’s server, and takes it.',
  'lists unread': ({ told }) =>
    told
      ? 'This server does not look at lists of revoked certificates by itself, whatever it is told: its application has to.'
      : 'The lists of revoked certificates are not looked at: this server has to be told to, with --crl-check.',
  'depth unread': ({ program }) =>
    `A server on ${program} has no setting for how many intermediates it takes: the verify depth changes nothing here.`,
  demo: ({ of, part }) =>
    part === 'certificate'
      ? `No certificate was given for the ${of}: it shows the demo’s.`
      : `Nothing was given for the ${of} to trust: it trusts the demo’s root.`,
};
