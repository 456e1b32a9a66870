// What of the table of settings is missing, and why: nobody should take a blank for "nothing to do". Data only; a test holds that it is all.

import type { Role } from '../../tls/index.ts';
import type { ProgramName } from './programs.ts';
import type { Deed } from './setting.ts';

export interface Gap {
  readonly program: ProgramName;
  readonly side: Role;
  readonly deeds: readonly Deed[];
  readonly why: string;
}

const none = 'It has no setting for this.';
const unfound = 'Nothing was found for it in its documentation.';
const elsewhere = 'What it is built on decides.';

export const gaps: readonly Gap[] = [
  { program: 'nginx', side: 'server', deeds: ['partial chains'], why: unfound },
  { program: 'nginx', side: 'client', deeds: ['partial chains', 'schemes'], why: unfound },
  { program: 'apache', side: 'server', deeds: ['partial chains'], why: unfound },
  { program: 'apache', side: 'client', deeds: ['partial chains', 'schemes'], why: unfound },
  { program: 'haproxy', side: 'server', deeds: ['partial chains', 'depth', 'schemes'], why: unfound },
  { program: 'haproxy', side: 'client', deeds: ['partial chains', 'depth', 'schemes'], why: unfound },
  {
    program: 'envoy',
    side: 'server',
    deeds: ['partial chains'],
    why: 'Nothing is to be set: it takes a trusted intermediate for an end of the chain.',
  },
  {
    program: 'envoy',
    side: 'client',
    deeds: ['partial chains'],
    why: 'Nothing is to be set: it takes a trusted intermediate for an end of the chain.',
  },
  {
    program: 'node',
    side: 'server',
    deeds: ['partial chains'],
    why: 'In the versions that were tried, 20.20 and 26.12, tls.createServer does not heed allowPartialTrustChain.',
  },
  { program: 'node', side: 'server', deeds: ['depth'], why: none },
  { program: 'node', side: 'client', deeds: ['depth'], why: none },
  {
    program: 'go',
    side: 'server',
    deeds: ['partial chains'],
    why: 'Nothing is to be set: whatever is in the pool is an end of the chain.',
  },
  {
    program: 'go',
    side: 'client',
    deeds: ['partial chains'],
    why: 'Nothing is to be set: whatever is in the pool is an end of the chain.',
  },
  { program: 'go', side: 'server', deeds: ['depth', 'schemes'], why: none },
  { program: 'go', side: 'client', deeds: ['depth', 'schemes'], why: none },
  {
    program: 'java',
    side: 'server',
    deeds: ['partial chains'],
    why: 'Nothing is to be set: whatever is in the trust store is an end of the chain.',
  },
  {
    program: 'java',
    side: 'client',
    deeds: ['partial chains'],
    why: 'Nothing is to be set: whatever is in the trust store is an end of the chain.',
  },
  { program: 'java', side: 'server', deeds: ['schemes'], why: unfound },
  { program: 'java', side: 'client', deeds: ['schemes'], why: unfound },
  { program: 'python', side: 'server', deeds: ['depth', 'schemes'], why: unfound },
  { program: 'python', side: 'client', deeds: ['depth', 'schemes'], why: unfound },
  {
    program: 'curl',
    side: 'client',
    deeds: ['partial chains'],
    why: 'Nothing is to be set: with OpenSSL it takes a trusted intermediate for an end of the chain, unless it has lists of revoked certificates.',
  },
  { program: 'curl', side: 'client', deeds: ['depth', 'schemes'], why: unfound },
  {
    program: 'dotnet',
    side: 'server',
    deeds: ['demand'],
    why: 'It only asks: a connection without a certificate has to be refused by RemoteCertificateValidationCallback.',
  },
  { program: 'dotnet', side: 'server', deeds: ['partial chains', 'depth', 'lists', 'schemes'], why: elsewhere },
  { program: 'dotnet', side: 'client', deeds: ['partial chains', 'depth', 'lists', 'schemes'], why: elsewhere },
  { program: 'postgresql', side: 'server', deeds: ['partial chains', 'depth', 'schemes'], why: unfound },
  { program: 'postgresql', side: 'client', deeds: ['partial chains', 'depth', 'schemes'], why: unfound },
  { program: 'kafka', side: 'server', deeds: ['partial chains', 'depth', 'lists', 'schemes'], why: elsewhere },
  { program: 'kafka', side: 'client', deeds: ['partial chains', 'depth', 'lists', 'schemes'], why: elsewhere },
  { program: 'mosquitto', side: 'server', deeds: ['partial chains', 'depth', 'schemes'], why: unfound },
  { program: 'mosquitto', side: 'client', deeds: ['partial chains', 'depth', 'lists', 'schemes'], why: unfound },
];
