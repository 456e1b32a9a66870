// The demo PKI as a family, to take along. Its keys are public knowledge: they are made from texts that stand in the source.

import { type DemoPki, type Identity, sameName } from '../../pki/index.ts';
import type { Family, Holder } from './family.ts';

/** The demo’s server and client, each with the two CAs above it. The stranger stays out of it. */
export function demoFamily({ issuers, server, client }: DemoPki): Family {
  const line = (name: 'server' | 'client', identity: Identity) => {
    const root = holder(`${name}-root`, issuers[`${name}Root`]);
    const middle = holder(`${name}-issuing`, issuers[name], root);
    return { end: holder(name, identity, middle), trusted: { prefix: `${name}-`, authorities: [root, middle] } };
  };
  const lines = [line('server', server), line('client', client)];
  return { ends: lines.map(({ end }) => end), trusted: lines.map(({ trusted }) => trusted) };
}

function holder(file: string, { key, chain }: Identity, issuer?: Holder): Holder {
  const [certificate] = chain;
  if (!certificate) throw new RangeError('the demo shows nobody without a certificate');
  const isOwn = sameName(certificate.subject, certificate.issuer);
  return {
    file,
    key,
    certificate,
    subject: attributesIn(certificate.subject.text),
    ...(!isOwn && issuer && { issuer }),
  };
}

/** The attributes of a name of the demo, in whose values no comma stands. */
function attributesIn(text: string): Holder['subject'] {
  return text
    .split(', ')
    .reverse()
    .map((attribute) => {
      const at = attribute.indexOf('=');
      return [attribute.slice(0, at), attribute.slice(at + 1)] as const;
    });
}
