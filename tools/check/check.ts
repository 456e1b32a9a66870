// The question of `check` put to the laboratory: from flags to an answer. It prints nothing.

import { defaultScenario, oddityOf, runSupplied, type Scenario } from '../../src/lab/index.ts';
import { type Answer, answerOf, hostIn, matched, type Own, unstarted, unstartedWith } from '../../src/lab/own/index.ts';
import { hurdleSentence } from '../../src/words/causes/index.ts';
import { listsFrom, opened, sideFrom } from './files.ts';
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
  const [server, client] = [
    await sideFrom('server', flags.server, flags.serverSigalgs),
    await sideFrom('client', flags.client),
  ];
  const lists = await listsFrom(flags.crl);
  for (const file of flags.also) await opened(file, []);
  // A server is started before anybody connects to it.
  if ('what' in server) return { answer: unstarted('server', server), notes: [] };
  if ('what' in client) return { answer: unstarted('client', client), notes: [] };
  const own = matched({ client, server, lists, ...demandsOf(flags) });
  const still = unstartedWith(own);
  if (still) return { answer: still, notes: [] };
  const { name, assumed } = nameFor(flags, own);
  const version = flags.server.version ?? flags.client.version ?? defaultScenario.version;
  const { clientAuthentication, at = now } = flags;
  const scenario: Scenario = { ...defaultScenario, version, clientAuthentication, at, name };
  const oddity = oddityOf(scenario);
  if (oddity) throw new CheckError(hurdleSentence(oddity));
  const timeline = await runSupplied(scenario, own);
  return { answer: answerOf(timeline, own), notes: assumed };
}

function demandsOf({ verifyDepth, crlCheck }: CheckFlags): Pick<Own, 'demands'> {
  return { demands: { ...(verifyDepth !== undefined && { verifyDepth }), ...(crlCheck && { crl: ['chain'] }) } };
}

function nameFor({ name }: CheckFlags, own: Own): { name: string; assumed: readonly string[] } {
  if (name !== undefined) return { name, assumed: [] };
  const first = hostIn(own);
  if (first === undefined) return { name: defaultScenario.name, assumed: [] };
  return {
    name: first,
    assumed: [`No --name was given: the client looks for ${first}, the first name in the certificate.`],
  };
}
