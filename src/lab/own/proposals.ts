// What might help when a handshake with somebody's own certificates is refused: changes worth a try, the likeliest first. Pure. It must not
// know whether they help: only a run can tell.

import type { Certificate, FailedCheck } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';
import { type Answer, failedCheckOf } from './answer.ts';
import { above, isRoot, isSame, lyingAbout } from './ascent.ts';
import type { Change, Found, Situation } from './change.ts';
import { type Materials, owns } from './materials.ts';

/**
 * Changes to try after an answer.
 * @param spare what lies there and has no role; of a side that does not start, its files as well
 */
export function proposalsFor(situation: Situation, answer: Answer, spare: Materials): readonly Change[] {
  const { why } = answer;
  switch (why.what) {
    case 'works':
    case 'silence':
      return [];
    case 'refused by page':
      return why.check ? forCheck(why.check, 'client', situation, spare) : forNone(situation, spare);
    case 'obstacle':
    case 'key missing':
      return shownAnew(why.of, situation, spare);
    case 'refused': {
      const { by, fault } = why;
      const of = by === 'client' ? 'server' : 'client';
      const check = failedCheckOf(answer);
      if (check) return forCheck(check, of, situation, spare);
      switch (fault.cause) {
        case 'no-client-certificate':
          return forNone(situation, spare);
        case 'no-common-version':
          return versions(situation);
        case 'no-common-scheme':
        case 'scheme-not-offered':
          return [...shownAnew(of, situation, spare), ...shownAnew(by, situation, spare), ...schemes(situation)];
        case 'authorities-too-long':
          return fewer(situation);
        case 'no-server-certificate':
        case 'empty-server-certificate':
          return shownAnew('server', situation, spare);
        default:
          return shownAnew(of, situation, spare);
      }
    }
  }
}

function forCheck(check: FailedCheck, of: Role, situation: Situation, spare: Materials): readonly Change[] {
  const inTime = /expired|not-yet-valid|outdated/.test(check.detail);
  return [
    ...ways(of, situation, spare),
    ...shownAnew(of, situation, spare),
    ...(check.detail === 'wrong-usage' ? [{ what: 'swap shown' } as const] : []),
    ...(check.index > 0 ? leftOut(of, check, situation) : []),
    ...spare.lists.map(({ thing, file }): Change => ({ what: 'take list', list: thing, file })),
    ...deeper(of, situation),
    ...(check.detail === 'name-mismatch' ? names(situation) : []),
    ...(inTime ? days(situation) : []),
  ];
}

/** Whoever has something to show, and shows nothing, has nothing that leads to a CA of the server’s list. */
function forNone(situation: Situation, spare: Materials): readonly Change[] {
  const { shows } = situation.own.client;
  const empty = shows !== undefined && shows.length === 0;
  return [
    ...ways('client', situation, spare),
    ...shownAnew('client', situation, spare),
    ...rootsToo(situation),
    ...schemes(situation),
    ...(empty ? [{ what: 'only ask' } as const] : []),
  ];
}

/** A root that is sent along leads to the server’s list, however the certificate below it writes its name. */
function rootsToo({ own }: Situation): readonly Change[] {
  const trusted = lyingAbout({ client: {}, server: own.server }, { certificates: [] });
  return (own.client.shows ?? []).flatMap(({ chain: [leaf, ...sent] }): readonly Change[] => {
    const roots = leaf ? above(leaf, [...trusted, ...sent.map(sentBy)]).roots : [];
    return roots.length > 0 ? [{ what: 'send along', of: 'client', links: roots }] : [];
  });
}

const sentBy = (certificate: Certificate): Found => ({ certificate, source: { what: 'shown', of: 'client' } });

/** How the other side could come to trust what this one shows. */
function ways(of: Role, { own }: Situation, spare: Materials): readonly Change[] {
  const by = of === 'client' ? 'server' : 'client';
  const about = lyingAbout(own, spare);
  const trusts = own[by].trusts ?? [];
  const isTrusted = ({ certificate }: Found) => trusts.some((each) => isSame(each, certificate));
  return [
    ...(own[of].shows ?? []).flatMap(({ chain: [leaf, ...sent] }): readonly Change[] => {
      if (!leaf) return [];
      const { links, roots } = above(leaf, about);
      const missing = links.filter((each) => !isTrusted(each) && !sent.some((one) => isSame(one, each.certificate)));
      const itself: readonly Found[] = isRoot(leaf) ? [{ certificate: leaf, source: { what: 'shown', of } }] : [];
      return [
        ...(missing.length > 0 ? [{ what: 'send along', of, links: missing } as const] : []),
        ...[...roots, ...itself]
          .filter((each) => !isTrusted(each))
          .map((root): Change => ({ what: 'trust', by, root })),
      ];
    }),
    ...(own.client.trusts && own.server.trusts ? [{ what: 'swap trust' } as const] : []),
  ];
}

