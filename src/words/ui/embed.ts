// The words of a lab in a frame of another page, and of the dialog that makes such frames.

export const embedWords = {
  full: 'open in full',
  above: (count: number) => (count === 1 ? '↑ 1 earlier step' : `↑ ${count} earlier steps`),
  unknownCommand: (command: string, known: readonly string[]) =>
    `There is no command “${command.slice(0, 40)}”. The commands are ${known.join(', ')}.`,
  noStep: (last: number) => `A step is a whole number from 0 to ${last}.`,
  noLink: 'A link is a text that begins with “#1”.',
  noOptions: 'Options are an object with names and values, such as { theme: "dark" }.',
  notNow: 'A part of the page that this needs could not be loaded. Try again.',
} as const;

/** Of the dialog that makes a frame out of what is shown, and of the page as a file. */
export const embeddingWords = {
  open: 'Embed in another page',
  title: 'Embed in another page',
  shows: 'What is there',
  parts: {
    header: 'the run in one line',
    scenario: 'switches',
    looks: 'whose eyes, which arrows',
    sentence: 'the step in one sentence',
    inspector: 'explanation, bytes, keys',
    playbar: 'playback',
  },
  here: 'Starts at this step',
  auto: 'Plays by itself when it is seen',
  loop: 'Plays over and over',
  lock: 'The scenario can’t be changed',
  fit: 'A picture that is too high',
  fits: { scale: 'gets smaller', scroll: 'scrolls' },
  height: 'Height in pixels',
  preview: 'How it will look',
  noPreview: 'Opened as a file, the page can’t show the frame here. Say below where the built page lies on the web.',
  own: 'Your certificates stay here: the frame shows the demo’s.',
  kind: 'For',
  kinds: {
    page: 'an HTML page',
    element: 'an HTML page, as an element',
    markdown: 'Markdown: MkDocs, Docusaurus',
    reveal: 'reveal.js',
    moodle: 'Moodle',
  },
  site: 'Where the page lies',
  exampleSite: 'https://example.org/countersign/',
  frameTitle: 'A mutual TLS handshake, step by step',
  snippet: 'To be pasted',
  copy: 'Copy',
  copied: 'It is copied.',
  notCopied: 'The browser did not allow copying. Select the text and copy it by hand.',
  save: 'Save this page as one file',
  saving: 'Fetching the file …',
  notSaved:
    'The file could not be fetched. Try again when the network is there; it lies beside this page as countersign.html.',
  isFile: 'This page is that file already: copy it from where you opened it.',
} as const;
