// The heads of client, proxy and server: each knows what it is told, and the proxy is two of the four ends. It must not know rows.

import type { Actor } from '../../diagram/index.ts';
import type { Face } from '../../diagram/three/index.ts';
import type { Role } from '../../tls/index.ts';
import { actors } from '../../words/picture.ts';
import { type Eyes, proxiedWords as words } from '../../words/proxied/index.ts';
import type { Lens } from '../lenses.ts';
import type { Half } from './passages.ts';

const nothing = { tone: 'calm', knows: '', checks: '' } as const;

/** A proxy that passes everything on. */
export const passing: Actor = {
  title: words.actor,
  state: words.heads.passes,
  ...nothing,
  knows: words.heads.sees,
  opaque: true,
};

/** The client. @param lens null: whoever looks knows nothing of its connection */
export function nearerHead(actor: Actor | undefined, lens: Lens | null): Actor {
  return actor && lens !== null ? withEnd(toldOf(actor, 'server'), 'front') : hidden(actors.client);
}

/** The server behind, to whom nobody may have come. */
export function fartherHead(actor: Actor | undefined, lens: Lens | null): Actor {
  if (lens === null) return hidden(actors.server);
  return actor ? withEnd(toldOf(actor, 'client'), 'back') : { ...hidden(actors.server), state: words.heads.uncalled };
}

/** The proxy: what it does in the connection that goes on, and whom it knows in front. @param active which one goes on; absent: both are over */
export function middleHead(
  { front, back }: { readonly front: Actor | undefined; readonly back: Actor | undefined },
  active: Half | undefined,
  eyes: Eyes,
): Actor {
  if (!front || eyes === 'wire') return { ...hidden(words.actor), dimmed: eyes !== 'wire' };
  // Each of the two others knows of the proxy what it is told, and that is told by its own head.
  if (eyes === 'client' || eyes === 'server') return hidden(words.actor);
  const behind = back && (active === 'back' || (active === undefined && back.tone === 'bad'));
  const { state, tone } = behind ? back : front;
  const { knows } = front;
  return { title: words.actor, state: words.heads[behind ? 'back' : 'front'](state), tone, knows, checks: '' };
}

/** How the proxy ends one of the connections. */
export function faceOf(actor: Actor | undefined, half: Half, lens: Lens | null): Face {
  if (!actor || lens === null) return { opaque: true, dimmed: true };
  const { opaque = false, dimmed = false, endsAt } = withEnd(actor, half);
  return { opaque, dimmed, ...(endsAt !== undefined && { endsAt }) };
}

/** Where the proxy is the other side. */
function toldOf(actor: Actor, role: Role): Actor {
  return { ...actor, state: words.asProxy(actor.state, role) };
}

function withEnd({ endsAt, ...actor }: Actor, half: Half): Actor {
  return { ...actor, ...(endsAt !== undefined && { endsAt: `${half}/${endsAt}` }) };
}

function hidden(title: string): Actor {
  return { title, state: '', ...nothing, opaque: true, dimmed: true };
}
