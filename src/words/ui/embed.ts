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
