// What was changed so that it works, in a sentence each. English, ready for other languages.

import type { ChangeShown, Source } from '../../lab/own/index.ts';
import { type Sentences, told } from '../causes/telling.ts';
import { counted, day, listed } from '../grammar.ts';

/** One change: what is done, on which side. */
export function changeSentence(change: ChangeShown): string {
  return told(changes, change);
}

interface Named {
  readonly subject: { readonly commonName?: string; readonly text: string };
}

const title = ({ subject: { commonName, text } }: Named) => `“${commonName ?? text}”`;

const lies = (source: Source) => {
  switch (source.what) {
    case 'file':
      return `from ${source.file}`;
    case 'shown':
      return `sent by the ${source.of}`;
    case 'trusted':
      return `trusted by the ${source.by}`;
  }
};

const changes: Sentences<ChangeShown> = {
  'send along': ({ of, links }) =>
    `After its own certificate the ${of} also sends ${listed(links.map(({ certificate, source }) => `${title(certificate)} (${lies(source)})`))}.`,
  'swap trust': () => 'The trust files are swapped: each side trusts the CAs that the other one was given.',
  trust: ({ by, root }) => `The ${by} also trusts ${title(root.certificate)} (${lies(root.source)}).`,
  'trust only': ({ by, roots }) =>
    `The ${by} trusts only ${listed(roots.map(title))}, which stand${roots.length === 1 ? 's' : ''} above the other side’s certificate.`,
  show: ({ of, shown, file }) =>
    `The ${of} shows ${shown.chain[0] ? title(shown.chain[0]) : 'another certificate'}${file === '' ? '' : ` from ${file}`}, with the key that belongs to it.`,
  'swap shown': () => 'Each side shows the certificate that the other one was given.',
  'leave out': ({ of, link }) => `The ${of} no longer sends ${title(link)} along.`,
  'take list': ({ list, file }) =>
    `The list of revoked certificates of “${list.issuer.commonName ?? list.issuer.text}” is taken from ${file}.`,
  day: ({ at }) => `The clock stands at ${day(at)}.`,
  name: ({ name }) => `The client connects to ${name}.`,
  depth: ({ depth }) => `The server takes ${counted(depth, 'intermediate')} above the certificate.`,
  version: ({ of, version }) => `The ${of} speaks TLS ${version}.`,
  'any scheme': () => 'The server takes whatever signature it knows.',
  'only ask': () => 'The server only asks for a certificate, and lets the client in without.',
};
