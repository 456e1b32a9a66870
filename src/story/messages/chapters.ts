// One chapter for each message of TLS 1.3: its prose with this run's values, its own facts, where the standard says it.
// The words are in words/explain/.

import type { SeenMessage } from '../../tls/index.ts';
import {
  lateMessages as after,
  messageChecks,
  factNames as names,
  authentication as proof,
  negotiation as talk,
} from '../../words/explain/index.ts';
import type { SectionName } from '../../words/references.ts';
import { firstOf } from '../account.ts';
import { dataChapter, goodbyeChapter } from '../explain/afterwards.ts';
import type { Chapter, Draft } from '../explain/chapter.ts';
import { findingOf, isRefused, withFate } from '../explain/fate.ts';
import {
  asked,
  chainValues,
  dataLength,
  type Episode,
  earlier,
  emptyValues,
  helloValues,
  insists,
  namesIn,
  offersProtocols,
  sees,
} from '../explain/sources.ts';
import {
  authoritiesIn,
  certificatesIn,
  extensionsOf,
  fieldNamed,
  isMasked,
  listNamed,
  valueNamed,
} from '../reading.ts';
import { plain } from '../rich.ts';
import { checksOf } from './checklists.ts';
import { extensionsIn } from './extensions.ts';

import { certificateFacts, present, verifyFacts } from './facts.ts';
import { agreementOf, fitsIn, notOffered, renews } from './outcomes.ts';

/** The chapter of a step of TLS 1.3 that is no failure. */
export function chapterOf13(episode: Episode): Chapter {
  const { looks = messageChecks[episode.message?.name ?? ''] ?? [], ...chapter } = written(episode);
  return withFate(episode, { ...chapter, checks: checksOf(episode, looks), extensions: extensionsIn(episode) });
}

function written(episode: Episode): Draft {
  const { step, message, from, timeline } = episode;
  if (step.kind === 'change_cipher_spec')
    return { prose: talk.changeCipherSpec(from), facts: [], sections: ['middleboxes', 'recordProtocol'] };
  if (step.kind === 'alert') return goodbyeChapter(episode);
  if (step.kind === 'data') return dataChapter(episode);
  if (isMasked(timeline, step)) {
    const asks = step.name === 'CertificateRequest';
    const prose = asks ? after.unofferedRequest : after.outOfPlace(from, plain(step.name));
    return { prose, facts: [], sections: ['handshakeStates'], looks: [] };
  }
  const write = message && messageChapters[message.name];
  return write
    ? write(episode, message)
    : { prose: after.otherMessage(from, plain(step.name)), facts: [], sections: [] };
}

