// Names of facts and small values in the Explain pane. English, ready for other languages.

import type { Epoch } from '../../tls/index.ts';
import { size } from '../grammar.ts';

export const factNames = {
  versions: 'Versions',
  suites: 'Cipher suites',
  suite: 'Cipher suite',
  group: 'Group',
  groups: 'Groups',
  keyShare: 'Key share',
  serverName: 'Server name',
  protocol: 'Protocol',
  schemes: 'Signature schemes',
  scheme: 'Signature scheme',
  authorities: 'Names',
  certificate: 'Certificate',
  issuer: 'Issued by',
  valid: 'Valid',
  key: 'Key',
  lifetime: 'Lifetime',
  message: 'Message',
  record: 'On the wire',
  protection: 'Protected by',
  alert: 'Alert',
  level: 'Level',
  encrypted: 'Encrypted',
};

export const factValues = {
  protection: (epoch: Epoch, cipher: string | undefined): string => {
    if (epoch === 'cleartext') return 'nothing: everybody can read it';
    return underKeys(epoch, cipher);
  },
  /** @param hidden whether their type does not say what is in them */
  wire: (records: number, bytes: number, shared: boolean, hidden: boolean): string => {
    const count = shared ? 'in one record with others' : records === 1 ? 'one record' : `${records} records`;
    return `${count}, ${size(bytes)}${hidden ? '; called application_data, as all that TLS 1.3 seals' : ''}`;
  },
  levels: { warning: 'warning (1)', fatal: 'fatal (2)' },
  encrypted: (epoch: Epoch, cipher: string | undefined): string =>
    epoch === 'cleartext' ? 'no: everybody can read it' : `yes: ${underKeys(epoch, cipher)}`,
  validity: (from: string, to: string): string => `${from} to ${to}`,
};

function underKeys(epoch: Epoch, cipher: string | undefined): string {
  return `${epoch} keys${cipher ? ` (${cipher})` : ''}`;
}
