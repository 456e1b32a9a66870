// One chapter for each kind of step: its prose with this run's values, its own facts, where the standard says it.
// The words are in words/explain/.

import { toHex } from '../../bytes/index.ts';
import type { SeenMessage } from '../../tls/index.ts';
import { firstLine } from '../captions.ts';
import {
  authoritiesIn,
  certificatesIn,
  commonName,
  dataIn,
  extensionsOf,
  fieldNamed,
  listNamed,
  valueNamed,
} from '../reading.ts';
import { plain } from '../rich.ts';
import * as after from '../words/explain/afterwards.ts';
import * as proof from '../words/explain/authentication.ts';
import { factValues, factNames as names } from '../words/explain/facts.ts';
import * as talk from '../words/explain/negotiation.ts';
import type { Prose } from '../words/explain/prose.ts';
import { day } from '../words/grammar.ts';
import type { SectionName } from '../words/references.ts';
import type { Fact } from './narration.ts';
import { asked, choiceOf, dataLength, earlier, factsOf, helloValues, namesIn, type Scene } from './sources.ts';

export interface Chapter {
  readonly prose: Prose;
  readonly facts: readonly Fact[];
  readonly sections: readonly SectionName[];
}

/** The chapter of a step. */
export function chapterOf(scene: Scene): Chapter {
  const { step, message, from } = scene;
  if (step.kind === 'change_cipher_spec')
    return { prose: talk.changeCipherSpec, facts: [], sections: ['middleboxes', 'recordProtocol'] };
  if (step.kind === 'data') return dataChapter(scene);
  if (step.kind === 'alert') return { prose: after.closeNotify(from), facts: [], sections: ['closureAlerts'] };
  const write = message && messageChapters[message.name];
  return write ? write(scene, message) : { prose: after.otherMessage(from, plain(step.name)), facts: [], sections: [] };
}

