// What there is to say of a proxy at which TLS ends. English; one place, ready for other languages.

import type { Way } from '../../lab/proxied/index.ts';
import type { Role } from '../../tls/index.ts';

/** Who looks: everybody at once, one of the three, or somebody on both wires. */
export type Eyes = 'everything' | 'client' | 'proxy' | 'server' | 'wire';

interface WayWords {
  /** On the button. */
  readonly title: string;
  readonly story: readonly string[];
}

export const proxiedWords = {
  title: 'Through a proxy',
  close: 'Close',
  loading: 'Playing both connections …',
  failed: 'This can’t be played through a proxy.',
  stopped:
    'In this run it does not come to that: in front no request arrives that could be passed on, so behind nothing is opened.',
  /** Which connection is made with what the reader brought. */
  own: {
    both: 'In front this goes by your certificates, behind by the demo’s.',
    through: 'This goes by your certificates.',
    proxy:
      'The proxy shows and trusts what you brought for the server. What the client shows here, if anything, is not yours; and behind, everything is the demo’s.',
    none: 'Here, everything goes by the demo’s certificates: with yours this can’t be played, since a key to them is not at hand, or a side would not start.',
  },
  ways: 'What the proxy does',
  groups: {
    trouble: 'What surprises people',
    out: 'Ways out',
    trap: 'Why a header must be taken out first',
  },
  actor: 'Proxy',
  server: 'Server',
  eyes: 'Seen by',
  lenses: {
    everything: 'everybody',
    client: 'the client',
    proxy: 'the proxy',
    server: 'the server',
    wire: 'the wires',
  } satisfies Record<Eyes, string>,
  bands: { front: 'Client and proxy', back: 'Proxy and server', answer: 'The answer', end: 'The end behind' },
  heads: {
    front: (state: string) => `in front: ${state}`,
    back: (state: string) => `behind: ${state}`,
    uncalled: 'nobody calls',
    passes: 'passes everything on',
    sees: 'sees what the wire sees',
  },
  /** What is said of one end of a connection, where the proxy is that end. */
  asProxy: (text: string, role: Role) => text.replaceAll(`the ${role}`, 'the proxy'),
  picture: 'Sequence diagram of client, proxy and server. The list after it tells the same in words.',
  pictureName: 'Both connections',
  list: 'Both connections, step by step',
  halves: {
    front: 'Between client and proxy, where the proxy is the server.',
    back: 'Between proxy and server, where the proxy is the client.',
    through: 'Between client and server; the proxy passes it on.',
  },
  /** Of a step in a connection that whoever looks knows nothing of. */
  unknown: 'Of this step, whoever looks here knows nothing.',
  step: (half: string, sentence: string) => `${half} ${sentence}`,
  slider: 'Position in both connections',
  steps: (step: number, all: number) => `${step} of ${all}`,
  whole: 'the whole of it',
  order:
    'Their order: the connection behind is opened when the proxy has read the request, which says where to; and the answer goes on when it is there. Of the goodbyes, none has to wait for the other.',
  known: 'Who knows what',
  sent: 'The request as the proxy sends it',
  read: 'The request as the client sends it',
  got: 'What the client gets',
  alone: 'Both side by side',
  place: 'both wires of a proxy',
  export: 'Capture of both, for Wireshark',
  exportOne: 'Capture of it, for Wireshark',
  exported: (name: string) => `Saved as ${name}.`,
};

/** The ways in the order in which they are shown. */
export const wayGroups: Readonly<Record<keyof typeof proxiedWords.groups, readonly Way[]>> = {
  trouble: ['nothing', 'refused', 'answered', 'rejected'],
  out: ['pass-through', 'certificate', 'header'],
  trap: ['forged', 'stripped'],
};

