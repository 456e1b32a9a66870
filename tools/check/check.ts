// The question of `check` put to the laboratory: from flags to an answer. It prints nothing.

import { defaultScenario, oddityOf, runSupplied, type Scenario } from '../../src/lab/index.ts';
import { type Answer, answerOf, type Own, unstarted, weaknessIn } from '../../src/lab/own/index.ts';
import type { Role } from '../../src/tls/index.ts';
import { hurdleSentence } from '../../src/words/causes/index.ts';
import { listsFrom, manners, opened, sideFrom } from './files.ts';
import type { CheckFlags } from './flags.ts';
import { CheckError } from './usage.ts';

/** An answer, and what was assumed because nobody said it. */
export interface Checked {
  readonly answer: Answer;
  /** Sentences. */
  readonly notes: readonly string[];
}

/**
 * Answers the question.
 * @param now milliseconds since the Unix epoch, where the flags name no time
 * @throws CheckError for a file that can't be read, and a time or a name that can't be
 */
export async function check(flags: CheckFlags, now: number): Promise<Checked> {
  const [server, client] = [await sideFrom(flags.server, flags.serverSigalgs), await sideFrom(flags.client)];
  const lists = await listsFrom(flags.crl);
  for (const file of flags.also) await opened(file, []);
  // A server is started before anybody connects to it.
  if ('what' in server) return { answer: unstarted('server', server), notes: [] };
  if ('what' in client) return { answer: unstarted('client', client), notes: [] };
  const weak = (['server', 'client'] as const).flatMap((of) => {
    const side = { client, server }[of];
    const obstacle = side.manner && weaknessIn(side, side.manner);
    return obstacle ? [unstarted(of, obstacle)] : [];
  });
  if (weak[0]) return { answer: weak[0], notes: [] };
  const own = matched({ client, server, lists, ...demandsOf(flags) });
  const { name, assumed } = nameFor(flags, own);
  const version = flags.server.version ?? flags.client.version ?? defaultScenario.version;
  const { clientAuthentication, at = now } = flags;
  const scenario: Scenario = { ...defaultScenario, version, clientAuthentication, at, name };
  const oddity = oddityOf(scenario);
  if (oddity) throw new CheckError(hurdleSentence(oddity));
  const timeline = await runSupplied(scenario, own);
  return { answer: answerOf(timeline, own), notes: [...assumed, ...unheeded(flags), ...mannersIn(flags)] };
}

function demandsOf({ verifyDepth }: CheckFlags): Pick<Own, 'demands'> {
  return { demands: { ...(verifyDepth !== undefined && { verifyDepth }) } };
}

/** A side for whose peer somebody named CAs, but gave no certificate, has none: the demo's is no answer to their question. */
function matched(own: Own): Own {
  const { client, server } = own;
  return { ...own, client: server.trusts && !client.shows ? { ...client, shows: [] } : client };
}

function nameFor({ name }: CheckFlags, { server }: Own): { name: string; assumed: readonly string[] } {
  if (name !== undefined) return { name, assumed: [] };
  const names = server.shows?.[0]?.chain[0]?.subjectAltName ?? [];
  const first = names.find(({ kind }) => kind === 'dNSName' || kind === 'iPAddress')?.text.replace(/^\*\./, 'www.');
  if (first === undefined) return { name: defaultScenario.name, assumed: [] };
  return {
    name: first,
    assumed: [`No --name was given: the client looks for ${first}, the first name in the certificate.`],
  };
}

/** What was asked for and is not done: nobody should take the answer for more than it is. */
function unheeded({ crl, crlCheck }: CheckFlags): readonly string[] {
  return crlCheck || crl.length > 0
    ? ['Lists of revoked certificates are not looked at yet: whether one is revoked is not part of this answer.']
    : [];
}

function mannersIn(flags: CheckFlags): readonly string[] {
  return (['client', 'server'] as const).flatMap((side: Role) => {
    const { like } = flags[side];
    if (like === undefined) return [];
    return manners[like]
      ? [`The ${side} behaves like ${like} in part: in what it loads and sends. It judges as this page's engine does.`]
      : [`The ${side} is this page's engine: the manners of ${like} are not known yet.`];
  });
}
