// Tells a failure: what one side found, what the other gets to see, the checks with their verdicts, the lines in the logs.
// Its words come from words/explain/failures.ts.

import { accountOf, allOf, firstOf, type InsightOf, peerOf } from '../account.ts';
import { checksOfRefusal } from '../explain/checklists.ts';
import type { Narration } from '../explain/narration.ts';
import { earlier, type Scene } from '../explain/sources.ts';
import { alertIn, authoritiesIn, commonName } from '../reading.ts';
import { plain, rich } from '../rich.ts';
import { factNames as names } from '../words/explain/facts.ts';
import * as words from '../words/explain/failures.ts';
import { logLines, logSource, logTitle } from '../words/logs.ts';
import { type SectionName, tlsReference } from '../words/references.ts';

type Fault = InsightOf<'fault'>;
type Alert = InsightOf<'alert'>;

/** The failure that a step shows, if it shows one: a refusal, or an alert out of the blue. */
export function refusalOf(scene: Scene): Narration | undefined {
  const told = scene.told.find(({ insight }) => insight.kind === 'fault');
  const alert = alertIn(scene.timeline, scene.step);
  if (told) return faultNarration(scene, told.who, told.insight as Fault, alert);
  return alert && alert.description !== 'close_notify' ? bareNarration(scene, alert) : undefined;
}

function faultNarration(scene: Scene, by: Scene['from'], fault: Fault, alert: Alert | undefined): Narration {
  const of = peerOf(by);
  const parties = { by, of };
  const lesson = words.lesson(fault.cause, parties);
  const story = chainStory(scene, parties, fault);
  const paragraphs = [story, lesson].filter((text) => text !== undefined);
  const name = alert && `${alert.description} (${alert.code})`;
  return {
    title: words.heading(fault.cause, parties),
    lead: (paragraphs.length > 0 ? paragraphs : [plain(fault.sentence)]).map(rich),
    checks: checksOfRefusal(scene, by),
    facts: alert ? alertFacts(alert) : [],
    found: { title: words.foundTitle(by), text: rich(words.found(plain(fault.sentence), name)) },
    ...(alert && { otherSide: { title: words.sightTitle(of), text: rich(words.sight(sightOf(scene, of, alert))) } }),
    references: [...sectionsOf(fault), 'errorAlerts' as const].map(tlsReference),
    ...logsOf(alert),
  };
}

function bareNarration({ from }: Scene, alert: Alert): Narration {
  const { title, lead } = words.bareAlert(from, alert.description);
  return {
    title,
    lead: [rich(lead)],
    checks: [],
    facts: alertFacts(alert),
    references: [tlsReference('errorAlerts')],
    ...logsOf(alert),
  };
}

/** What there is to tell about a chain that leads to nobody who is trusted. */
function chainStory(scene: Scene, parties: words.Parties, { cause }: Fault): string | undefined {
  if (cause !== 'untrusted-issuer') return undefined;
  const verdict = allOf(
    accountOf(scene.timeline).filter(({ who }) => who === parties.by),
    'verdict',
  ).find(({ verdict: { ok } }) => !ok)?.verdict;
  const last = verdict?.path.at(-1);
  if (!last) return undefined;
  const request = parties.by === 'server' ? earlier(scene.timeline, scene.step, 'CertificateRequest') : undefined;
  const accepted = request ? authoritiesIn(request).map(plain) : [];
  const [name, issuer] = [last.subject, last.issuer].map(({ text }) => plain(commonName(text)));
  return words.untrusted({ ...parties, last: name ?? '', issuer: issuer ?? '', accepted });
}

function sightOf({ timeline, step, told }: Scene, of: Scene['from'], alert: Alert): Parameters<typeof words.sight>[0] {
  const connected = accountOf(timeline).find(({ who, insight }) => who === of && insight.kind === 'connected');
  const before = connected && connected.step < step.number ? step.number - connected.step : undefined;
  return {
    since: before,
    news: words.newsOf(alert.description),
    cleartext: alert.epoch === 'cleartext',
    arrives: firstOf(told, 'alert', of)?.direction === 'received',
  };
}

function alertFacts({ description, code, level }: Alert): Narration['facts'] {
  return [
    { name: names.alert, value: `${description} (${code})` },
    { name: names.level, value: level },
  ];
}

function logsOf(alert: Alert | undefined): Pick<Narration, 'logs'> {
  const lines = alert && alert.description !== 'unknown' ? logLines(alert.description, alert.code) : [];
  return lines.length === 0 ? {} : { logs: { title: logTitle, lines, source: logSource } };
}

function sectionsOf({ cause }: Fault): readonly SectionName[] {
  if (cause === 'bad-signature' || cause.startsWith('scheme-')) return ['certificateVerify'];
  if (cause === 'bad-finished') return ['finished'];
  if (cause.includes('certificate') || cause === 'untrusted-issuer' || cause === 'unsupported-key')
    return ['certificate'];
  if (cause.includes('record') || cause === 'no-content-type') return ['recordProtection'];
  if (cause.includes('extension')) return ['extensions'];
  return cause === 'unexpected-message' ? ['handshakeStates'] : [];
}