export const wayWords: Readonly<Record<Way, WayWords>> = {
  nothing: {
    title: 'The server asks for nothing',
    story: [
      'The client’s certificate ends where TLS ends: at the proxy. What proves that somebody holds its key is a signature over this one handshake, and the proxy can’t make it for another one.',
      'So the server behind meets the proxy, and asks it for nothing. To it the client is nobody.',
    ],
  },
  refused: {
    title: 'The server insists, the proxy has none',
    story: [
      'The handshake in front goes well, with the client’s certificate. Behind, the server asks the proxy for one, and the proxy has none to show: the client’s is of no use without its key.',
      'The server refuses, and says so to the proxy. The client gets a status of HTTP, 502 Bad Gateway, although nothing is wrong with its certificate. The reason is in the logs of the proxy and of the server.',
    ],
  },
  answered: {
    title: 'The client has none, and HTTP says so',
    story: [
      'Some proxies ask for a certificate without insisting, and go on without one. Only then do they refuse, in HTTP: nginx answers 400, which it calls 496.',
      'The handshake went well, so no alert was sent, and the server behind never hears of it.',
    ],
  },
  rejected: {
    title: 'The client’s does not hold, and HTTP says so',
    story: [
      'nginx lets the handshake end whatever comes of its check of the chain, and asks for the verdict only when the request is there. Then it refuses in HTTP: it answers 400, which it calls 495. This client’s certificate is from a CA that the proxy does not trust.',
      'No alert was sent, and the client counts itself as connected. The reason is in nginx’s error log, at level info; the server behind never hears of it.',
    ],
  },
  'pass-through': {
    title: 'Pass everything through',
    story: [
      'The proxy ends no TLS: it reads the name in ClientHello (server_name), chooses a server by it, and passes on every byte in both directions.',
      'Client and server make one handshake, and the server meets the client’s certificate itself. The proxy knows what anybody on the wire knows; it can’t read the request, nor choose by its path.',
    ],
  },
  certificate: {
    title: 'A certificate of the proxy’s own',
    story: [
      'The proxy gets a key and a certificate of its own, from a CA that the server behind trusts. Now the server knows with whom it speaks: with the proxy.',
      'That keeps others out. But whoever comes through the proxy is the same to the server; who the client is, it still doesn’t know.',
    ],
  },
  header: {
    title: 'A header that names the client',
    story: [
      'The proxy has checked the client’s certificate, and says in the request whose it is: in Client-Cert (RFC 9440), or by older custom in X-SSL-Client-Verify and its kin, or X-Forwarded-Client-Cert.',
      'The server no longer checks a signature of the client’s: it takes the proxy’s word. So it has to know that it is the proxy who speaks, here by the proxy’s own certificate, and that nobody else can put the header there.',
    ],
  },
  forged: {
    title: 'The client sends the header itself',
    story: [
      'This client has no certificate to show. It writes the header itself, with a certificate of somebody else’s: that is no secret, everybody who was ever shown it has it. The key that belongs to it this client hasn’t got.',
      'The proxy passes on what it gets, and the server takes its word: it greets somebody who isn’t there.',
    ],
  },
  stripped: {
    title: 'The proxy takes it out first',
    story: [
      'The same client, with the same header. This proxy takes out every Client-Cert that comes from outside, in each spelling of the name, before it puts in its own (RFC 9440 section 4).',
      'No certificate was shown in front, so it puts in none, and to the server the client is nobody.',
    ],
  },
};

/** What is known of the client, and how. Names of subjects; null: nobody. */
export interface Known {
  readonly proxy: string | null;
  /** Of whom the server behind is connected to; undefined where it is connected to nobody. */
  readonly connected: string | null | undefined;
  /** In the header. */
  readonly header: string | null | undefined;
}

/** Who knows what at the end, each in a sentence. */
export function knownSentences(way: Way, { proxy, connected, header }: Known): readonly string[] {
  if (way === 'pass-through')
    return [
      'The proxy knows the name that is asked for, and sizes and times.',
      connected === undefined
        ? 'The server is connected to nobody.'
        : `The server knows ${connected === null ? 'nobody' : `the client: ${connected}`}. A signature of this handshake says so.`,
    ];
  const first = proxy === null ? 'The proxy does not know who the client is.' : `The proxy knows the client: ${proxy}.`;
  if (connected === undefined) return [first, 'The server behind is connected to nobody.'];
  const peer =
    connected === null
      ? 'The server behind does not know to whom it is connected.'
      : `The server behind is connected to ${connected}.`;
  if (header === undefined) return [first, peer, 'Of the client it knows nothing.'];
  const told =
    header === null
      ? 'No header names a client to it.'
      : `A header names the client to it: ${header}. ${proxy === header ? 'The proxy has checked that.' : 'Nobody has checked that.'}`;
  return [first, peer, told];
}
