// Names of facts about what a side does by itself, where they are not those of messages. English, ready for other languages.

export const factNames = {
  path: 'Chain',
  scheme: 'Signed with',
  checksum: 'Checksum',
  state: 'State',
  leadsTo: 'Leads to',
  cipher: 'Cipher',
  key: 'Key',
  iv: 'IV',
  secrets: { read: 'To read', write: 'To write' },
  version: 'Version',
  peer: 'Other side',
};

export const nobody = 'nobody that it knows';