/** Every certificate with its key that is not shown yet. */
function shownAnew(of: Role, { own }: Situation, spare: Materials): readonly Change[] {
  const { shows = [] } = own[of];
  const about = lyingAbout(own, spare);
  const held = [...spare.keys, ...shows.flatMap(({ key }) => (key ? [{ thing: key, file: '' }] : []))];
  const candidates = [
    ...spare.certificates,
    ...shows.flatMap(({ chain }) => chain.map((thing) => ({ thing, file: '' }))),
  ];
  const shown = (leaf: Certificate) => shows.some(({ chain, key }) => chain[0] === leaf && key && owns(key, leaf));
  return candidates.flatMap(({ thing: leaf, file }): readonly Change[] => {
    const key = held.find(({ thing }) => owns(thing, leaf));
    if (!key || shown(leaf)) return [];
    const { links } = above(
      leaf,
      about.filter(({ source }) => source.what !== 'trusted'),
    );
    const chain = [leaf, ...links.map(({ certificate }) => certificate)];
    return [{ what: 'show', of, shown: { chain, key: key.thing }, file: file || key.file }];
  });
}

function leftOut(of: Role, { subject }: FailedCheck, { own }: Situation): readonly Change[] {
  const links = (own[of].shows ?? []).flatMap(({ chain }) => chain.slice(1));
  const named = links.filter((each) => [each.subject.commonName, each.subject.text].includes(subject));
  return named.map((link): Change => ({ what: 'leave out', of, link }));
}

function deeper(of: Role, { own }: Situation): readonly Change[] {
  const { verifyDepth } = own.demands ?? {};
  if (of === 'server' || verifyDepth === undefined) return [];
  const longest = Math.max(0, ...(own.client.shows ?? []).map(({ chain }) => chain.length - 1));
  return longest > verifyDepth ? [{ what: 'depth', depth: longest }] : [];
}

function names({ own, scenario }: Situation): readonly Change[] {
  const alternatives = (own.server.shows ?? []).flatMap(({ chain }) => chain[0]?.subjectAltName ?? []);
  const usable = alternatives.filter(({ kind }) => kind === 'dNSName' || kind === 'iPAddress');
  const texts = usable.map(({ text }) => text.replace(/^\*\./, 'www.'));
  const others = [...new Set(texts)].filter((name) => name !== scenario.name);
  return others.slice(0, 3).map((name) => ({ what: 'name', name }));
}

/** The nearest moment at which everything that is shown, and the lists, are valid. */
function days({ own, scenario: { at } }: Situation): readonly Change[] {
  const shown = [...(own.client.shows ?? []), ...(own.server.shows ?? [])].flatMap(({ chain }) => chain);
  const lists = own.lists ?? [];
  const from = Math.max(...shown.map(({ notBefore }) => notBefore), ...lists.map(({ thisUpdate }) => thisUpdate));
  const to = Math.min(
    ...shown.map(({ notAfter }) => notAfter),
    ...lists.map(({ nextUpdate }) => nextUpdate ?? Number.POSITIVE_INFINITY),
  );
  if (shown.length === 0 || from > to) return [];
  return [{ what: 'day', at: Math.min(Math.max(at, from), to) }];
}

function versions({ own, scenario }: Situation): readonly Change[] {
  const spoken = { client: own.client.version ?? scenario.version, server: own.server.version ?? scenario.version };
  if (spoken.client === spoken.server) return [];
  // The better of both first.
  const [first, second] = spoken.client === '1.3' ? (['server', 'client'] as const) : (['client', 'server'] as const);
  return [first, second].map(
    (of): Change => ({ what: 'version', of, version: spoken[of === 'client' ? 'server' : 'client'] }),
  );
}

function schemes({ own }: Situation): readonly Change[] {
  return own.server.accepts ? [{ what: 'any scheme' }] : [];
}

function fewer({ own }: Situation): readonly Change[] {
  const { trusts = [] } = own.server;
  const about = trusts.map((certificate): Found => ({ certificate, source: { what: 'trusted', by: 'server' } }));
  const needed = (own.client.shows ?? []).flatMap(({ chain }) =>
    chain.flatMap((each) => {
      const { links, roots } = above(each, about);
      return [...links, ...roots].map(({ certificate }) => certificate);
    }),
  );
  const roots = trusts.filter((each) => needed.includes(each));
  return roots.length > 0 && roots.length < trusts.length ? [{ what: 'trust only', by: 'server', roots }] : [];
}
