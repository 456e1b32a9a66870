// Tells a run as a whole: what it proves, how it ends, what stays private; or where it fails, and the way there. And where to go on.
// Its words come from words/explain/overview.ts.

import { endsWell, landing, type Step, type Timeline } from '../../lab/index.ts';
import type { Role } from '../../tls/index.ts';
import { doorWords, introduction, type OpenValues, overview as words } from '../../words/explain/index.ts';
import { versionOf } from '../account.ts';
import { standingOf } from '../heads.ts';
import { certificatesIn, commonName, messageOf } from '../reading.ts';
import { plain, rich } from '../rich.ts';
import { stepLabel } from '../summary.ts';
import { narrationOf } from './chapter.ts';
import type { Narration } from './narration.ts';
import { helloValues } from './sources.ts';

/** The step whose failure an overview tells; undefined where the run ends well. */
export function failingStep(timeline: Timeline): Step | undefined {
  return endsWell(timeline) ? undefined : timeline.steps[landing(timeline) - 1];
}

/** The run as a whole. @param failure what is told of its failing step, where somebody tells a refusal there */
export function overviewOf(timeline: Timeline, failure: Narration | undefined): Narration {
  const step = failingStep(timeline);
  if (step) return failing(timeline, step, failure);
  const sections = [versionOf(timeline) === '1.2' ? 'overview12' : 'overview'] as const;
  return narrationOf({ prose: wellTold(timeline), facts: [], sections });
}

/** What a newcomer reads first, in place of the overview of the run that goes with it. */
export function introduce(): Narration {
  return narrationOf({ prose: introduction, facts: [], sections: ['overview'] });
}

function wellTold(timeline: Timeline) {
  const { steps, circumstances } = timeline;
  return words.goesWell({
    version: versionOf(timeline),
    steps: steps.length,
    asked: steps.some(({ name }) => name === 'CertificateRequest'),
    knows: { client: knownBy(timeline, 'client', steps.length), server: knownBy(timeline, 'server', steps.length) },
    signs: versionOf(timeline) === '1.3' || circumstances.keyExchange === 'ephemeral',
    talk: roles.filter((who) => steps.some(({ kind, from }) => kind === 'data' && from === who)),
    wire: openOf(timeline),
  });
}

function failing(timeline: Timeline, step: Step, failure: Narration | undefined): Narration {
  const { title, gist, found, references } = failure ?? { ...narrationOf(silent), references: [] };
  const place = words.goesWrong({
    step: step.number,
    steps: timeline.steps.length,
    label: plain(stepLabel(timeline, step)),
    before: roles.map((who) => ({
      who,
      knows: knownBy(timeline, who, step.number - 1),
      connected: standingOf(timeline, who, step.number - 1).facts !== undefined,
    })),
  });
  return {
    title,
    gist,
    lead: [rich(place), rich(words.privacy(openOf(timeline)))],
    checks: [],
    facts: [],
    ...(found && { found }),
    references,
  };
}

const silent = { prose: { ...words.endsEarly, lead: [] }, facts: [], sections: [] };
const roles = ['client', 'server'] as const;

/** The name that a side has had proved to it. */
function knownBy(timeline: Timeline, who: Role, upTo: number): string | null {
  const { facts, proven } = standingOf(timeline, who, upTo);
  const name = facts?.peer ?? proven;
  return name ? plain(commonName(name)) : null;
}

/** What whoever listens can read, and what they can't. */
function openOf(timeline: Timeline): OpenValues {
  const { steps } = timeline;
  const messages = steps.flatMap((step) => {
    const message = messageOf(timeline, step);
    return message ? [{ ...message, from: step.from }] : [];
  });
  const hello = messages.find(({ name }) => name === 'ClientHello');
  const shown = messages.filter((message) => message.name === 'Certificate' && certificatesIn(message).length > 0);
  const by = (open: boolean) =>
    roles.filter((who) => shown.some(({ from, epoch }) => from === who && (epoch === 'cleartext') === open));
  const name = hello && helloValues(hello).name;
  return {
    name: name === undefined ? null : plain(name),
    open: by(true),
    hidden: by(false),
    sealed: steps.some(({ kind }) => kind === 'data'),
  };
}

/** A way on from an overview: to a step, to another run, to where errors are looked up, or to the same run through a proxy. */
export interface Door {
  readonly title: string;
  readonly line: string;
  readonly to: { readonly step: number } | { readonly mischief: string } | 'errors' | 'own' | 'proxy';
}

/**
 * Where a reader may want to go from a run's overview, the first one first.
 * @param first whether it is the run that a newcomer sees first
 */
export function doorsOf(timeline: Timeline, first: boolean): readonly Door[] {
  const watch: Door = { ...doorWords.watch(timeline.steps.length), to: { step: 1 } };
  const step = failingStep(timeline)?.number;
  const proxied: Door = { ...doorWords.proxied, to: 'proxy' };
  if (step !== undefined) return [{ ...doorWords.failure(step), to: { step } }, watch];
  if (!first) return [watch, ...(timeline.circumstances.clientAuthentication === 'off' ? [] : [proxied])];
  return [
    watch,
    { ...doorWords.refused, to: { mischief: 'untrusted-ca' } },
    { ...doorWords.errors, to: 'errors' },
    { ...doorWords.own, to: 'own' },
  ];
}
