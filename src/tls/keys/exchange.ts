// The key exchange in a group, in either version (RFC 9846 section 7.4, RFC 8422 section 5.10): one side makes a share, the other answers,
// the first one finishes. It knows no messages, and notes nothing: when a side has a value is for its handshake to say.

import type { Bytes } from '../../bytes/index.ts';
import type { Env, Group, KeyShare } from '../../crypto/index.ts';
import type { Role } from '../terms.ts';
import type { Agreed, Share } from './secret.ts';

/** What both shares give together. */
interface Agreement {
  readonly share: Share;
  readonly agreed: Agreed;
}

/** A fresh share. */
export function freshShare(group: Group, of: Role, env: Env): Share {
  return shareOf(group, of, group.share(env));
}

/** Answers the peer's share with a fresh one; undefined when it is of no use. */
export function answerShare(group: Group, of: Role, env: Env, theirs: Bytes, id: Agreed['id']): Agreement | undefined {
  const answer = group.answer(env, theirs);
  if (!answer) return undefined;
  const { own, secret } = answer;
  const share = shareOf(group, of, own);
  return { share, agreed: agreed(share, theirs, secret, id) };
}

/** What the peer's answer to a share of this side's leads to; undefined when it is of no use. */
export function finishShare(group: Group, share: Share, theirs: Bytes, id: Agreed['id']): Agreed | undefined {
  const secret = group.finish(share.privateKey, theirs);
  return secret && agreed(share, theirs, secret, id);
}

function shareOf({ name }: Group, of: Role, { public: value, private: privateKey }: KeyShare): Share {
  return { kind: 'share', id: { kind: 'share', of, group: name }, value, privateKey };
}

function agreed({ id: { group }, privateKey }: Share, theirs: Bytes, secret: Bytes, id: Agreed['id']): Agreed {
  return { kind: 'agreed', id, value: secret, by: { kind: 'group', group, privateKey, theirs } };
}
