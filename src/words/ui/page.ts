// Every word of the frame around the picture, in one place: what is there from the start.
// It must not know how anything is shown.

import type { ClientAuthentication, Famous, Hurdle } from '../../lab/index.ts';
import { hurdleSentence } from '../causes/index.ts';

export const words = {
  name: 'Countersign',
  lab: 'A mutual TLS handshake',
  skip: 'Skip to the picture',
  broken: 'This part of the page broke off. Reload the page to try again; the handshake itself is not affected.',
  missing: {
    part: 'This part of the page could not be loaded. The handshake itself is not affected.',
    choice: 'A part of the page that this needs could not be loaded, so nothing has changed.',
    link: 'A part of the page that this link needs could not be loaded. Here is the handshake as it usually starts.',
    again: 'Try again',
  },
  /** Where a run ends that somebody has stayed in. */
  replayed: (refused: boolean, step: number, label: string) =>
    `Played again. It now ${refused ? 'fails' : 'goes well, and ends'} at step ${step}, ${label}.`,
  goThere: 'Go there',
  brokeOff: (reason: string) => `Countersign broke off (${reason}). Reload the page, or take a newer browser.`,
  unplayable: (why: Hurdle | string) =>
    `This can’t be played, so nothing has changed. ${typeof why === 'string' ? why : hurdleSentence(why)}`,
  header: {
    copyLink: 'Copy link',
    copied: 'The link is copied. It opens this handshake at this step.',
    notCopied: 'The browser did not allow copying. The address bar holds the same link.',
    captions: 'Captions',
    lens: 'Seen by',
    lenses: { everything: 'everybody', client: 'the client', server: 'the server', wire: 'the wire' },
    unit: 'Arrows',
    units: { messages: 'messages', records: 'records' },
    keys: 'Shortcuts',
    view: 'View',
    theme: 'Theme',
    themes: { system: 'system', light: 'light', dark: 'dark', projector: 'projector' },
    dismiss: 'Dismiss this message',
  },
  scenario: {
    title: 'Scenario',
    open: 'Scenario',
    close: 'Done',
    undo: 'Undo',
    redo: 'Redo',
    reset: 'Reset scenario',
    clientAuthentication: {
      title: 'Client authentication',
      options: { off: 'off', asked: 'asked', required: 'required' } satisfies Record<ClientAuthentication, string>,
      meaning: {
        off: 'The server doesn’t ask who the client is.',
        asked: 'The server asks, but doesn’t insist.',
        required: 'The server asks, and insists.',
      } satisfies Record<ClientAuthentication, string>,
    },
    badSignature: {
      title: 'Bad signature',
      off: 'The client proves that it holds its key.',
      on: 'The client can’t prove that it holds the key.',
    },
    untrustedCa: {
      title: 'Untrusted CA',
      off: 'The server trusts the client’s CA.',
      on: 'The server doesn’t trust the client’s CA.',
    },
    no: 'no',
    yes: 'yes',
    idle: 'Nobody asks, so this changes nothing.',
    handshake: 'Handshake',
    change: 'change',
    fold: 'done',
    practice: 'Make certificates for practice',
  },
  own: { title: 'Your certificates', open: 'Open a .p12 or .pem, or drop it here' },
  catalogue: {
    title: 'What went wrong?',
    search: 'Paste the error you see, or search',
    famous: 'What goes wrong most often',
    titles: {
      'untrusted-ca': 'The client’s CA is not trusted',
      'client-expired': 'The client’s certificate has expired',
      'no-client-certificate': 'The client has no certificate',
      'client-missing-intermediate': 'The issuing CA was left out',
      'client-key-of-another': 'Key and certificate don’t match',
      'client-wrong-eku': 'The certificate is for servers only',
      'server-wrong-name': 'The server’s name doesn’t fit',
    } satisfies Record<Famous, string>,
    /** @param count how many there are, as soon as that is known */
    all: (count: number | undefined) => (count === undefined ? 'All failures' : `All ${count}`),
    loading: 'Fetching the list …',
  },
  stage: {
    title: 'Sequence diagram',
    picture: 'Sequence diagram of the handshake between client and server. The list after it tells the same in words.',
    list: 'The handshake, step by step',
  },
  playbar: {
    title: 'Playback',
    back: 'Step back',
    forward: 'Step forward',
    play: 'Play',
    pause: 'Pause',
    speed: 'Speed',
    scrub: 'Position in the handshake',
    startOver: 'Start over',
    start: 'Start',
    whole: 'the whole handshake',
    of: (step: number, steps: number) => `${step} of ${steps}`,
    goTo: (phase: string) => `Go to ${phase}`,
  },
  inspector: {
    title: 'Inspector',
    open: 'Explain',
    close: 'Close',
    edge: 'Width of the inspector',
    loading: 'Opening the book …',
    tabs: { explain: 'Explain', bytes: 'Bytes', keys: 'Keys', certificates: 'Certificates', state: 'State' },
  },
} as const;
