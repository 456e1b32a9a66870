// Tells a milestone of one side: that it is connected, or that its connection was cut. Its words come from words/locals/.

import type { Mark } from '../../diagram/index.ts';
import type { Timeline } from '../../lab/index.ts';
import type { Facts, Role } from '../../tls/index.ts';
import { factNames as shared } from '../../words/explain/index.ts';
import { factNames as names, nobody, milestones as words } from '../../words/locals/index.ts';
import { accountOf, allOf, firstOf, peerOf, versionOf } from '../account.ts';
import type { Chapter } from '../explain/chapter.ts';
import type { Fact } from '../explain/narration.ts';
import { awaited, judgements } from '../explain/sources.ts';
import { present } from '../messages/facts.ts';
import { certificatesIn, commonName, messageOf } from '../reading.ts';
import { plain } from '../rich.ts';

/** What a milestone means for its side at this moment. */
export function markChapter(timeline: Timeline, row: Mark): Chapter {
  const by: Role = row.at === 'left' ? 'client' : 'server';
  return row.id.endsWith(':connected') ? connectedChapter(timeline, by) : cutChapter(timeline, by, row.step);
}

function connectedChapter(timeline: Timeline, by: Role): Chapter {
  const facts = firstOf(accountOf(timeline), 'connected', by)?.facts;
  const version = versionOf(timeline);
  const prose = words.connected({
    by,
    of: peerOf(by),
    version,
    peer: facts?.peer ? plain(commonName(facts.peer)) : null,
    asked: timeline.steps.some(({ name }) => name === 'CertificateRequest'),
    shown: shown(timeline),
  });
  return {
    prose,
    facts: facts ? agreed(facts) : [],
    sections: version === '1.2' ? ['overview12', 'finished12'] : ['handshakeStates', 'finished'],
  };
}

/** Whether the client has shown a certificate. */
function shown(timeline: Timeline): boolean {
  const step = timeline.steps.find(({ name, from }) => name === 'Certificate' && from === 'client');
  const message = step && messageOf(timeline, step);
  return message !== undefined && certificatesIn(message).length > 0;
}

/** What a side holds to be agreed on. */
function agreed({ version, suite, group, alpn, serverName, peer }: Facts): readonly Fact[] {
  return present([
    [names.version, `TLS ${version}`],
    [shared.suite, suite],
    [shared.group, group ?? undefined],
    [shared.protocol, alpn ?? undefined],
    [shared.serverName, serverName ?? undefined],
    [names.peer, peer ?? nobody],
  ]);
}

function cutChapter(timeline: Timeline, who: Role, step: number): Chapter {
  const told = judgements(timeline, who, step);
  const state = allOf(told, 'state').at(-1);
  const connected = firstOf(told, 'connected') !== undefined;
  return {
    prose: words.cut({ who, connected, waitsFor: awaited(timeline, state) }),
    facts: present([[names.state, state?.name]]),
    sections: [versionOf(timeline) === '1.2' ? 'closureAlerts12' : 'closureAlerts'],
  };
}
