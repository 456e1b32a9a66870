// The words around an answer where it stands on the page. What it says itself is in answer.ts.

import type { Role } from '../../tls/index.ts';

export const answerPaneWords = {
  change: 'What to change',
  trials: 'What would work',
  try: 'Try it',
  tried: 'You are trying this:',
  takeBack: 'Take it back',
  take: 'What it changes, to take along',
  download: (file: string) => `Download ${file}`,
  forJava: (password: string) => `the same as a trust store for Java, under the password “${password}”.`,
  linesFor: (side: Role) => `On the ${side}, with`,
  program: (side: Role) => `Program on the ${side}`,
  source: (program: string) => `From the documentation of ${program}`,
  copy: 'Copy',
  done: 'Copied.',
  failed: 'The browser did not allow copying.',
  known: 'Good to know',
  demoTrust: (by: Role) =>
    `The ${by} trusts only the page’s own root here. Bring the CAs that yours trusts, and the answer is about them.`,
  unstarted: 'The picture shows how it would go if it started.',
  goTo: (step: number, works: boolean) =>
    works ? `Go to the end, step ${step}` : `Go to where it fails, step ${step}`,
  others: 'What other programs would do',
  compare: 'Ask the other programs',
  comparing: 'Asking them, one after the other …',
  stop: 'Stop',
  noDifference: 'None of the programs that this page knows would end it otherwise.',
  details: 'What happens in this step',
} as const;

/** What is in a file that a change has made another, in a few words. */
export function changedFileLine(what: 'shows' | 'trusts' | 'list', of: Role): string {
  if (what === 'list') return 'the lists of revoked certificates.';
  return what === 'shows'
    ? `what the ${of} shows: its certificate, then what it sends along. The key stays where it is.`
    : `the CAs that the ${of} trusts.`;
}
