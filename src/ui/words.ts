// Every word of the frame around the picture, in one place. The picture's and the inspector's prose come from the story.
// It must not know how anything is shown.

import type {
  ClientAuthentication,
  GroupChoice,
  KeyChoice,
  KeyExchangeChoice,
  ProtocolChoice,
  Scenario,
  SuiteChoice,
} from '../lab/index.ts';
import type { Depth, LensName, UnitName } from '../store/index.ts';

export const words = {
  name: 'Countersign',
  lab: 'A mutual TLS handshake',
  skip: 'Skip to the handshake',
  broken:
    'This part of the page could not be loaded. Reload the page to try again; the handshake itself is not affected.',
  header: {
    copyLink: 'Copy link',
    copied: 'The link is copied. It opens this handshake at this step.',
    notCopied: 'The browser did not allow copying. The address bar holds the same link.',
    captions: 'Captions',
    lens: 'Seen by',
    lenses: { everything: 'everybody', client: 'the client', server: 'the server', wire: 'the wire' } satisfies Record<
      LensName,
      string
    >,
    unit: 'Arrows',
    units: { messages: 'messages', records: 'records' } satisfies Record<UnitName, string>,
    keys: 'Shortcuts',
    theme: 'Theme',
    themes: { system: 'system', light: 'light', dark: 'dark', projector: 'projector' },
    dismiss: 'Dismiss this message',
  },
  scenario: {
    title: 'Scenario',
    open: 'Scenario',
    close: 'Close',
    undo: 'Undo',
    redo: 'Redo',
    reset: 'Start over',
    clientAuthentication: {
      title: 'Client authentication',
      options: { off: 'off', asked: 'asked', required: 'required' } satisfies Record<ClientAuthentication, string>,
      meaning: {
        off: 'The server does not ask who the client is.',
        asked: 'The server asks who the client is, and takes no for an answer.',
        required: 'The server asks who the client is, and insists.',
      } satisfies Record<ClientAuthentication, string>,
    },
    badSignature: {
      title: 'Bad signature',
      off: 'The client proves that it holds its key.',
      on: 'The client cannot prove that it holds the key.',
    },
    untrustedCa: {
      title: 'Untrusted CA',
      off: 'A CA that the server trusts issued the client’s certificate.',
      on: 'Somebody else’s CA issued the client’s certificate.',
    },
    no: 'no',
    yes: 'yes',
    idle: 'Nobody asks for the client’s certificate, so this changes nothing.',
    handshake: 'Handshake',
    version: 'Version',
    versions: { '1.3': 'TLS 1.3', '1.2': 'TLS 1.2' } satisfies Record<Scenario['version'], string>,
    suite: 'Suite',
    suites: {
      TLS_AES_128_GCM_SHA256: 'AES-128-GCM',
      TLS_AES_256_GCM_SHA384: 'AES-256-GCM',
      TLS_CHACHA20_POLY1305_SHA256: 'ChaCha20-Poly1305',
    } satisfies Record<SuiteChoice, string>,
    keyExchange: 'Exchange',
    keyExchanges: { ephemeral: 'ECDHE, fresh keys', static: 'static RSA' } satisfies Record<KeyExchangeChoice, string>,
    group: 'Group',
    groups: { x25519: 'x25519', secp256r1: 'secp256r1', secp384r1: 'secp384r1' } satisfies Record<GroupChoice, string>,
    keys: 'Keys',
    keyKinds: { 'P-256': 'ECDSA P-256', RSA: 'RSA 2048', Ed25519: 'Ed25519' } satisfies Record<KeyChoice, string>,
    alpn: 'ALPN',
    alpnMeaning: 'Which protocol the client offers to speak inside the connection, and what the server makes of it.',
    protocols: {
      'http/1.1': 'http/1.1',
      h2: 'h2, out of two',
      'h2 declined': 'http/1.1, out of two',
      unanswered: 'offered, no answer',
      none: 'not offered',
    } satisfies Record<ProtocolChoice, string>,
    retry: 'HelloRetryRequest',
    retryMeaning: 'The client guesses the group wrong at first.',
    coalesced: 'Messages share records',
    coalescedMeaning: 'The server packs its messages into one record.',
    compatibility: 'Middlebox disguise',
    compatibilityMeaning: 'Both sides send a ChangeCipherSpec that means nothing.',
  },
  catalogue: {
    title: 'What else can go wrong',
    search: 'Paste the error you see, or search',
    open: 'Show everything that can go wrong',
    loading: 'Fetching the list …',
  },
  stage: {
    title: 'Sequence diagram',
    picture: 'Sequence diagram of the handshake between client and server. The list after it tells the same in words.',
    list: 'The handshake, step by step',
    nothingYet: 'Nothing has happened yet.',
  },
  playbar: {
    title: 'Playback',
    back: 'Step back',
    forward: 'Step forward',
    play: 'Play',
    pause: 'Pause',
    speed: 'Speed',
    scrub: 'Position in the handshake',
    start: 'start',
    of: (step: number, steps: number) => `${step} of ${steps}`,
    goTo: (phase: string) => `Go to ${phase}`,
  },
  keys: {
    title: 'Shortcuts',
    close: 'Close',
    list: [
      { keys: ['Space'], action: 'play or pause' },
      { keys: ['←', '→'], action: 'one step back or forward' },
      { keys: ['Home', 'End'], action: 'to the start or the end' },
      { keys: ['1', '2', '3', '4'], action: 'to negotiation, server, client, application data' },
      { keys: ['Ctrl+Z', 'Ctrl+Y'], action: 'undo or redo a change of the scenario' },
      { keys: ['?'], action: 'these keys' },
      { keys: ['Esc'], action: 'close what lies on top' },
    ],
  },
  inspector: {
    title: 'Inspector',
    open: 'Explain',
    close: 'Close',
    loading: 'Opening the book …',
    tabs: { explain: 'Explain', bytes: 'Bytes', keys: 'Keys', certificates: 'Certificates', state: 'State' },
    beyond: {
      client: 'Told with what both ends know. The client by itself knows less: the picture shows how much.',
      server: 'Told with what both ends know. The server by itself knows less: the picture shows how much.',
      wire: 'Told with what both ends know. Somebody who listens on the wire knows only what the picture and Bytes show.',
    } satisfies Record<Exclude<LensName, 'everything'>, string>,
  },
  print: {
    title: 'Step by step',
    missing:
      'Some explanations had not arrived when this was printed. Print again in a moment; if they are still missing then, check the connection.',
  },
  explain: {
    depth: 'How much to say',
    depths: { sentence: 'Sentence', paragraph: 'Paragraph', details: 'Details' } satisfies Record<Depth, string>,
    why: 'Why it is there',
    breaksWithout: 'What breaks without it',
    extensions: 'Extensions it carries',
    without: 'Without it:',
    facts: 'In this run',
    references: 'Read more',
    newTab: '(opens in a new tab)',
    outcomes: { passed: 'passed', failed: 'failed', open: 'still to come', skipped: 'not looked at' },
    source: (where: string) => `Measured: ${where}`,
  },
  bytes: {
    layers: 'Layers of bytes',
    tree: (layer: string) => `Fields of the ${layer}`,
    hex: 'Bytes in hexadecimal',
    byte: (at: number, value: number, field: string) =>
      `byte ${at}, hexadecimal ${value.toString(16).padStart(2, '0')}, in ${field}`,
    size: (bytes: number) => `${bytes.toLocaleString('en')} ${bytes === 1 ? 'byte' : 'bytes'}`,
    place: (start: number, end: number) =>
      end - start === 0
        ? `no bytes, at ${start}`
        : end - start === 1
          ? `byte ${start}`
          : `bytes ${start} to ${end - 1}`,
    copyAs: 'Copy as',
    forms: { hex: 'hex', base64: 'base64', c: 'C array', pem: 'PEM' },
    copy: (field: string, form: string) => `Copy ${field} as ${form}`,
    copied: (bytes: number) => `${bytes.toLocaleString('en')} ${bytes === 1 ? 'byte is' : 'bytes are'} copied.`,
    notCopied: 'The browser did not allow copying.',
    flip: (byte: string) => `Flip a bit of ${byte} on the wire`,
    flipBack: (byte: string) => `Leave ${byte} alone again`,
    empty: 'empty',
    nothing: 'There are no bytes here: nothing has been sent yet. Step forward to send the first message.',
  },
} as const;
