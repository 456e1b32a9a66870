// The question of `check` put to the laboratory: from flags to an answer. It prints nothing.

import { defaultScenario, oddityOf, runSupplied, type Scenario } from '../../src/lab/index.ts';
import { type Answer, answerOf, hostIn, matched, type Own, unstarted, unstartedWith } from '../../src/lab/own/index.ts';
import { hurdleSentence } from '../../src/words/causes/index.ts';
import { listsFrom, opened, sideFrom } from './files.ts';
import type { CheckFlags } from './flags.ts';
import { type Remedied, remedied, withoutShown } from './remedy.ts';
import { CheckError } from './usage.ts';

/** An answer, and what was assumed because nobody said it. */
export interface Checked {
  readonly answer: Answer;
  /** Sentences. */
  readonly notes: readonly string[];
  readonly remedied: Remedied;
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
  const own = matched({
    client: 'what' in client ? await withoutShown('client', flags.client) : client,
    server: 'what' in server ? await withoutShown('server', flags.server, flags.serverSigalgs) : server,
    lists,
    ...demandsOf(flags),
  });
  const { name, assumed } = nameFor(flags, own);
  const version = flags.server.version ?? flags.client.version ?? defaultScenario.version;
  const { clientAuthentication, at = now } = flags;
  const scenario: Scenario = { ...defaultScenario, version, clientAuthentication, at, name };
  // A server is started before anybody connects to it.
  const stuck =
    'what' in server
      ? unstarted('server', server)
      : 'what' in client
        ? unstarted('client', client)
        : unstartedWith(own);
  if (stuck) return { answer: stuck, notes: [], remedied: await remedied(flags, { scenario, own }, stuck) };
  const oddity = oddityOf(scenario);
  if (oddity) throw new CheckError(hurdleSentence(oddity));
  const answer = answerOf(await runSupplied(scenario, own), own);
  return { answer, notes: assumed, remedied: await remedied(flags, { scenario, own }, answer) };
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
