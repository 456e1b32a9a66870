// What can become of a client whose server demands a list of revoked certificates: it stands on the list, or the list is of no use. The lists
// are signed by the demo's own CA.

import { seededEnv } from '../../crypto/index.ts';
import type { DemoPki } from '../../pki/index.ts';
import { judgeBy, type ListTemplate, mintList } from '../../pki/verifiers/index.ts';
import type { AlertName, FaultCause } from '../../tls/index.ts';
import type { Cast } from '../cast.ts';
import { byServer, type Entry, inBoth, whenAsked } from '../catalogue/entry.ts';

const DAY = 24 * 60 * 60 * 1000;

export const revocation: readonly Entry[] = [
  listed({ id: 'client-revoked', who: 'client' }, ['certificate-revoked', 'certificate_revoked'], ({ client }, at) => ({
    ...ofWeek(at),
    revoked: client.chain.slice(0, 1).map(({ serial }) => ({ serial, since: at - 2 * DAY, reason: 'keyCompromise' })),
  })),
  listed({ id: 'revocation-list-outdated', who: 'server' }, ['certificate-unknown', 'certificate_unknown'], (_, at) =>
    ofWeek(at - 8 * DAY),
  ),
  listed({ id: 'revocation-list-missing', who: 'server' }, ['certificate-unknown', 'certificate_unknown']),
];

/** A list that was made yesterday and counts for a week, with nobody on it. */
function ofWeek(at: number): ListTemplate {
  return { thisUpdate: at - DAY, nextUpdate: at + 6 * DAY, revoked: [], number: 7 };
}

/** A server that demands of the list of the client’s CA that the client is not on it. */
function listed(
  named: Pick<Entry, 'id' | 'who'>,
  [cause, alert]: readonly [FaultCause, AlertName],
  template?: (pki: DemoPki, at: number) => ListTemplate,
): Entry {
  return {
    ...named,
    topic: 'certificate',
    expect: inBoth(whenAsked(() => byServer(cause, alert, 'Certificate'))),
    apply: (cast) => {
      const lists = template ? [listFor(cast, template)] : [];
      const revocation = { lists, demand: 'leaf' } as const;
      return { ...cast, revocation, server: { ...cast.server, judge: judgeBy({}, revocation) } };
    },
  };
}

function listFor({ pki, scenario: { at } }: Cast, template: (pki: DemoPki, at: number) => ListTemplate) {
  return mintList(template(pki, at), pki.issuers.client, seededEnv('list of revoked certificates', at));
}
