// One chapter for each kind of step of TLS 1.2: its prose with this run's values, its own facts, where the standards say it.
// The words are in words/tls12/.

import type { SeenMessage } from '../../tls/index.ts';
import {
  emptyCertificate,
  factNames as names,
  otherMessage,
  outOfPlace,
  unreadableCertificate,
} from '../../words/explain/index.ts';
import { shortSuite } from '../../words/grammar.ts';
import type { SectionName } from '../../words/references.ts';
import {
  exchange,
  messageChecks12,
  factNames12 as names12,
  proofs as proof,
  shareCheck,
  hellos as talk,
  factValues12 as values12,
} from '../../words/tls12/index.ts';
import { firstOf } from '../account.ts';
import { goodbyeChapter } from '../explain/afterwards.ts';
import type { Chapter, Draft } from '../explain/chapter.ts';
import { findingOf, withFate } from '../explain/fate.ts';
import {
  asked,
  chainValues,
  dataLength,
  dataValues,
  type Episode,
  earlier,
  emptyValues,
  framed,
  insists,
  namesIn,
  offersProtocols,
  sees,
} from '../explain/sources.ts';
import { checksOf } from '../messages/checklists.ts';
import { extensionsIn } from '../messages/extensions.ts';
import { certificateFacts, present, verifyFacts } from '../messages/facts.ts';
import { fitsIn, notOffered } from '../messages/outcomes.ts';
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
import {
  exchangeGroup,
  fresh,
  hashOf,
  helloValues12,
  isMarked,
  masterOf,
  suiteOf,
  suiteValues,
  voucherOf,
} from './sources.ts';

/** The chapter of a step in TLS 1.2 that is no failure. */
export function chapterOf12(episode: Episode): Chapter {
  const { looks = messageChecks12[episode.message?.name ?? ''] ?? [], ...chapter } = written(episode);
  return withFate(episode, { ...chapter, checks: checksOf(episode, looks), extensions: extensionsIn(episode) });
}

function written(episode: Episode): Draft {
  const { step, message, from, to } = episode;
  if (step.kind === 'alert') return goodbyeChapter(episode);
  if (step.kind === 'change_cipher_spec')
    return {
      prose: exchange.changeCipherSpec(from, to, shortSuite(suiteOf(episode))),
      facts: [],
      sections: ['changeCipherSpec'],
    };
  if (step.kind === 'data') {
    const values = dataValues(episode);
    const prose = proof.applicationData(from, values);
    return { prose, facts: [], sections: ['recordProtection12', nonceOf(episode), ...framed(values)] };
  }
  if (isMasked(episode.timeline, step) && !renewals.includes(step.name))
    return { prose: outOfPlace(from, plain(step.name)), facts: [], sections: ['overview12'], looks: [] };
  const write = message && messageChapters[message.name];
  return write ? write(episode, message) : { prose: otherMessage(from, plain(step.name)), facts: [], sections: [] };
}

