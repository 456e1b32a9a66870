// What is to be done to which side for each cause, the surest first. It must not know how a program is told to.

import type { OwnCause } from '../../lab/own/index.ts';
import type { Role } from '../../tls/index.ts';
import type { Deed } from './setting.ts';

export interface Task {
  readonly side: Role;
  readonly deed: Deed;
}

interface Sides {
  readonly of: Role;
  readonly by: Role;
}

const on = (side: Role, ...deeds: readonly Deed[]): readonly Task[] => deeds.map((deed) => ({ side, deed }));
const trusting = ({ by }: Sides) => on(by, 'trust');
const showing = ({ of }: Sides) => on(of, 'look', 'show');
const reissuing = ({ of }: Sides) => on(of, 'look', 'issue', 'show');
const pairing = ({ of }: Sides) => on(of, 'pair', 'show');

const tasks: Readonly<Record<OwnCause['what'], (sides: Sides) => readonly Task[]>> = {
  'intermediate not sent': ({ of }) => on(of, 'show'),
  'issuer unknown': ({ of, by }) => [...on(of, 'show'), ...on(by, 'trust')],
  'CA not trusted': trusting,
  'trust mixed up': ({ of, by }) => [...on(by, 'trust'), ...on(of, 'trust')],
  'nobody trusted': trusting,
  'renewed CA': trusting,
  'renewed or damaged': ({ of, by }) => [...on(by, 'trust'), ...on(of, 'show')],
  'only the intermediate trusted': ({ by }) => on(by, 'trust', 'partial chains'),
  'self-signed': trusting,
  'name written otherwise': reissuing,
  'odd name': () => on('client', 'name'),
  expired: showing,
  'not yet valid': showing,
  'wrong purpose': reissuing,
  'not a CA': showing,
  'path length': showing,
  depth: ({ by }) => on(by, 'depth'),
  'name constraints': showing,
  'critical extension': reissuing,
  'key usage': reissuing,
  'CA as leaf': reissuing,
  weak: reissuing,
  'unusual key': reissuing,
  'weak signature': reissuing,
  damaged: showing,
  'broken rule': reissuing,
  'other name': () => [...on('client', 'name'), ...on('server', 'look', 'issue', 'show')],
  revoked: reissuing,
  'revocation list': ({ by }) => on(by, 'lists'),
  'no certificate': ({ of }) => [...on(of, 'show'), ...(of === 'client' ? on('server', 'ask') : [])],
  'list too long': trusting,
  'no common version': ({ of, by }) => [...on(of, 'versions'), ...on(by, 'versions')],
  'scheme not listed': ({ of, by }) => [...on(by, 'schemes'), ...on(of, 'issue')],
  'key of another': pairing,
  'CA first': pairing,
  'no certificate in the file': showing,
  'no key in the file': showing,
  'key locked': showing,
  'key missing': showing,
  'key refused': reissuing,
  'weak file': reissuing,
  'unreadable certificate': reissuing,
  'out of order': showing,
  'nobody named': reissuing,
  'too many certificates': showing,
  'nothing to trust': ({ of }) => on(of, 'trust'),
  'signed with another key': pairing,
};

/** What is to be done to which side. */
export function tasksFor(cause: OwnCause): readonly Task[] {
  const by = 'by' in cause ? cause.by : cause.of === 'client' ? 'server' : 'client';
  return tasks[cause.what]({ of: cause.of, by });
}