const messageChapters: Readonly<Record<string, (scene: Scene, message: SeenMessage) => Chapter>> = {
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
    return { prose: talk.clientHello(values), facts, sections: ['clientHello', 'keyShare'] };
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

  ServerHello(_, { field }) {
    const version = valueNamed(field, 'selected_version') ?? '';
    const suite = valueNamed(field, 'cipher_suite') ?? '';
    const group = valueNamed(field, 'group') ?? '';
    const shareBytes = dataLength(fieldNamed(field, 'key_exchange'));
    const facts = present([
      [names.versions, version],
      [names.suite, suite],
      [names.group, group],
    ]);
    return {
      prose: talk.serverHello({ version, suite, group, shareBytes }),
      facts,
      sections: ['serverHello', 'keySchedule'],
    };
  },

  EncryptedExtensions({ timeline, step }, message) {
    const carried = extensionsOf(message);
    const [protocol] = listNamed(message.field, 'protocol_name_list');
    const hello = earlier(timeline, step, 'ClientHello');
    const name = carried.includes('server_name') && hello ? helloValues(hello).name : undefined;
    const prose = talk.encryptedExtensions({ protocol, name, count: carried.length });
    return { prose, facts: present([[names.protocol, protocol]]), sections: ['encryptedExtensions'] };
  },

  CertificateRequest({ scenario }, message) {
    const authorities = authoritiesIn(message).map(plain);
    const schemes = listNamed(message.field, 'supported_signature_algorithms');
    const insists = scenario.clientAuthentication === 'required';
    const facts = present([
      [names.authorities, authorities.join(', ')],
      [names.schemes, schemes.join(', ')],
    ]);
    const prose = proof.certificateRequest({ insists, authorities, schemes });
    return { prose, facts, sections: ['certificateRequest', 'certificateAuthorities'] };
  },

  Certificate(scene, message) {
    const { from, timeline, scenario } = scene;
    const certificates = certificatesIn(message);
    const sections: readonly SectionName[] = ['certificate'];
    if (certificates.length === 0) {
      const insists = scenario.clientAuthentication === 'required';
      const reason = choiceOf(timeline, from, 'no certificate')?.reason;
      return { prose: proof.emptyCertificate({ insists, reason }), facts: [], sections };
    }
    const [leaf] = certificates;
    if (!leaf) return { prose: proof.unreadableCertificate(from), facts: [], sections };
    const chain = {
      ...namesIn(message),
      expected: expectedName(scene),
      reason: choiceOf(timeline, from, 'certificate')?.reason,
    };
    const facts = present([
      [names.certificate, leaf.subject.text],
      [names.issuer, leaf.issuer.text],
      [names.valid, factValues.validity(day(leaf.notBefore), day(leaf.notAfter))],
      [names.key, leaf.publicKey?.kind],
    ]);
    const prose = from === 'server' ? proof.serverCertificate(chain) : proof.clientCertificate(chain);
    return { prose, facts, sections };
  },

  CertificateVerify({ from, timeline, step }, { field }) {
    const scheme = valueNamed(field, 'algorithm') ?? '';
    const bytes = dataLength(fieldNamed(field, 'signature'));
    const shown = earlier(timeline, step, 'Certificate', from);
    const name = shown && namesIn(shown).names[0];
    const prose = proof.certificateVerify(from, { scheme, name: name && plain(name), bytes });
    return { prose, facts: present([[names.scheme, scheme]]), sections: ['certificateVerify', 'transcriptHash'] };
  },

  Finished(scene, { field }) {
    const { from, timeline, step } = scene;
    const bytes = dataLength(fieldNamed(field, 'verify_data'));
    const hash = bytes === 48 ? 'SHA-384' : 'SHA-256';
    const shown = earlier(timeline, step, 'Certificate', 'client');
    const values = { bytes, hash, asked: asked(scene), shown: shown !== undefined && certificatesIn(shown).length > 0 };
    const prose = from === 'server' ? proof.serverFinished(values) : proof.clientFinished(values);
    const verify = fieldNamed(field, 'verify_data') ?? field;
    const fact: Fact = { name: 'verify_data', value: verifyText(scene, verify.start, verify.end), mono: true };
    return { prose, facts: [fact], sections: ['finished', 'transcriptHash'] };
  },

  NewSessionTicket(_, { field }) {
    const lifetime = Number(valueNamed(field, 'ticket_lifetime') ?? 0);
    const bytes = dataLength(fieldNamed(field, 'ticket'));
    return { prose: after.newSessionTicket({ lifetime, bytes }), facts: [], sections: ['newSessionTicket'] };
  },

  KeyUpdate({ from }, { field }) {
    const asks = valueNamed(field, 'request_update')?.startsWith('update_requested') === true;
    return { prose: after.keyUpdate(from, { asks }), facts: [], sections: ['keyUpdate', 'keyUpdateSecrets'] };
  },
};

function dataChapter({ timeline, step, from, to }: Scene): Chapter {
  const data = dataIn(timeline, step);
  const peer = factsOf(timeline, from)?.peer;
  const other = timeline.steps.find((each) => each.from === to && each.kind === 'data' && each.number < step.number);
  const prose = after.applicationData(from, {
    bytes: data?.length ?? 0,
    first: data ? plain(firstLine(data)) : '',
    knows: peer === undefined || peer === null ? null : plain(commonName(peer)),
    peerReady:
      from === 'server' || other !== undefined || !timeline.steps.some(({ name }) => name === 'CertificateRequest'),
  });
  return { prose, facts: [], sections: ['recordProtection', 'trafficKeys'] };
}

/** The name that the client wanted to reach. */
function expectedName({ timeline, step, from }: Scene): string | null {
  const hello = from === 'server' ? earlier(timeline, step, 'ClientHello') : undefined;
  return (hello && helloValues(hello).name) ?? null;
}

function verifyText({ message }: Scene, start: number, end: number): string {
  const text = message ? toHex(message.bytes.subarray(start, end)) : '';
  return text.length > 32 ? `${text.slice(0, 32)}…` : text;
}

/** Facts out of pairs; without those that have no value. Names of the wire are set in mono. */
function present(pairs: readonly (readonly [name: string, value: string | undefined])[]): readonly Fact[] {
  return pairs.flatMap(([name, value]): Fact[] => (value === undefined || value === '' ? [] : [{ name, value }]));
}
