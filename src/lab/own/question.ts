// What has to be settled before a run with somebody's own certificates is played: who shows nothing, by which name the client looks for the
// server, and whether a side would start at all. Pure. It must not know files, nor who asks.

import type { Role } from '../../tls/index.ts';
import { type Answer, unstarted } from './answer.ts';
import { weaknessIn } from './manner-start.ts';
import type { Own } from './own.ts';

/** A side for whose peer somebody named CAs, but gave no certificate, has none: the demo’s is no answer to their question. */
export function matched(own: Own): Own {
  const { client, server } = own;
  return { ...own, client: server.trusts && !client.shows ? { ...client, shows: [] } : client };
}

/** The first name of a host in what the server shows, with `www` for a wildcard; undefined without any. */
export function hostIn({ server }: Own): string | undefined {
  const names = server.shows?.[0]?.chain[0]?.subjectAltName ?? [];
  return names.find(({ kind }) => kind === 'dNSName' || kind === 'iPAddress')?.text.replace(/^\*\./, 'www.');
}

/** The answer where the programs that both sides behave like would not start; a server is started before anybody connects to it. */
export function unstartedWith(own: Own): Answer | undefined {
  const weak = (of: Role) => {
    const { manner } = own[of];
    const obstacle = manner && weaknessIn(own[of], manner, of);
    return obstacle && unstarted(of, obstacle);
  };
  return weak('server') ?? weak('client');
}
