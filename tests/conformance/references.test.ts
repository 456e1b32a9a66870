// Sections of RFCs that the page links and that comments name: each is there, and where the page says what it is about, that is its title.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultScenario, run, type Scenario, supply } from '../../src/lab/index.ts';
import type { Check } from '../../src/pki/index.ts';
import { accountOf, allOf } from '../../src/story/account.ts';
import type { Role } from '../../src/tls/index.ts';
import { type SectionName, sections } from '../../src/words/references.ts';
import standards from '../vectors/data/rfc-sections.json' with { type: 'json' };

await supply();

const titles: Readonly<Record<string, Readonly<Record<string, string>>>> = standards;
const root = new URL('../../', import.meta.url);

interface Cited {
  readonly rfc: string;
  readonly section: string;
}

const titleOf = ({ rfc, section }: Cited): string | undefined => titles[rfc]?.[section];

/** What the section is called that a link means, whatever its number. */
const topics: Readonly<Record<SectionName, string>> = {
  overview: 'Protocol Overview',
  transcriptHash: 'The Transcript Hash',
  clientHello: 'Client Hello',
  serverHello: 'Server Hello',
  helloRetryRequest: 'Hello Retry Request',
  extensions: 'Extensions',
  supportedVersions: 'Supported Versions',
  cookie: 'Cookie',
  signatureAlgorithms: 'Signature Algorithms',
  earlyData: 'Early Data Indication',
  certificateAuthorities: 'Certificate Authorities',
  supportedGroups: 'Supported Groups',
  keyShare: 'Key Share',
  pskKeyExchangeModes: 'Pre-Shared Key Exchange Modes',
  encryptedExtensions: 'Encrypted Extensions',
  certificateRequest: 'Certificate Request',
  certificate: 'Certificate',
  certificateVerify: 'Certificate Verify',
  finished: 'Finished',
  newSessionTicket: 'New Session Ticket Message',
  keyUpdate: 'Key and Initialization Vector Update',
  recordProtocol: 'Record Protocol',
  recordLayer: 'Record Layer',
  recordProtection: 'Record Payload Protection',
  alertProtocol: 'Alert Protocol',
  closureAlerts: 'Closure Alerts',
  errorAlerts: 'Error Alerts',
  keySchedule: 'Key Schedule',
  keyUpdateSecrets: 'Updating Traffic Secrets',
  trafficKeys: 'Traffic Key Calculation',
  exporters: 'Exporters',
  handshakeStates: 'State Machine',
  middleboxes: 'Middlebox Compatibility Mode',
  overview12: 'Handshake Protocol Overview',
  recordLayer12: 'Fragmentation',
  recordProtection12: 'AEAD Ciphers',
  keyBlock: 'Key Calculation',
  changeCipherSpec: 'Change Cipher Spec Protocol',
  closureAlerts12: 'Closure Alerts',
  errorAlerts12: 'Error Alerts',
  helloRequest: 'Hello Request',
  clientHello12: 'Client Hello',
  serverHello12: 'Server Hello',
  extensions12: 'Hello Extensions',
  signatureAlgorithms12: 'Signature Algorithms',
  certificate12: 'Server Certificate',
  serverKeyExchange: 'Server Key Exchange Message',
  certificateRequest12: 'Certificate Request',
  serverHelloDone: 'Server Hello Done',
  clientCertificate12: 'Client Certificate',
  encryptedPremaster: 'RSA-Encrypted Premaster Secret Message',
  certificateVerify12: 'Certificate Verify',
  finished12: 'Finished',
  masterSecret: 'Computing the Master Secret',
  staticRsa: 'RSA Key Exchange and Authentication',
  gcmNonce: 'AES-GCM Cipher Suites',
  chachaNonce: 'ChaCha20 Cipher Suites',
  secureRenegotiation: 'Extension Definition',
  renegotiationInfo: 'Client Behavior: Initial Handshake',
  renegotiation: 'Introduction',
  fallback: 'Server Behavior',
  extendedMasterSecret: 'The Extended Master Secret',
  tripleHandshake: 'Introduction',
  extendedMasterSecretOffer: 'Extension Definition',
  ecdhe: 'Key Exchange Algorithm',
  supportedCurves: 'Supported Elliptic Curves Extension',
  pointFormats: 'Supported Point Formats Extension',
  serverShare: 'Server Key Exchange',
  clientCertificateTypes: 'Certificate Request',
  clientShare: 'Client Key Exchange',
  ecdsaProof: 'Certificate Verify',
  pathValidation: 'Basic Path Validation',
  serverName: 'Server Name Indication',
  protocolNegotiation: 'The Application-Layer Protocol Negotiation Extension',
  http2Frames: 'Frame Definitions',
  misdirected: '421 Misdirected Request',
  grease: 'Client-Initiated Extension Points',
};

