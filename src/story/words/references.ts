// Where the standards say it: the one table of sections. TLS 1.3 is RFC 9846, which obsoletes RFC 8446 and moved its sections.

/** Sections of RFC 9846 by what they are about. */
export const sections = {
  overview: '2',
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
  encryptedExtensions: '4.4.1',
  certificateRequest: '4.4.2',
  transcriptHash: '4.5.1',
  certificate: '4.5.2',
  certificateVerify: '4.5.3',
  finished: '4.5.4',
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
} as const;

export type SectionName = keyof typeof sections;

/** `RFC 9846, 4.5.2` and its address; an appendix reads `RFC 9846, appendix E.4`. */
export function tlsReference(name: SectionName): { readonly text: string; readonly url: string } {
  const section = sections[name];
  const anchor = section.startsWith('appendix') ? section : `section-${section}`;
  return { text: `RFC 9846, ${section.replace('-', ' ')}`, url: `https://www.rfc-editor.org/rfc/rfc9846#${anchor}` };
}

/** A section as a check names it, `RFC 5280 4.2.1.9`, with its address. */
export function sectionReference(text: string): { readonly text: string; readonly url: string } {
  const found = /^RFC (\d+) ([\d.]+)$/.exec(text);
  if (!found) return { text, url: 'https://cabforum.org/working-groups/server/baseline-requirements/documents/' };
  return {
    text: `RFC ${found[1]}, ${found[2]}`,
    url: `https://www.rfc-editor.org/rfc/rfc${found[1]}#section-${found[2]}`,
  };
}