const messageChapters: Readonly<Record<string, (episode: Episode, message: SeenMessage) => Draft>> = {
  ClientHello(_, message) {
    const values = helloValues(message);
    const facts = present([
      [names.serverName, values.name],
      [names.versions, values.versions.join(', ')],
      [names.suites, values.suites.join(', ')],
      [names.groups, values.groups.join(', ')],
      [names.keyShare, values.shares.join(', ')],
      [names.protocol, values.protocols.join(', ')],
    ]);
    if (message.ordinal > 0)
      return { prose: talk.secondHello(values), facts, sections: ['clientHello', 'helloRetryRequest'] };
    const empty = extensionsOf(message).includes('key_share');
    return { prose: talk.clientHello({ ...values, empty }), facts, sections: ['clientHello', 'keyShare'] };
  },

  HelloRetryRequest(_, message) {
    const group = valueNamed(message.field, 'selected_group');
    const suite = valueNamed(message.field, 'cipher_suite') ?? '';
    const cookie = extensionsOf(message).includes('cookie');
    const facts = present([
      [names.suite, suite],
      [names.group, group],
    ]);
    return {
      prose: talk.helloRetryRequest({ group, suite, cookie }),
      facts,
      sections: ['helloRetryRequest', 'keyShare'],
    };
  },

  ServerHello(episode, { field }) {
    const version = valueNamed(field, 'selected_version') ?? '';
    const suite = valueNamed(field, 'cipher_suite') ?? '';
    const group = valueNamed(field, 'group');
    const shareBytes = dataLength(fieldNamed(field, 'key_exchange'));
    const facts = present([
      [names.versions, version],
      [names.suite, suite],
      [names.group, group],
    ]);
    if (group === undefined)
      return { prose: talk.sharelessHello({ version, suite }), facts, sections: ['serverHello', 'keyShare'] };
    const agreement = agreementOf(episode, 'shared_secret');
    const strange = notOffered(episode, { version, suite, group });
    const prose = talk.serverHello({ version, suite, group, shareBytes, agreement, strange });
    return { prose, facts, sections: ['serverHello', 'keySchedule'] };
  },

  EncryptedExtensions(episode, message) {
    const { timeline, step } = episode;
    const carried = extensionsOf(message);
    const [protocol] = listNamed(message.field, 'protocol_name_list');
    const hello = earlier(timeline, step, 'ClientHello');
    const name = carried.includes('server_name') && hello ? helloValues(hello).name : undefined;
    const unanswered = protocol === undefined && offersProtocols(hello);
    const taken = step.heard !== undefined && !isRefused(episode);
    const prose = talk.encryptedExtensions({ protocol, unanswered, name, count: carried.length, taken });
    return { prose, facts: present([[names.protocol, protocol]]), sections: ['encryptedExtensions'] };
  },

  CertificateRequest(episode, message) {
    const authorities = authoritiesIn(message).map(plain);
    const schemes = listNamed(message.field, 'supported_signature_algorithms');
    const facts = present([
      [names.authorities, authorities.join(', ')],
      [names.schemes, schemes.join(', ')],
    ]);
    const prose = proof.certificateRequest({ insists: insists(episode), authorities, schemes });
    return { prose, facts, sections: ['certificateRequest', 'certificateAuthorities'] };
  },

  Certificate(episode, message) {
    const { from } = episode;
    const certificates = certificatesIn(message);
    const sections: readonly SectionName[] = ['certificate'];
    if (certificates.length === 0) {
      return { prose: proof.emptyCertificate(emptyValues(episode)), facts: [], sections };
    }
    const [leaf] = certificates;
    if (!leaf) return { prose: proof.unreadableCertificate(from), facts: [], sections };
    const chain = chainValues(episode, message);
    const prose = from === 'server' ? proof.serverCertificate(chain) : proof.clientCertificate(chain);
    return { prose, facts: certificateFacts(leaf), sections };
  },

  CertificateVerify(episode, { field }) {
    const { from, timeline, step } = episode;
    const scheme = valueNamed(field, 'algorithm') ?? '';
    const bytes = dataLength(fieldNamed(field, 'signature'));
    const shown = earlier(timeline, step, 'Certificate', from);
    const name = shown && namesIn(shown).names[0];
    const values = { scheme, name: name && plain(name), bytes, fits: fitsIn(episode) };
    const prose = proof.certificateVerify(from, values);
    return { prose, facts: present([[names.scheme, scheme]]), sections: ['certificateVerify', 'transcriptHash'] };
  },

  Finished(episode, { field }) {
    const { from, timeline, step } = episode;
    const bytes = dataLength(fieldNamed(field, 'verify_data'));
    const hash = bytes === 48 ? 'SHA-384' : 'SHA-256';
    const shown = earlier(timeline, step, 'Certificate', 'client');
    const values = {
      bytes,
      hash,
      asked: asked(episode),
      shown: shown !== undefined && certificatesIn(shown).length > 0,
      connected: sees(episode, 'client') && firstOf(episode.told, 'connected', 'client') !== undefined,
      wrong: findingOf(episode, 'finished') === false,
    };
    const prose = from === 'server' ? proof.serverFinished(values) : proof.clientFinished(values);
    return { prose, facts: verifyFacts(episode), sections: ['finished', 'transcriptHash'] };
  },

  NewSessionTicket(episode, { field }) {
    const lifetime = Number(valueNamed(field, 'ticket_lifetime') ?? 0);
    const bytes = dataLength(fieldNamed(field, 'ticket'));
    return {
      prose: after.newSessionTicket({ lifetime, bytes, refused: isRefused(episode) }),
      facts: [],
      sections: ['newSessionTicket'],
    };
  },

  KeyUpdate(episode, { field }) {
    const { from } = episode;
    const asks = valueNamed(field, 'request_update')?.startsWith('update_requested') === true;
    return {
      prose: after.keyUpdate(from, { asks, renews: renews(episode) }),
      facts: [],
      sections: ['keyUpdate', 'keyUpdateSecrets'],
    };
  },
};
