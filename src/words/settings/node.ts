// What Node’s module tls is told. Data only.

import type { Program, Setting, Values } from './setting.ts';

const source = 'https://nodejs.org/api/tls.html';
const object = (call: string, members: readonly string[]) =>
  `${call}({\n${members.map((each) => `  ${each},`).join('\n')}\n});`;
const file = (name: string) => `fs.readFileSync('${name}')`;
const showing = ({ certificate, key }: Values) => [`cert: ${file(certificate)}`, `key: ${file(key)}`];
const serving = (members: (values: Values) => readonly string[]): Setting => ({
  lines: (values) => object('tls.createServer', [...showing(values), ...members(values)]),
  source,
});
const connecting = (members: (values: Values) => readonly string[]): Setting => ({
  lines: (values) => object('tls.connect', [`host: '${values.name}'`, 'port: 443', ...members(values)]),
  source,
});
const versions = ["minVersion: 'TLSv1.2'", "maxVersion: 'TLSv1.3'"];
const sigalgs = "sigalgs: 'ecdsa_secp256r1_sha256:rsa_pss_rsae_sha256:ed25519'";
const demanded = (trusts: string) => [`ca: ${file(trusts)}`, 'requestCert: true', 'rejectUnauthorized: true'];

export const node: Program = {
  title: 'Node',
  server: {
    show: serving(() => []),
    trust: serving(({ trusts }) => demanded(trusts)),
    demand: serving(({ trusts }) => demanded(trusts)),
    ask: serving(({ trusts }) => [`ca: ${file(trusts)}`, 'requestCert: true', 'rejectUnauthorized: false']),
    lists: serving(({ trusts, list }) => [...demanded(trusts), `crl: ${file(list)}`]),
    versions: serving(() => versions),
    schemes: serving(() => [sigalgs]),
  },
  client: {
    show: connecting(showing),
    trust: connecting(({ trusts }) => [`ca: ${file(trusts)}`]),
    'partial chains': connecting(({ trusts }) => [`ca: ${file(trusts)}`, 'allowPartialTrustChain: true']),
    lists: connecting(({ trusts, list }) => [`ca: ${file(trusts)}`, `crl: ${file(list)}`]),
    name: connecting(({ name }) => [`servername: '${name}'`]),
    versions: connecting(() => versions),
    schemes: connecting(() => [sigalgs]),
  },
};
