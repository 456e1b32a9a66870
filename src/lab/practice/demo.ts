// The demo PKI as a family, to take along. Its keys are public knowledge: they are made from texts that stand in the source.

import { primitives } from '../../crypto/index.ts';
import { type Identity, premade, sameName } from '../../pki/index.ts';
import type { KeyChoice } from '../scenario.ts';
import { scenarioPki } from '../world.ts';
import type { Family, Holder } from './family.ts';
import { neededFor } from './needs.ts';

/**
 * The demo’s server and client with keys of a kind, each with the two CAs above it. The stranger stays out of it.
 * @throws MissingPart when a primitive can’t be fetched
 */
export async function demoFamily(keys: KeyChoice): Promise<Family> {
  await Promise.all([primitives.need(...neededFor(keys)), keys === 'RSA' ? premade.need('RSA') : undefined]);
  const { issuers, ...pki } = scenarioPki(keys);
  const line = (name: 'server' | 'client') => {
    const root = holder(`${name}-root`, issuers[`${name}Root`]);
    const middle = holder(`${name}-issuing`, issuers[name], root);
    return { end: holder(name, pki[name], middle), trusted: { prefix: `${name}-`, authorities: [root, middle] } };
  };
  const lines = [line('server'), line('client')];
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
