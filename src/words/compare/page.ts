// The words around two runs beside each other. English; one place, ready for other languages.

export const compareWords = {
  title: 'Two runs side by side',
  choose: 'Choose what stands beside this run:',
  presets: 'Beside it',
  preset: {
    'nothing wrong': 'without what goes wrong',
    'nobody asked': 'without client authentication',
    before: 'as before the last change',
  },
  otherVersion: (version: string) => `the same in TLS ${version}`,
  catalogue: 'something that goes wrong',
  noEntry: 'choose …',
  proxy: 'through a proxy',
  swap: 'Swap',
  goOn: 'Go on with B',
  close: 'Close B',
  end: 'Stop comparing',
  picture: (letter: string) => `The picture of run ${letter}`,
  flip: 'Run',
  differs: 'What differs',
  nothing: 'Nothing: both are the same run.',
  same: 'The same on both sides',
  legend: '≠ differs in content, keys or fate · + only on one side',
  row: (row: number, title: string) => `${title}, row ${row}`,
  rowOf: (row: number, rows: number) => `row ${row} of ${rows}`,
  rows: (letter: string) => `The rows of run ${letter}, with arrow keys`,
  steps: (letter: string) => `The steps of run ${letter} so far`,
  said: (letter: string) => `In run ${letter}: `,
  half: (letter: string) => `Run ${letter}`,
  version: (version: string) => `TLS ${version}`,
  /** Beside a sign, for those who hear it. */
  unlike: 'differs',
  onlyHere: 'only in this run',
  /** @param why such as `not in TLS 1.3` */
  nothingHere: (why: string) => `Nothing in this row: ${why}.`,
};
