// The words of the Keys pane’s own controls and headings; what is said about a value comes from the story.

export const keyWords = {
  references: 'Read more',
  fresh: 'new',
  notMade: 'not made yet',
  knowing: 'Who knows it',
  knows: 'knows it',
  value: 'Value',
  valueOf: (holders: string) => `Value of ${holders}`,
  made: 'Made from',
  madeBy: (who: string) => `Made by ${who} from`,
  command: 'The same with OpenSSL',
  copy: 'Copy',
  valueNamed: (name: string) => `the value of ${name}`,
  commandFor: (name: string) => `the command for ${name}`,
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying.',
} as const;
