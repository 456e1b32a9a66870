// Titles of the layers of bytes, and a sentence about each. English; one place, ready for other languages.

import type { Epoch, Role, Version } from '../tls/index.ts';
import { counted, size } from './grammar.ts';

export const layers = {
  record: (number: number, of: number) => (of > 1 ? `Record ${number} of ${of}` : 'Record'),
  plaintext: (number: number, of: number) => (of > 1 ? `Plaintext of record ${number}` : 'Plaintext'),
  alert: 'Alert',
  changeCipherSpec: 'ChangeCipherSpec',
  data: 'Application data',
  dataType: 'opaque',
  certificate: (name: string) => `X.509: ${name}`,
  unreadable: 'X.509: not readable',
  arrived: (title: string) => `${title}, as it arrived`,
};

export const notes = {
  cleartext: (bytes: number) => `${size(bytes)} on the wire, for everybody to read.`,
  sealed: (epoch: Epoch, bytes: number, sequence: number) =>
    `${size(bytes)} on the wire, sealed with the ${epoch} keys; record ${sequence} under these keys, counted from 0.`,
  changed: 'These bytes were changed on the wire; this is how they arrived.',
  dropped: 'This record was lost on the wire.',
  plaintext: (sealedBy: Role) => `What the ${sealedBy} sealed. Nobody on the wire sees it.`,
  messageWhole: 'The handshake message, with its header of four bytes.',
  messagePieces: (pieces: number) => `The handshake message, put together from ${counted(pieces, 'record')}.`,
  alert: 'An alert has two bytes.',
  changeCipherSpec: {
    '1.2': 'One byte: from the next record on, the sender’s records are protected.',
    '1.3': 'One byte without meaning.',
  } satisfies Record<Version, string>,
  data: 'What the application said.',
  certificate: (place: number) =>
    place === 0 ? 'The sender’s own certificate, in DER.' : `Certificate ${place + 1} of the chain, in DER.`,
};
