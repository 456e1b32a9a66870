// Which phase of the handshake a step belongs to. It knows names of messages and nothing else.

import type { Role } from '../tls/index.ts';
import type { Phase, Step } from './timeline.ts';

const byName: Readonly<Record<Role, Readonly<Record<string, Phase>>>> = {
  client: {
    ClientHello: 'negotiation',
    Certificate: 'client authentication',
    CertificateVerify: 'client authentication',
  },
  server: {
    ServerHello: 'negotiation',
    HelloRetryRequest: 'negotiation',
    EncryptedExtensions: 'server authentication',
    CertificateRequest: 'server authentication',
    Certificate: 'server authentication',
    CertificateVerify: 'server authentication',
    Finished: 'server authentication',
  },
};

const afterwards: readonly string[] = ['NewSessionTicket', 'KeyUpdate'];

/**
 * The phase of a step.
 * @param current the phase of what its speaker heard or said before. Alerts, ChangeCipherSpec and unknown messages stay in it, and so
 * does the client's Finished: it ends the authentication of the client, or of the server alone where nobody asked for the client's.
 */
export function phaseOf(kind: Step['kind'], name: string, from: Role, current: Phase | undefined): Phase {
  if (kind === 'data' || (kind === 'message' && afterwards.includes(name))) return 'application data';
  return (kind === 'message' ? byName[from][name] : undefined) ?? current ?? 'negotiation';
}
