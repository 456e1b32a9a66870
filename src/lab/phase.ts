// Which phase of the handshake a step belongs to, in either version. It knows names of messages and nothing else.

import type { Role } from '../tls/index.ts';
import { phases } from './time.ts';
import type { Phase, Step } from './timeline.ts';

const byName: Readonly<Record<Role, Readonly<Record<string, Phase>>>> = {
  client: {
    ClientHello: 'negotiation',
    Certificate: 'client authentication',
    ClientKeyExchange: 'client authentication',
    CertificateVerify: 'client authentication',
  },
  server: {
    ServerHello: 'negotiation',
    HelloRetryRequest: 'negotiation',
    EncryptedExtensions: 'server authentication',
    CertificateRequest: 'server authentication',
    Certificate: 'server authentication',
    ServerKeyExchange: 'server authentication',
    ServerHelloDone: 'server authentication',
    CertificateVerify: 'server authentication',
    Finished: 'server authentication',
  },
};

const afterwards: readonly string[] = ['NewSessionTicket', 'KeyUpdate'];

/**
 * The phase of a step. None goes back: in TLS 1.2 the server's Finished answers the client's, so it ends the client's part.
 * @param current the phase of what its speaker heard or said before. Alerts, ChangeCipherSpec and unknown messages stay in it, and so
 * does the client's Finished: it ends the authentication of the client, or of the server alone where nobody asked for the client's.
 */
export function phaseOf(kind: Step['kind'], name: string, from: Role, current: Phase = 'negotiation'): Phase {
  if (kind === 'data' || (kind === 'message' && afterwards.includes(name))) return 'application data';
  const own = kind === 'message' ? byName[from][name] : undefined;
  return own !== undefined && phases.indexOf(own) > phases.indexOf(current) ? own : current;
}
