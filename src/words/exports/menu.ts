// The words of the menu from which a run is taken along. It must not know how files are made.

/** What a run can be saved as, by the ending of the file; each with a word and with what it is good for. */
export const fileWords = {
  svg: ['SVG', 'The picture, with its typeface inside; sharp at every size'],
  png: ['PNG', 'The picture in pixels'],
  gif: ['GIF', 'The picture, moving from step to step'],
  pcapng: ['Capture (pcapng)', 'For Wireshark and tshark, with the secrets inside: it opens decrypted'],
  keylog: ['Key log', 'The secrets alone, RFC 9850'],
  mmd: ['Mermaid', 'The picture for documents in Markdown'],
  puml: ['PlantUML', 'The same in the language of PlantUML'],
  md: ['Markdown', 'Every step with its explanation'],
  csv: ['CSV', 'One line for each step'],
  json: ['JSON', 'The timeline for other programs'],
  sh: ['Shell script', 'OpenSSL and curl do the same at a terminal'],
} as const satisfies Readonly<Record<string, readonly [word: string, meaning: string]>>;

export const menuWords = {
  groups: { picture: 'Picture', record: 'For Wireshark', text: 'Text', data: 'Timeline', commands: 'At a terminal' },
  paper: 'On paper',
  handout: 'Handout',
  handoutMeaning: 'The picture, and a block for each step with its checks; A4 or Letter, upright or across',
  withQuestions: 'Questions in front, answers at the end',
  withQuestionsMeaning: 'Those that the page asks about what comes next',
  print: 'Print',
  printHandout: 'Print the handout',
  link: 'Link',
  linkMeaning: 'Opens this handshake at this step',
  copyLink: 'Copy the link to this step',
  save: 'Save',
  copy: 'Copy',
  saveAs: (word: string) => `Save as ${word}`,
  copyAs: (word: string) => `Copy ${word}`,
  scale: 'PNG and GIF at',
  scales: { 1: '1×', 2: '2×', 3: '3×', 4: '4×' },
  which: 'Run',
  runs: { a: 'A, where a file holds one', b: 'B, where a file holds one' },
  ofRun: (word: string, side: 'a' | 'b') => `${word}, run ${side.toUpperCase()}`,
  one: (name: string, side: 'a' | 'b') =>
    `Saved as ${name}. It holds run ${side.toUpperCase()} alone: such a file has room for one.`,
  saved: (name: string) => `Saved as ${name}.`,
  copied: (word: string) => `Copied: ${word}.`,
  notCopied: 'The browser did not allow copying. Save it instead.',
  tooLarge:
    'That is more than this browser’s canvas holds. Take fewer pixels, or the SVG, which is sharp at every size.',
  noTypeface: (name: string) =>
    `Saved as ${name}, but without its typeface, which could not be had: letters look as they do where it is opened. Try again when the network is back.`,
  missing: 'A part of the page that this needs could not be loaded, so nothing was saved. Try again.',
  failed:
    'Something went wrong while that was made, so nothing was saved. Reload the page, which shows the same again, or take another of these.',
  own: 'Your certificates are in use. Their names are in the picture and in the texts, and the certificates themselves in the capture and in the JSON. No private key is in any file: the script names files of yours, but lists of revoked certificates stand in it as they are.',
} as const;

/** Of the picture that moves. */
export const gifWords = {
  from: 'From step',
  to: 'to step',
  each: 'each for',
  seconds: (seconds: number) => `${seconds} s`,
  progress: 'Pictures that are done',
  stop: 'Stop',
  stopped: 'Stopped: nothing was saved.',
  lost: 'The thread that puts the pictures together could not be started, or broke off, so nothing was saved. Try again, with fewer steps or pixels; or save the PNG of each step.',
} as const;
