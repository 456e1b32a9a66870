// From an answer to its cause: what the engine found, and what can be told from everything that somebody brought. It must not know how a remedy
// is told, nor whether one helps.

import { type FailedCheck, titleOf } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';
import { type Answer, failedCheckOf } from './answer.ts';
import type { AtStart, ListTrouble, OwnCause, Sides, Which } from './cause.ts';
import { distrustOf } from './distrust.ts';
import type { Materials } from './materials.ts';
import type { Own } from './own.ts';

/**
 * Why it does not work; undefined where it works, or where nothing about certificates, keys or configurations is to blame.
 * @param spare what lies there and has no role
 */
export function causeOf(answer: Answer, own: Own, spare: Pick<Materials, 'certificates'>): OwnCause | undefined {
  const { why } = answer;
  switch (why.what) {
    case 'works':
    case 'silence':
      return undefined;
    case 'key missing':
      return { what: 'key missing', of: why.of };
    case 'obstacle':
      return byObstacle(why.obstacle, why.of);
    case 'refused by page': {
      const sides: Sides = { by: 'server', of: 'client' };
      return why.check ? byCheck(why.check, sides, own, spare) : byFault('no-client-certificate', sides, own, spare);
    }
    case 'refused': {
      const sides: Sides = { by: why.by, of: why.by === 'client' ? 'server' : 'client' };
      const check = failedCheckOf(answer);
      if (check) return byCheck(check, sides, own, spare);
      return byValues(why, own) ?? byFault(why.fault.cause, sides, own, spare);
    }
  }
}

function byObstacle(
  obstacle: Extract<Answer['why'], { readonly what: 'obstacle' }>['obstacle'],
  of: Role,
): OwnCause | undefined {
  if (obstacle.what === 'key of another') return { what: obstacle.upsideDown ? 'CA first' : 'key of another', of };
  const what = atStart[obstacle.what];
  return what && { what, of };
}

const atStart: Readonly<Record<string, AtStart>> = {
  'no certificate': 'no certificate in the file',
  'no key in the file': 'no key in the file',
  'key locked': 'key locked',
  'weak key': 'weak file',
  'weak signature': 'weak file',
  'strange curve': 'key refused',
  'key refused': 'key refused',
  'unreadable certificate': 'unreadable certificate',
  'out of order': 'out of order',
  'nobody named': 'nobody named',
  'too many certificates': 'too many certificates',
  'nothing trusted': 'nothing to trust',
};

/** What a fault says beyond its cause: of a side’s own key, or of the name that it was asked for. */
function byValues({ by, fault }: Extract<Answer['why'], { readonly what: 'refused' }>, own: Own): OwnCause | undefined {
  const [leaf] = own[by].shows?.[0]?.chain ?? [];
  const itself = leaf && { of: by, by, subject: titleOf(leaf), leaf: true };
  switch (fault.cause) {
    case 'unsupported-key':
      return fault.values.what === 'own' && itself ? { what: 'unusual key', ...itself } : undefined;
    case 'name-not-plain':
      return { what: 'odd name', of: 'client', by, name: fault.values.name };
    case 'no-common-scheme': {
      // Of a certificate that may not sign there is nothing to offer.
      const unfit = by === 'server' && leaf?.keyUsage && !leaf.keyUsage.includes('digitalSignature');
      return unfit && itself ? { what: 'key usage', ...itself, missing: 'digitalSignature' } : undefined;
    }
    default:
      return undefined;
  }
}

function byFault(cause: string, sides: Sides, own: Own, spare: Pick<Materials, 'certificates'>): OwnCause | undefined {
  const { by } = sides;
  switch (cause) {
    case 'no-client-certificate': {
      const { accepts } = own.server;
      // Whoever has a certificate and sends none has none that leads to a CA of the server’s list, or that signs as the server takes it.
      if (!own.client.shows?.length) return { what: 'no certificate', ...sides };
      const [leaf] = own.client.shows[0]?.chain ?? [];
      if (leaf && !leaf.publicKey) return { what: 'unusual key', ...sides, subject: titleOf(leaf), leaf: true };
      const distrust = distrustOf(sides, own, spare, undefined);
      if (distrust || !leaf) return distrust;
      return accepts && { what: 'scheme not listed', ...sides };
    }
    case 'no-server-certificate':
    case 'empty-server-certificate':
      return { what: 'no certificate', of: 'server', by: 'client' };
    case 'no-common-version':
      return { what: 'no common version', ...sides };
    case 'no-common-scheme':
    case 'scheme-not-offered':
      return { what: 'scheme not listed', ...sides };
    case 'authorities-too-long':
      return { what: 'list too long', of: 'client', by };
    case 'unreadable-certificate':
      return { what: 'unreadable certificate', of: sides.of };
    case 'bad-signature':
      return { what: 'signed with another key', of: sides.of };
    default:
      return undefined;
  }
}

