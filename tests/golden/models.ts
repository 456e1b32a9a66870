// Hand-made models for the pictures of the tests: a whole mutual handshake, one that the server refuses, one that suffers on
// the wire. Their words are examples; no engine ran.

import type { Actor, Band, Message, Model, Row, Side } from '../../src/diagram/index.ts';

const actor = (title: string, state: string, tone: Actor['tone'], knows: string, checks = ''): Actor => ({
  title,
  state,
  tone,
  knows,
  checks,
});

const message = (id: string, step: number, from: Side, title: string, more: Partial<Message> = {}): Message => ({
  kind: 'message',
  id,
  step,
  from,
  title,
  epoch: 'handshake',
  ...more,
});

const bands: readonly Band[] = [
  { id: 'negotiation', title: 'Negotiation and key exchange', from: 'ch' },
  { id: 'server', title: 'Authentication of the server', from: 'ee' },
  { id: 'client', title: 'Authentication of the client', from: 'c-cert' },
  { id: 'data', title: 'Application data', from: 'get' },
];

/** Everything up to the client's Finished, as it is in every full mutual handshake. */
const opening: readonly Row[] = [
  message('ch', 1, 'left', 'ClientHello', { epoch: 'cleartext', caption: 'versions, suites, key share, server name' }),
  message('sh', 2, 'right', 'ServerHello', { epoch: 'cleartext', caption: 'TLS 1.3, AES-128-GCM, key share' }),
  { kind: 'keys', id: 's-hs', step: 2, at: 'right', direction: 'both', epoch: 'handshake', text: 'handshake keys' },
  { kind: 'keys', id: 'c-hs', step: 2, at: 'left', direction: 'both', epoch: 'handshake', text: 'same keys' },
  message('ee', 3, 'right', 'EncryptedExtensions', { caption: 'no ALPN' }),
  message('cr', 4, 'right', 'CertificateRequest', { caption: 'who are you' }),
  message('s-cert', 5, 'right', 'Certificate', { caption: 'CN=api.example' }),
  { kind: 'work', id: 'c-chain', step: 5, at: 'left', text: 'chain, name, validity', outcome: 'passed' },
  message('s-cv', 6, 'right', 'CertificateVerify', { caption: 'signs everything so far' }),
  { kind: 'work', id: 'c-signature', step: 6, at: 'left', text: 'signature', outcome: 'passed' },
  message('s-fin', 7, 'right', 'Finished', { caption: 'a MAC over everything so far' }),
  {
    kind: 'keys',
    id: 's-ap',
    step: 7,
    at: 'right',
    direction: 'write',
    epoch: 'application',
    text: 'application keys',
  },
  { kind: 'work', id: 'c-finished', step: 7, at: 'left', text: 'Finished', outcome: 'passed' },
  message('c-cert', 8, 'left', 'Certificate', { caption: 'CN=client.example' }),
  message('c-cv', 9, 'left', 'CertificateVerify', { caption: 'signs everything so far' }),
  message('c-fin', 10, 'left', 'Finished', { caption: 'a MAC over everything so far' }),
  { kind: 'keys', id: 'c-ap', step: 10, at: 'left', direction: 'both', epoch: 'application', text: 'connected' },
];

const brackets = [{ id: 'flight', rows: ['ee', 'cr', 's-cert', 's-cv', 's-fin'], text: 'one record, 1,037 bytes' }];
const legend = {
  epochs: [
    { epoch: 'cleartext', text: 'clear text' },
    { epoch: 'handshake', text: 'handshake keys' },
    { epoch: 'application', text: 'application keys' },
  ],
  slim: 'slim: reads with other keys',
} as const;

/** Ten handshake messages, data both ways, both sides close. */
export const complete: Model = {
  actors: {
    left: {
      ...actor('Client', 'ends connected', 'good', 'knows api.example', 'checked chain, name, signature, Finished'),
      endsAt: 's-close',
    },
    right: {
      ...actor('Server', 'ends connected', 'good', 'knows client.example', 'checked chain, signature, Finished'),
      endsAt: 'c-close',
    },
  },
  bands,
  rows: [
    ...opening,
    { kind: 'work', id: 's-chain', step: 10, at: 'right', text: 'chain, signature, Finished', outcome: 'passed' },
    { kind: 'keys', id: 's-ap2', step: 10, at: 'right', direction: 'read', epoch: 'application', text: 'connected' },
    message('get', 11, 'left', 'GET /', { epoch: 'application', caption: 'application data, 34 bytes' }),
    message('ok', 12, 'right', '200 OK', { epoch: 'application', caption: 'application data, 120 bytes' }),
    message('c-close', 13, 'left', 'close_notify', { epoch: 'application' }),
    message('s-close', 14, 'right', 'close_notify', { epoch: 'application' }),
  ],
  brackets,
  legend,
  playhead: 14,
};

/** The client's CA is not one the server trusts; the client was connected by then. */
export const refused: Model = {
  actors: {
    left: {
      ...actor('Client', 'connected', 'good', 'knows api.example', 'checked chain, name, signature, Finished'),
      endsAt: 'alert',
    },
    right: { ...actor('Server', 'refused the client', 'bad', 'knows nobody'), endsAt: 'alert' },
  },
  bands,
  rows: [
    ...opening,
    {
      kind: 'work',
      id: 's-chain',
      step: 10,
      at: 'right',
      text: 'issuer not trusted',
      outcome: 'failed',
      reason: 'ends at CN=Stranger Root CA',
    },
    message('alert', 11, 'right', 'alert: unknown_ca (48)', { epoch: 'application', alert: true }),
    message('get', 11, 'left', 'GET /', { epoch: 'application', ghost: true }),
    message('ok', 11, 'right', '200 OK', { epoch: 'application', ghost: true }),
  ],
  brackets,
  legend,
  ghostNote: 'what would have followed',
  current: 's-chain',
  playhead: 11,
};

/** A byte is flipped and a message is lost, under way in the middle of a step. */
export const disturbed: Model = {
  actors: {
    left: actor('Client', 'waits for CertificateRequest or Certificate', 'calm', 'knows nobody yet'),
    right: { ...actor('Server', 'waits for Finished', 'calm', 'knows nobody yet'), dimmed: true },
  },
  bands,
  rows: opening.map((row) => {
    if (row.id === 'sh') return { ...row, interference: 'one bit flipped' } as Row;
    return row.id === 'ee' ? ({ ...row, lost: true, interference: 'dropped' } as Row) : row;
  }),
  brackets,
  legend,
  hovered: 'ch',
  playhead: 4.4,
};
