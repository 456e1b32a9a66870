// Where the standards say it: the one table of sections. TLS 1.3 is RFC 9846, which obsoletes RFC 8446 and moved its sections.
// TLS 1.2 is RFC 5246 with what was added to it later.

/** Sections by what they are about, number and title as they stand in the RFC: of RFC 9846 where no other is named. */
export const sections = {
  overview: '2 Protocol Overview',
  transcriptHash: '4.1 The Transcript Hash',
  clientHello: '4.2.2 Client Hello',
  serverHello: '4.2.3 Server Hello',
  helloRetryRequest: '4.2.4 Hello Retry Request',
  extensions: '4.3 Extensions',
  supportedVersions: '4.3.1 Supported Versions',
  cookie: '4.3.2 Cookie',
  signatureAlgorithms: '4.3.3 Signature Algorithms',
  certificateAuthorities: '4.3.4 Certificate Authorities',
  supportedGroups: '4.3.7 Supported Groups',
  keyShare: '4.3.8 Key Share',
  pskKeyExchangeModes: '4.3.9 Pre-Shared Key Exchange Modes',
  encryptedExtensions: '4.4.1 Encrypted Extensions',
  certificateRequest: '4.4.2 Certificate Request',
  certificate: '4.5.1 Certificate',
  certificateVerify: '4.5.2 Certificate Verify',
  finished: '4.5.3 Finished',
  newSessionTicket: '4.7.1 New Session Ticket Message',
  keyUpdate: '4.7.3 Key and Initialization Vector Update',
  recordProtocol: '5 Record Protocol',
  recordLayer: '5.1 Record Layer',
  recordProtection: '5.2 Record Payload Protection',
  alertProtocol: '6 Alert Protocol',
  closureAlerts: '6.1 Closure Alerts',
  errorAlerts: '6.2 Error Alerts',
  keySchedule: '7.1 Key Schedule',
  keyUpdateSecrets: '7.2 Updating Traffic Secrets',
  trafficKeys: '7.3 Traffic Key Calculation',
  exporters: '7.5 Exporters',
  handshakeStates: 'appendix-A State Machine',
  middleboxes: 'appendix-E.4 Middlebox Compatibility Mode',

  overview12: 'RFC 5246 7.3 Handshake Protocol Overview',
  recordLayer12: 'RFC 5246 6.2.1 Fragmentation',
  recordProtection12: 'RFC 5246 6.2.3.3 AEAD Ciphers',
  keyBlock: 'RFC 5246 6.3 Key Calculation',
  changeCipherSpec: 'RFC 5246 7.1 Change Cipher Spec Protocol',
  closureAlerts12: 'RFC 5246 7.2.1 Closure Alerts',
  errorAlerts12: 'RFC 5246 7.2.2 Error Alerts',
  helloRequest: 'RFC 5246 7.4.1.1 Hello Request',
  clientHello12: 'RFC 5246 7.4.1.2 Client Hello',
  serverHello12: 'RFC 5246 7.4.1.3 Server Hello',
  extensions12: 'RFC 5246 7.4.1.4 Hello Extensions',
  signatureAlgorithms12: 'RFC 5246 7.4.1.4.1 Signature Algorithms',
  certificate12: 'RFC 5246 7.4.2 Server Certificate',
  serverKeyExchange: 'RFC 5246 7.4.3 Server Key Exchange Message',
  certificateRequest12: 'RFC 5246 7.4.4 Certificate Request',
  serverHelloDone: 'RFC 5246 7.4.5 Server Hello Done',
  clientCertificate12: 'RFC 5246 7.4.6 Client Certificate',
  encryptedPremaster: 'RFC 5246 7.4.7.1 RSA-Encrypted Premaster Secret Message',
  certificateVerify12: 'RFC 5246 7.4.8 Certificate Verify',
  finished12: 'RFC 5246 7.4.9 Finished',
  masterSecret: 'RFC 5246 8.1 Computing the Master Secret',
  staticRsa: 'RFC 5246 appendix-F.1.1.2 RSA Key Exchange and Authentication',
  gcmNonce: 'RFC 5288 3 AES-GCM Cipher Suites',
  chachaNonce: 'RFC 7905 2 ChaCha20 Cipher Suites',
  secureRenegotiation: 'RFC 5746 3.2 Extension Definition',
  renegotiationInfo: 'RFC 5746 3.4 Client Behavior: Initial Handshake',
  renegotiation: 'RFC 5746 1 Introduction',
  fallback: 'RFC 7507 3 Server Behavior',
  extendedMasterSecret: 'RFC 7627 4 The Extended Master Secret',
  tripleHandshake: 'RFC 7627 1 Introduction',
  extendedMasterSecretOffer: 'RFC 7627 5.1 Extension Definition',
  ecdhe: 'RFC 8422 2 Key Exchange Algorithm',
  supportedCurves: 'RFC 8422 5.1.1 Supported Elliptic Curves Extension',
  pointFormats: 'RFC 8422 5.1.2 Supported Point Formats Extension',
  serverShare: 'RFC 8422 5.4 Server Key Exchange',
  clientCertificateTypes: 'RFC 8422 5.5 Certificate Request',
  clientShare: 'RFC 8422 5.7 Client Key Exchange',
  ecdsaProof: 'RFC 8422 5.8 Certificate Verify',

  pathValidation: 'RFC 5280 6.1 Basic Path Validation',
  serverName: 'RFC 6066 3 Server Name Indication',
  protocolNegotiation: 'RFC 7301 3.1 The Application-Layer Protocol Negotiation Extension',
  http2Frames: 'RFC 9113 6 Frame Definitions',
  grease: 'RFC 8701 3 Client-Initiated Extension Points',
} as const;

export type SectionName = keyof typeof sections;

/** `RFC 9846, 4.5.1: Certificate` and its address; an appendix reads `RFC 9846, appendix E.4: …`. */
export function tlsReference(name: SectionName): { readonly text: string; readonly url: string } {
  const section = sections[name];
  return sectionReference(section.startsWith('RFC') ? section : `RFC 9846 ${section}`);
}

/** A section as a check names it, `RFC 5280 4.2.1.9`, with its title if that is known, and its address. */
export function sectionReference(text: string): { readonly text: string; readonly url: string } {
  const [, number, section = '', title] = /^RFC (\d+) ((?:appendix-[A-Z])?[\d.]*)(?: (.+))?$/.exec(text) ?? [];
  if (!number) return { text, url: 'https://cabforum.org/working-groups/server/baseline-requirements/documents/' };
  const anchor = section.startsWith('appendix') ? section : `section-${section}`;
  return {
    text: `RFC ${number}, ${section.replace('-', ' ')}${title ? `: ${title}` : ''}`,
    url: `https://www.rfc-editor.org/rfc/rfc${number}#${anchor}`,
  };
}
