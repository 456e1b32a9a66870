// Where the standards say it: the one table of sections. TLS 1.3 is RFC 9846, which obsoletes RFC 8446 and moved its sections.
// TLS 1.2 is RFC 5246 with what was added to it later.

/** Sections by what they are about: of RFC 9846 where no other is named. */
export const sections = {
  overview: '2',
  transcriptHash: '4.1',
  clientHello: '4.2.2',
  serverHello: '4.2.3',
  helloRetryRequest: '4.2.4',
  extensions: '4.3',
  supportedVersions: '4.3.1',
  cookie: '4.3.2',
  signatureAlgorithms: '4.3.3',
  certificateAuthorities: '4.3.4',
  supportedGroups: '4.3.7',
  keyShare: '4.3.8',
  pskKeyExchangeModes: '4.3.9',
  earlyData: '4.3.10',
  encryptedExtensions: '4.4.1',
  certificateRequest: '4.4.2',
  certificate: '4.5.1',
  certificateVerify: '4.5.2',
  finished: '4.5.3',
  newSessionTicket: '4.7.1',
  keyUpdate: '4.7.3',
  recordProtocol: '5',
  recordLayer: '5.1',
  recordProtection: '5.2',
  alertProtocol: '6',
  closureAlerts: '6.1',
  errorAlerts: '6.2',
  keySchedule: '7.1',
  keyUpdateSecrets: '7.2',
  trafficKeys: '7.3',
  exporters: '7.5',
  handshakeStates: 'appendix-A',
  middleboxes: 'appendix-E.4',

  overview12: 'RFC 5246 7.3',
  recordLayer12: 'RFC 5246 6.2.1',
  recordProtection12: 'RFC 5246 6.2.3.3',
  keyBlock: 'RFC 5246 6.3',
  changeCipherSpec: 'RFC 5246 7.1',
  closureAlerts12: 'RFC 5246 7.2.1',
  errorAlerts12: 'RFC 5246 7.2.2',
  helloRequest: 'RFC 5246 7.4.1.1',
  clientHello12: 'RFC 5246 7.4.1.2',
  serverHello12: 'RFC 5246 7.4.1.3',
  extensions12: 'RFC 5246 7.4.1.4',
  signatureAlgorithms12: 'RFC 5246 7.4.1.4.1',
  certificate12: 'RFC 5246 7.4.2',
  serverKeyExchange: 'RFC 5246 7.4.3',
  certificateRequest12: 'RFC 5246 7.4.4',
  serverHelloDone: 'RFC 5246 7.4.5',
  clientCertificate12: 'RFC 5246 7.4.6',
  encryptedPremaster: 'RFC 5246 7.4.7.1',
  certificateVerify12: 'RFC 5246 7.4.8',
  finished12: 'RFC 5246 7.4.9',
  masterSecret: 'RFC 5246 8.1',
  staticRsa: 'RFC 5246 appendix-F.1.1.2',
  gcmNonce: 'RFC 5288 3',
  chachaNonce: 'RFC 7905 2',
  secureRenegotiation: 'RFC 5746 3.2',
  renegotiationInfo: 'RFC 5746 3.4',
  renegotiation: 'RFC 5746 1',
  fallback: 'RFC 7507 3',
  extendedMasterSecret: 'RFC 7627 4',
  tripleHandshake: 'RFC 7627 1',
  extendedMasterSecretOffer: 'RFC 7627 5.1',
  ecdhe: 'RFC 8422 2',
  supportedCurves: 'RFC 8422 5.1.1',
  pointFormats: 'RFC 8422 5.1.2',
  serverShare: 'RFC 8422 5.4',
  clientCertificateTypes: 'RFC 8422 5.5',
  clientShare: 'RFC 8422 5.7',
  ecdsaProof: 'RFC 8422 5.8',

  pathValidation: 'RFC 5280 6.1',
  serverName: 'RFC 6066 3',
  protocolNegotiation: 'RFC 7301 3.1',
  http2Frames: 'RFC 9113 6',
  misdirected: 'RFC 9110 15.5.20',
  grease: 'RFC 8701 3',
} as const;

export type SectionName = keyof typeof sections;

/** `RFC 9846, 4.5.1` and its address; an appendix reads `RFC 9846, appendix E.4`. */
export function tlsReference(name: SectionName): { readonly text: string; readonly url: string } {
  const section = sections[name];
  return sectionReference(section.startsWith('RFC') ? section : `RFC 9846 ${section}`);
}

/** A section as a check names it, `RFC 5280 4.2.1.9`, with its address. */
export function sectionReference(text: string): { readonly text: string; readonly url: string } {
  const [, number, section = ''] = /^RFC (\d+) ((?:appendix-[A-Z])?[\d.]*)$/.exec(text) ?? [];
  if (!number) return { text, url: 'https://cabforum.org/working-groups/server/baseline-requirements/documents/' };
  const anchor = section.startsWith('appendix') ? section : `section-${section}`;
  return {
    text: `RFC ${number}, ${section.replace('-', ' ')}`,
    url: `https://www.rfc-editor.org/rfc/rfc${number}#${anchor}`,
  };
}
