// What a side would refuse in a state: every message of its version that the state does not accept. Kept to the engine's tables by a
// test. Its words come from words/states.ts.

import type { MessageName, Role, Version } from '../../tls/index.ts';
import { refuses } from '../../words/states.ts';
import { rich } from '../rich.ts';
import type { Refused } from './ladder.ts';

/** Every message of a version, in the standards' order. In TLS 1.2 ChangeCipherSpec is waited for like a message. */
export const spoken: Readonly<Record<Version, readonly (MessageName | 'ChangeCipherSpec')[]>> = {
  '1.3': [
    'ClientHello',
    'ServerHello',
    'HelloRetryRequest',
    'EncryptedExtensions',
    'CertificateRequest',
    'Certificate',
    'CertificateVerify',
    'Finished',
    'NewSessionTicket',
    'KeyUpdate',
  ],
  '1.2': [
    'HelloRequest',
    'ClientHello',
    'ServerHello',
    'Certificate',
    'ServerKeyExchange',
    'CertificateRequest',
    'ServerHelloDone',
    'ClientKeyExchange',
    'CertificateVerify',
    'ChangeCipherSpec',
    'Finished',
    'NewSessionTicket',
  ],
};

/** Where a side is. */
export interface Waiting {
  readonly of: Role;
  readonly version: Version;
  readonly state: string;
  /** What the state accepts. */
  readonly accepts: readonly string[];
  /** Whether it has heard any message yet. */
  readonly begun: boolean;
}

/** What the state takes, in the version that is spoken: the table of the hellos holds the answers of both versions. */
export function acceptedIn({ version, accepts }: Pick<Waiting, 'version' | 'accepts'>): readonly string[] {
  return accepts.filter((name) => version === '1.3' || name !== 'HelloRetryRequest');
}

/** Whether a ChangeCipherSpec of TLS 1.3 would be passed over (RFC 9846 section 5). */
export function passesChangeCipherSpec({ of, version, state, begun }: Waiting): boolean {
  return version === '1.3' && state !== 'CONNECTED' && (of === 'client' || begun);
}

/** Whether a HelloRequest of TLS 1.2 would be passed over (RFC 5246 section 7.4.1.1). */
export function passesHelloRequest({ of, version, state }: Waiting): boolean {
  return version === '1.2' && of === 'client' && state !== 'START' && state !== 'CONNECTED';
}

/** What would be refused with `unexpected_message`. */
export function refusedIn(waiting: Waiting): Refused {
  const accepted = acceptedIn(waiting);
  const disguise = waiting.version === '1.3' && !passesChangeCipherSpec(waiting) ? ['ChangeCipherSpec'] : [];
  const data = waiting.state === 'CONNECTED' ? [] : [applicationData];
  const taken = passesHelloRequest(waiting) ? [...accepted, 'HelloRequest'] : accepted;
  const names = [...spoken[waiting.version], ...disguise, ...data].filter((name) => !taken.includes(name));
  const example = examples.find((name) => names.includes(name)) ?? names[0] ?? '';
  return { text: rich(refuses.anything(example)), names };
}

const applicationData = 'application data';

/** The best known first. */
const examples: readonly string[] = ['Finished', applicationData];
