// The headings of a run that is written down as a document. It must not know how it is written.

export const documentWords = {
  title: 'A mutual TLS handshake',
  link: (link: string) => `The same handshake to step through: <${link}>`,
} as const;

export { explainWords as explainHeadings } from '../ui/explain.ts';