function byCheck(check: FailedCheck, sides: Sides, own: Own, spare: Pick<Materials, 'certificates'>): OwnCause {
  const which: Which = { ...sides, subject: check.subject, leaf: check.index === 0 };
  const { reason, value } = check;
  switch (check.detail) {
    case 'no-anchors':
    case 'no-issuer':
    case 'self-signed':
      return distrustOf(sides, own, spare, reason) ?? { what: 'broken rule', ...which };
    case 'expired':
      return { what: 'expired', ...which, when: value.what === 'validity' ? value.to : undefined };
    case 'not-yet-valid':
      return { what: 'not yet valid', ...which, when: value.what === 'validity' ? value.from : undefined };
    case 'path-too-long': {
      const { verifyDepth } = own.demands ?? {};
      const sent = Math.max(0, ...(own[sides.of].shows ?? []).map(({ chain }) => chain.length - 1));
      const limited = verifyDepth !== undefined && sides.by === 'server' && sent > verifyDepth;
      return limited ? { what: 'depth', ...sides, depth: sent } : { what: 'path length', ...which };
    }
    case 'name-mismatch': {
      const [expected, found] = value.what === 'name' ? [value.expected, value.found] : ['', []];
      return { what: 'other name', ...sides, expected, found };
    }
    case 'bad-signature': {
      const issuer = reason.what === 'not signed' ? reason.signer : undefined;
      const trusted = own[sides.by].trusts?.some(({ subject }) => issuer === (subject.commonName ?? subject.text));
      return issuer !== undefined && trusted
        ? { what: 'renewed or damaged', ...which, issuer }
        : { what: 'damaged', ...which };
    }
    case 'revoked': {
      const known = reason.what === 'revoked' ? reason : undefined;
      return { what: 'revoked', ...which, since: known?.since, why: known?.why };
    }
    case 'issuer-not-ca':
      return { what: 'not a CA', ...which, missing: 'cA' };
    case 'issuer-may-not-sign':
      return { what: 'not a CA', ...which, missing: 'keyCertSign' };
    case 'no-digital-signature':
      return { what: 'key usage', ...which, missing: 'digitalSignature' };
    case 'no-key-encipherment':
      return { what: 'key usage', ...which, missing: 'keyEncipherment' };
    default:
      return inList(check, sides) ?? { what: plainly[check.detail] ?? 'broken rule', ...which };
  }
}

type Plain = Exclude<
  Extract<OwnCause, Which>['what'],
  'expired' | 'not yet valid' | 'not a CA' | 'key usage' | 'renewed or damaged' | 'revoked'
>;

const plainly: Readonly<Record<string, Plain>> = {
  'wrong-usage': 'wrong purpose',
  'unknown-critical-extension': 'critical extension',
  'name-not-permitted': 'name constraints',
  'name-excluded': 'name constraints',
  'unsupported-constraint': 'name constraints',
  'ca-as-leaf': 'CA as leaf',
  'weak-key': 'weak',
  'unsupported-key': 'unusual key',
  'weak-digest': 'weak signature',
  'unsupported-signature': 'weak signature',
};

function inList({ reason, value }: FailedCheck, sides: Sides): OwnCause | undefined {
  const list = (issuer: string, why: ListTrouble): OwnCause => ({
    ...{ what: 'revocation list', ...sides, why },
    // Lists call their issuers by the whole name.
    issuer: /(?:^|, )CN=([^,+]+)/.exec(issuer)?.[1] ?? issuer,
  });
  switch (reason.what) {
    case 'no list':
      return list(reason.issuer, { what: 'missing', instead: reason.instead });
    case 'list outdated':
      return list(reason.issuer, { what: 'outdated', when: reason.when });
    case 'list not yet valid':
      return list(reason.issuer, { what: 'not yet valid', when: reason.when });
    default:
      return value.what === 'list' ? list(value.issuer, { what: 'bad' }) : undefined;
  }
}