describe('a link to a standard', () => {
  it.each(Object.entries(topics))('for %s leads to “%s”', (name, title) => {
    const text = sections[name as SectionName];
    const [, rfc = '9846', section = ''] = /^(?:RFC (\d+) )?(?:appendix-)?(\S+)$/.exec(text) ?? [];
    expect(titleOf({ rfc, section })).toBe(title);
  });
});

describe('a check of a chain', () => {
  const expected: Readonly<Record<string, string>> = {
    'well-formed': 'Certificate and Certificate Extensions Profile',
    'critical-extensions': 'Certificate Extensions',
    'basic-constraints': 'Basic Constraints',
    'path-length': 'Basic Constraints',
    'extended-key-usage': 'Extended Key Usage',
    'key-identifiers': 'Authority Key Identifier',
    'key-strength': 'Public Key Length',
    'name-constraints': 'Name Constraints',
    'trust-anchor': 'Inputs',
    name: 'Matching the DNS Domain Name Portion',
    signature: 'Basic Certificate Processing',
    validity: 'Validity',
  };
  const ofLeaf = {
    '1.3': { server: '9846 Certificate Selection', client: '9846 Certificate Selection' },
    '1.2': { server: '5246 Server Certificate', client: '5246 Client Certificate' },
  };

  it.each(['1.3', '1.2'] as const)('names the section that is about it, in TLS %s', (version) => {
    for (const { of, checks } of chainsIn({ ...defaultScenario, version })) {
      for (const { id, index, section } of checks) {
        const [cited] = citedIn(section);
        const title = cited && titleOf(cited);
        if (id !== 'key-usage') expect(title, `${id}: ${section}`).toBe(expected[id]);
        else expect(`${cited?.rfc} ${title}`).toBe(index === 0 ? ofLeaf[version][of] : '5280 Key Usage');
      }
    }
  });
});

function chainsIn(scenario: Scenario): readonly { readonly of: Role; readonly checks: readonly Check[] }[] {
  const told = accountOf(run(scenario));
  return allOf(told, 'verdict').map(({ of, verdict: { checks } }) => ({ of, checks }));
}

describe('the sources', () => {
  it('name sections that are there', () => {
    const wrong = filesOf('src', 'tests', 'tools').flatMap((file) =>
      citedIn(readFileSync(new URL(file, root), 'utf8'))
        .filter((cited) => titleOf(cited) === undefined)
        .map(({ rfc, section }) => `${file}: RFC ${rfc} ${section}`),
    );
    expect(wrong).toEqual([]);
  });

  it('are read in every way in which they name one', () => {
    const text = `
      // TLS (RFC 1 section 4.5.2, RFC 2 sections 6.3 and 8.1), by RFC 3 5.1 to 5.3, RFC 4, appendix A, and RFC 5
      // 7.4.1.4.1). RFC 6 A.2.5 and RFC 7, 3.1; 'RFC 8 appendix-F.1 Title'. RFC 9, 10 and the rest. RFC 11 A server.`.replace(
      /RFC (\d+)/g,
      (_, number: string) => `RFC ${number.padStart(4, '0')}`,
    );
    expect(citedIn(text).map(({ rfc, section }) => `${Number(rfc)} ${section}`)).toEqual(
      '1 4.5.2, 2 6.3, 2 8.1, 3 5.1, 3 5.3, 4 A, 5 7.4.1.4.1, 6 A.2.5, 7 3.1, 8 F.1, 9 10'.split(', '),
    );
  });
});

/** Sections by number, and appendices by their letter where the word stands before it or a number behind. */
const section = String.raw`(?:appendix[ -][A-Z]|[A-Z]\.\d+|\d{1,2}\b)(?:\.\d+)*(?![\w-])`;
const citations = new RegExp(String.raw`RFC (\d{4})((?:,? (?:sections? |and |to )*${section})*)`, 'g');

function citedIn(text: string): readonly Cited[] {
  // A comment may break anywhere.
  const line = text.replace(/\s*\n\s*(?:\/\/|\*)?\s*/g, ' ');
  return [...line.matchAll(citations)].flatMap(([, rfc = '', list = '']) =>
    [...list.matchAll(new RegExp(section, 'g'))].map(([found]) => ({ rfc, section: found.replace(/^appendix./, '') })),
  );
}

function filesOf(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
}
