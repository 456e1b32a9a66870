// Prose for the checks behind a pill, passed or failed. Texts are in the notation of `rich`; values come in,
// words go out. English, ready for other languages.

import type { Role } from '../../tls/index.ts';
import type { Prose } from '../explain/prose.ts';
import { capital, counted, inWords, listed } from '../grammar.ts';

export interface CheckedValues {
  readonly by: Role;
  readonly of: Role;
  /** The name in the certificate, if there is one. */
  readonly peer: string | undefined;
  /** Names of the chain, leaf first; how many checks it took, and how many of them left a warning; the name that was wanted. */
  readonly chain: Chain | undefined;
  /** `whole`: it covers everything that was said, not only randoms and key share. */
  readonly signature: { readonly scheme: string; readonly whole: boolean } | undefined;
  /** How the checksum is made. */
  readonly finished: string | undefined;
}

interface Chain {
  readonly path: readonly string[];
  readonly checks: number;
  readonly warned: number;
  readonly named: string | undefined;
}

/** The checks that passed while the other side spoke. */
export const checked = (v: CheckedValues): Prose => {
  const { chain, signature, finished, by } = v;
  const { title, gist, why, breaksWithout } =
    chain && signature ? identity(v) : chain ? alone.chain(v) : signature ? alone.signature(v) : alone.finished(v);
  const lead = [
    `None of this is on the wire: the ${by} does it by itself, with what it has heard.`,
    ...(chain ? [chainStory(by, chain)] : []),
    ...(signature
      ? [
          `**The signature** was made with **${signature.scheme}** over ${signature.whole ? 'everything that was said before it' : 'both randoms and the key share'}, and fits the key in the certificate. So whoever is at the other end holds that key.`,
        ]
      : []),
    ...(finished
      ? [
          `**The checksum** in Finished, made with ${finished}, is the one that the ${by} computes itself. So nobody has changed a message on the way, and both hold the same keys.`,
        ]
      : []),
  ];
  return { title, gist, lead, why, breaksWithout };
};

function chainStory(by: Role, { path, checks, warned, named }: Chain): string {
  const [leaf = 'somebody', ...above] = path;
  const root = above.at(-1) ?? leaf;
  const over = above.length > 1 ? ` over ${listed(above.slice(0, -1))}` : '';
  const way = above.length === 0 ? 'has one link' : `leads from **${leaf}**${over}`;
  const name = named ? ` It names **${named}**, the server that was wanted.` : '';
  return `**The chain** ${way} to **${root}**, which the ${by} was told to trust.${name} It took ${counted(checks, 'check')}, and ${warned === 0 ? 'all were passed' : `none failed; ${inWords(warned)} left a warning`}. Whether anything was revoked (CRL, OCSP) is not among them: nobody here looks.`;
}

type Reasons = Required<Omit<Prose, 'lead'>>;

const identity = ({ by, of, peer }: CheckedValues): Reasons => ({
  title: `The ${by} makes sure who the ${of} is`,
  gist: `The ${by} has looked at everything itself, and now knows that **${peer ?? 'somebody'}** is at the other end.`,
  why: 'The chain says whose key this is, the signature that the other side holds it. One without the other proves nothing: everybody may have a copy of a certificate, and everybody can make a key.',
  breaksWithout: `Without the chain, anybody could make a certificate in the name of ${peer ?? 'somebody else'}. Without the signature, anybody could show a copy of the real one.`,
});

/** What passed without the rest. */
const alone = {
  chain: ({ by, of, peer }: CheckedValues): Reasons => ({
    title: `The ${by} judges the ${of}’s certificate`,
    gist: `A CA that the ${by} trusts vouches for **${peer ?? 'somebody'}**, but that the ${of} holds the key is still to be proved.`,
    why: 'A certificate may have been copied. Whom it names is one question, who shows it another; each has a check of its own.',
    breaksWithout: `Anybody could make a certificate in the name of ${peer ?? 'somebody else'}, and it would be taken for good.`,
  }),
  signature: ({ by, of, peer }: CheckedValues): Reasons => ({
    title: `The ${by} checks the ${of}’s signature`,
    gist: `The signature fits, so the ${of} holds the key of **${peer ?? 'its certificate'}**.`,
    why: 'Only who holds the key can sign, and only this handshake was signed.',
    breaksWithout: `Anybody with a copy of the ${of}’s certificate could pose as the ${of}.`,
  }),
  finished: ({ by, of, peer }: CheckedValues): Reasons => ({
    title: `The ${by} checks the seal on the handshake`,
    gist: `The ${by} computes the same checksum as ${peer ? `**${peer}**` : `the ${of}`}, so both have seen the same handshake.`,
    why: `It is the last confirmation: whoever computed this holds the same keys as the ${by}, and saw every message as it was said.`,
    breaksWithout: `Nothing would confirm that the ${of} holds the same keys and has seen the same messages.`,
  }),
};

interface RefusedValues {
  readonly by: Role;
  /** The state of its machine, and what it was waiting for. */
  readonly state: { readonly name: string; readonly waitsFor: readonly string[] } | undefined;
  /** Of a chain: whose it is, how many checks failed, how many there were. */
  readonly checks: { readonly of: string | undefined; readonly failed: number; readonly count: number } | undefined;
}

/** The check that failed, as the side lives it that made it. */
export const refused = ({ by, state, checks }: RefusedValues): Omit<Reasons, 'title'> => ({
  gist: checks
    ? `${capital(inWords(checks.failed))} of ${counted(checks.count, 'check')} of the chain${checks.of ? ` of **${checks.of}**` : ''} ${checks.failed === 1 ? 'fails' : 'fail'}, and one is enough: the ${by} stops.`
    : `${waiting(by, state)}, and what came makes it stop.`,
  why: `A check that fails ends everything for the ${by}, and nothing that comes after is looked at. If it went on with a mere warning, the check might as well not be there.`,
  breaksWithout: 'Whatever follows would rest on something that is not so.',
});

function waiting(by: Role, state: RefusedValues['state']): string {
  if (!state || state.name === 'CONNECTED') return `The ${by} was connected`;
  return `In the state \`${state.name}\` the ${by} was waiting for **${listed(state.waitsFor, 'or')}**`;
}