const messageChapters: Readonly<Record<string, (episode: Episode, message: SeenMessage) => Draft>> = {
  ClientHello(episode, message) {
    if (message.epoch !== 'cleartext') return another(episode);
    const values = helloValues12(message);
    const facts = present([
      [names.serverName, values.name],
      [names.versions, values.versions.join(', ')],
      [names.suites, values.suites.join(', ')],
      [names.groups, values.groups.join(', ')],
      [names.protocol, values.protocols.join(', ')],
    ]);
    const prose = talk.clientHello({ ...values, extras: extensionsOf(message) });
    return { prose, facts, sections: ['clientHello12', 'extensions12', 'renegotiationInfo'] };
  },

  ServerHello(episode, message) {
    const { timeline, step } = episode;
    const suite = suiteValues(message);
    const extended = extensionsOf(message).includes('extended_master_secret');
    const [protocol] = listNamed(message.field, 'protocol_name_list');
    const facts = present([
      [names.versions, suite.version],
      [names.suite, suite.suite],
      [names12.exchange, fresh(episode) ? values12.fresh : values12.static],
      [names12.masterSecret, extended ? values12.extended : values12.classic],
      [names.protocol, protocol],
    ]);
    const unanswered = protocol === undefined && offersProtocols(earlier(timeline, step, 'ClientHello'));
    const strange = notOffered(episode, suite);
    const voucher = voucherOf(episode);
    const prose = talk.serverHello({
      ...suite,
      extended,
      protocol,
      read: step.heard !== undefined,
      unanswered,
      strange,
      voucher,
      marked: isMarked(message),
    });
    return {
      prose,
      facts,
      sections: ['serverHello12', fresh(episode) ? 'ecdhe' : 'staticRsa', 'extendedMasterSecret'],
    };
  },

  Certificate(episode, message) {
    const { from } = episode;
    const sections: readonly SectionName[] = from === 'server' ? ['certificate12'] : ['clientCertificate12'];
    const [leaf] = certificatesIn(message);
    if (certificatesIn(message).length === 0) {
      return { prose: emptyCertificate(emptyValues(episode)), facts: [], sections };
    }
    if (!leaf) return { prose: unreadableCertificate(from), facts: [], sections };
    const chain = chainValues(episode, message);
    const prose =
      from === 'server' ? proof.serverCertificate({ ...chain, fresh: fresh(episode) }) : proof.clientCertificate(chain);
    return { prose, facts: certificateFacts(leaf), sections };
  },

  ServerKeyExchange(episode, { field }) {
    const group = valueNamed(field, 'named_curve') ?? '';
    const scheme = valueNamed(field, 'algorithm') ?? '';
    const shareBytes = dataLength(fieldNamed(field, 'public'));
    const signatureBytes = dataLength(fieldNamed(field, 'signature'));
    const facts = present([
      [names.group, group],
      [names.scheme, scheme],
    ]);
    const made = { group, shareBytes, scheme, signatureBytes, fits: fitsIn(episode), voucher: voucherOf(episode) };
    const prose = exchange.serverKeyExchange({ ...made, name: shownBy(episode) });
    return { prose, facts, sections: ['serverKeyExchange', 'serverShare'] };
  },

  CertificateRequest(episode, message) {
    const authorities = authoritiesIn(message).map(plain);
    const types = listNamed(message.field, 'certificate_types');
    const schemes = listNamed(message.field, 'supported_signature_algorithms');
    const facts = present([
      [names.authorities, authorities.join(', ')],
      [names12.kinds, types.join(', ')],
      [names.schemes, schemes.join(', ')],
    ]);
    const prose = proof.certificateRequest({ insists: insists(episode), authorities, types, schemes });
    return { prose, facts, sections: ['certificateRequest12', 'clientCertificateTypes'] };
  },

  ServerHelloDone(episode) {
    const prose = exchange.serverHelloDone({ asked: asked(episode), fresh: fresh(episode) });
    return { prose, facts: [], sections: ['serverHelloDone'] };
  },

  ClientKeyExchange(episode, { field }) {
    const master = masterOf(episode);
    const facts = present([[names12.masterSecret, master.extended ? values12.extended : values12.classic]]);
    const sections: readonly SectionName[] = ['masterSecret', 'keyBlock', 'extendedMasterSecret', 'tripleHandshake'];
    const encrypted = fieldNamed(field, 'encrypted_pre_master_secret');
    if (encrypted) {
      const values = { ...master, bytes: dataLength(encrypted), name: shownBy(episode, 'server') };
      const prose = exchange.encryptedSecret(values);
      return { prose, facts, sections: ['encryptedPremaster', ...sections], looks: [] };
    }
    const shareBytes = dataLength(fieldNamed(field, 'point'));
    const prose = exchange.clientShare({ ...master, group: exchangeGroup(episode), shareBytes });
    return { prose, facts, sections: ['clientShare', ...sections], looks: [shareCheck] };
  },

  CertificateVerify(episode, { field }) {
    const scheme = valueNamed(field, 'algorithm') ?? '';
    const bytes = dataLength(fieldNamed(field, 'signature'));
    const curves: readonly SectionName[] = scheme.startsWith('rsa') ? [] : ['ecdsaProof'];
    const prose = proof.certificateVerify({
      scheme,
      bytes,
      name: shownBy(episode),
      fresh: fresh(episode),
      fits: fitsIn(episode),
    });
    return { prose, facts: present([[names.scheme, scheme]]), sections: ['certificateVerify12', ...curves] };
  },

  Finished(episode, { field }) {
    const { from, timeline, step } = episode;
    const shown = earlier(timeline, step, 'Certificate', 'client');
    const values = {
      bytes: dataLength(fieldNamed(field, 'verify_data')),
      hash: hashOf(episode),
      asked: asked(episode),
      shown: shown !== undefined && certificatesIn(shown).length > 0,
      connected: sees(episode, 'client') && firstOf(episode.told, 'connected', 'client') !== undefined,
      fresh: fresh(episode),
      wrong: findingOf(episode, 'finished') === false,
      voucher: voucherOf(episode),
    };
    const prose = from === 'server' ? proof.serverFinished(values) : proof.clientFinished(values);
    return { prose, facts: verifyFacts(episode), sections: ['finished12'] };
  },

  HelloRequest: (episode) => another(episode),
};

/** With these either side may ask for another handshake. */
const renewals: readonly string[] = ['ClientHello', 'HelloRequest'];

/** How a record gets its nonce differs between the two kinds of cipher. */
function nonceOf(episode: Episode): SectionName {
  return suiteOf(episode).includes('CHACHA20') ? 'chachaNonce' : 'gcmNonce';
}

function another({ from, step }: Episode): Draft {
  return { prose: talk.another(from, step.name), facts: [], sections: ['helloRequest', 'renegotiation'], looks: [] };
}

/** Whose certificate the sender, or somebody else, has shown. */
function shownBy({ timeline, step, from }: Episode, who = from): string | undefined {
  const shown = earlier(timeline, step, 'Certificate', who);
  const name = shown && namesIn(shown).names[0];
  return name && plain(name);
}
