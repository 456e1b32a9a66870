// What `check` says beside its answer: what to change, the lines for a program, and what was tried and works. It prints nothing.

import { basename } from 'node:path';
import { run, supply } from '../../src/lab/index.ts';
import {
  type Answer,
  answerOf,
  causeOf,
  type Materials,
  materialsOf,
  type OwnCause,
  type OwnSide,
  type Situation,
  type Trial,
  trialsOf,
  unstartedWith,
} from '../../src/lab/own/index.ts';
import type { Role } from '../../src/tls/index.ts';
import { type Advice, adviceOn, type ProgramName, programTitles, usualValues } from '../../src/words/settings/index.ts';
import { opened, passwordsOf, sideFrom } from './files.ts';
import type { CheckFlags, SideFlags } from './flags.ts';

/** What can be done about an answer. */
export interface Remedied {
  readonly cause: OwnCause | undefined;
  readonly files: Readonly<Record<Role, SideNames>>;
  readonly advice: readonly Advice[];
  readonly tries: readonly Trial[];
}

interface SideNames {
  readonly certificate: string;
  readonly key: string;
  readonly trusts: string;
}

/** What to do about an answer; of one that works, nothing. @throws CheckError when a file can't be read */
export async function remedied(flags: CheckFlags, situation: Situation, answer: Answer): Promise<Remedied> {
  const files = { client: namesOf('client', flags.client), server: namesOf('server', flags.server) };
  if (answer.outcome === 'works') return { cause: undefined, files, advice: [], tries: [] };
  const spare = await spareIn(flags, answer.who);
  const cause = causeOf(answer, situation.own, spare);
  await supply();
  const tries = trialsOf(situation, answer, spare, answered);
  return { cause, files, advice: cause ? adviceFor(cause, flags, situation) : [], tries };
}

/** What a side has where it can't start with its certificate: all the rest. @throws CheckError when a file can't be read */
export async function withoutShown(role: Role, flags: SideFlags, accepts?: readonly string[]): Promise<OwnSide> {
  const side = await sideFrom(role, { ...flags, file: undefined, key: undefined, chain: [] }, accepts);
  return 'what' in side ? { shows: [] } : { ...side, shows: [] };
}

/** What lies there in no role, and of a side that does not start, what it was given. */
async function spareIn({ also, ...flags }: CheckFlags, stuck: Role | null): Promise<Materials> {
  const side = stuck && flags[stuck];
  const given = side ? [side.file, side.key, ...side.chain].flatMap((each) => each ?? []) : [];
  const passwords = side ? await passwordsOf(side) : [];
  const all = [...also, ...given];
  return materialsOf(
    await Promise.all(
      all.map(async (each) => ({ file: basename(each), items: (await opened(each, passwords)).items })),
    ),
  );
}

function answered({ scenario, own }: Situation): Answer {
  return unstartedWith(own) ?? answerOf(run(scenario, own), own);
}

function namesOf(side: Role, { file, key, trusts }: SideFlags): SideNames {
  const usual = usualValues(side);
  return {
    certificate: file === undefined ? usual.certificate : basename(file),
    key: basename(key ?? file ?? usual.key),
    trusts: trusts === undefined || trusts === 'none' ? usual.trusts : basename(trusts),
  };
}

/** Programs have other names where they are measured by version. */
const programOf = (like: SideFlags['like']): ProgramName | undefined =>
  programTitles.map(([name]) => name).find((name) => name === like?.replace(/\d+$/, ''));

function adviceFor(cause: OwnCause, flags: CheckFlags, { scenario }: Situation): readonly Advice[] {
  const values = (side: Role) => {
    const { certificate, key, trusts } = namesOf(side, flags[side]);
    const usual = usualValues(side, { name: scenario.name, depth: 'depth' in cause ? cause.depth : 2 });
    // Stores are for Java; the lines of the others want PEM.
    const text = (name: string, instead: string) => (/\.(p12|pfx|jks|der|cer)$/i.test(name) ? instead : name);
    return {
      ...usual,
      certificate: text(certificate, usual.certificate),
      key: text(key, usual.key),
      store: /\.(p12|pfx)$/i.test(certificate) ? certificate : usual.store,
      trusts: text(trusts, usual.trusts),
    };
  };
  const [client, server] = [programOf(flags.client.like), programOf(flags.server.like)];
  const named = flags.client.like !== undefined || flags.server.like !== undefined;
  return adviceOn(
    cause,
    { client: values('client'), server: values('server') },
    named ? { ...(client && { client }), ...(server && { server }) } : undefined,
  );
}
