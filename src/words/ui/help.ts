// The words of the list of keys.

export const helpWords = {
  licences: 'What this page is made of, and its licences',
  licencesFile: 'licences.txt',
  list: [
    { keys: ['Space'], action: 'play or pause' },
    { keys: ['←', '→'], action: 'one step back or forward; Page Up and Page Down, too, as a clicker sends them' },
    { keys: ['↑', '↓', 'Enter'], action: 'in the picture: from row to row, and to read about it' },
    { keys: ['Home', 'End'], action: 'to the whole handshake, or to its last step' },
    { keys: ['1', '2', '3', '4'], action: 'to negotiation, server, client, application data' },
    { keys: ['D'], action: 'the details of a step, or less again' },
    { keys: ['Ctrl+Z', 'Ctrl+Y'], action: 'undo or redo a change of the scenario' },
    { keys: ['←', '→', 'Enter'], action: 'on a word with dots below: from word to word, and to keep its explanation' },
    { keys: ['C'], action: 'two runs side by side' },
    { keys: ['P'], action: 'present: the picture on the whole screen' },
    { keys: ['B', '.'], action: 'while presenting: a black screen, until one of them or a step ends it' },
    { keys: ['N'], action: 'while presenting: notes for whoever speaks' },
    { keys: ['Esc', 'F5'], action: 'while presenting: back to the page' },
    { keys: ['?'], action: 'these keys' },
    { keys: ['Esc'], action: 'close what lies on top' },
  ],
} as const;
