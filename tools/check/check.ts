// The question of `check` put to the laboratory: from flags to an answer. It prints nothing.

import { defaultScenario, oddityOf, runSupplied, type Scenario } from '../../src/lab/index.ts';
import {
  type Answer,
  answerOf,
  type Difference,
  differencesFrom,
  halved,
  hostIn,
  matched,
  type Own,
  unstarted,
  unstartedWith,
  type Warning,
} from '../../src/lab/own/index.ts';
import type { Role, Version } from '../../src/tls/index.ts';
import { hurdleSentence } from '../../src/words/causes/index.ts';
import { mixedPair, unmeasured } from '../../src/words/own/index.ts';
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
  /** Programs with which it would end otherwise. */
  readonly differences: readonly Difference[];
  readonly version: Version;
  /** The programs that the sides behave like, by their names. */
  readonly programs: Readonly<Partial<Record<Role, string>>>;
}

/**
 * Answers the question.
 * @param now milliseconds since the Unix epoch, where the flags name no time
 * @throws CheckError for a file that can't be read, and a time or a name that can't be
 */
export async function check(flags: CheckFlags, now: number): Promise<Checked> {
  const { answer, notes, scenario, own } = await answered(flags, now);
  const { client, server } = own;
  return {
    answer,
    notes,
    remedied: await remedied(flags, { scenario, own }, answer),
    differences: differencesFrom(answer, scenario, own),
    version: scenario.version,
    programs: {
      ...(client.manner && { client: client.manner.program }),
      ...(server.manner && { server: server.manner.program }),
    },
  };
}

interface Answered {
  readonly answer: Answer;
  readonly notes: readonly string[];
  readonly scenario: Scenario;
  readonly own: Own;
}

/** The answer alone, without anything that is tried or asked of other programs. @throws CheckError as `check` does */
export async function answered(flags: CheckFlags, now: number): Promise<Answered> {
  const [server, client] = [
    await sideFrom('server', flags.server, flags.serverSigalgs),
    await sideFrom('client', flags.client),
  ];
  const lists = await listsFrom(flags.crl);
  for (const file of flags.also) await opened(file, []);
  const { own, warnings } = halved(
    matched({
      client: 'what' in client ? await withoutShown('client', flags.client) : client,
      server: 'what' in server ? await withoutShown('server', flags.server, flags.serverSigalgs) : server,
      lists,
      ...demandsOf(flags),
    }),
  );
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
  if (stuck) return { answer: stuck, notes: [], scenario, own };
  const oddity = oddityOf(scenario);
  if (oddity) throw new CheckError(hurdleSentence(oddity));
  const answer = answerOf(await runSupplied(scenario, own), own);
  const notes = [...assumed, ...mannersIn(own)];
  // What was put aside was given all the same.
  const told = answer.warnings.filter((each) => warnings.length === 0 || !isUntrusting(each));
  return { answer: { ...answer, warnings: [...warnings, ...told] }, notes, scenario, own };
}

/** Whether it says that nothing was given for the client to trust. */
function isUntrusting(warning: Warning): boolean {
  return warning.what === 'demo' && warning.of === 'client' && warning.part === 'trust';
}

function demandsOf({ verifyDepth, crlCheck }: CheckFlags): Pick<Own, 'demands'> {
  return { demands: { ...(verifyDepth !== undefined && { verifyDepth }), ...(crlCheck && { crl: ['chain'] }) } };
}

function nameFor({ name }: CheckFlags, own: Own): { name: string; assumed: readonly string[] } {
  if (name !== undefined && !own.server.shows && name !== defaultScenario.name) {
    const assumed = [
      'No certificate was given for the server, so that --name is not looked at: the demo’s server has its own.',
    ];
    return { name: defaultScenario.name, assumed };
  }
  if (name !== undefined) return { name, assumed: [] };
  const first = hostIn(own);
  if (first === undefined) return { name: defaultScenario.name, assumed: [] };
  return {
    name: first,
    assumed: [`No --name was given: the client looks for ${first}, the first name in the certificate.`],
  };
}

/** What the answer rests on, where sides behave like programs. */
function mannersIn({ client: { manner: client }, server: { manner: server } }: Own): readonly string[] {
  const pair = client && server && client !== server ? [mixedPair(client.program, server.program)] : [];
  const derived = [client, server].flatMap((each) =>
    each && each.source !== 'measured' ? [unmeasured(each.program, each.version, each.source)] : [],
  );
  return [...pair, ...new Set(derived)];
}
