// What OpenSSL’s own commands are told. Data only.

import type { Program, Setting, Settings, Values } from './setting.ts';

const page = (command: string) => `https://docs.openssl.org/3.0/man1/${command}/`;
const s_client = page('openssl-s_client');
const s_server = page('openssl-s_server');

const connecting = (rest: (values: Values) => string): Setting => ({
  lines: (values) => `openssl s_client -connect ${values.name}:443 ${rest(values)}`,
  source: s_client,
});
const serving = (rest: (values: Values) => string): Setting => ({
  lines: (values) => `openssl s_server -accept 8443 -cert ${values.certificate} -key ${values.key} ${rest(values)}`,
  source: s_server,
});
const versions = '-min_protocol TLSv1.2 -max_protocol TLSv1.3';

const files: Settings = {
  issue: {
    lines: ({ certificate, name, purpose }) => `# ext.cnf
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = ${purpose}
${purpose === 'serverAuth' ? `subjectAltName = ${isAddress(name) ? 'IP' : 'DNS'}:${name}\n` : ''}
openssl x509 -req -in request.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 365 -sha256 -extfile ext.cnf -out ${certificate}`,
    source: page('openssl-x509'),
  },
  pair: {
    lines: ({ certificate, key }) => `openssl x509 -in ${certificate} -noout -pubkey
openssl pkey -in ${key} -pubout`,
    source: page('openssl-pkey'),
  },
  look: {
    lines: ({ certificate }) =>
      `openssl x509 -in ${certificate} -noout -subject -issuer -dates -ext basicConstraints,keyUsage,extendedKeyUsage,subjectAltName`,
    source: page('openssl-x509'),
  },
};

const isAddress = (name: string) => /^[\d.]+$|:/.test(name);

export const openssl: Program = {
  title: 'OpenSSL',
  client: {
    ...files,
    show: connecting(({ certificate, chain, key }) => `-cert ${certificate} -cert_chain ${chain} -key ${key}`),
    trust: connecting(({ trusts }) => `-CAfile ${trusts} -verify_return_error`),
    'partial chains': connecting(({ trusts }) => `-CAfile ${trusts} -partial_chain -verify_return_error`),
    depth: connecting(({ depth, trusts }) => `-CAfile ${trusts} -verify ${depth} -verify_return_error`),
    lists: connecting(({ trusts, list }) => `-CAfile ${trusts} -CRL ${list} -crl_check -verify_return_error`),
    name: connecting(
      ({ name }) =>
        `-servername ${name} ${isAddress(name) ? '-verify_ip' : '-verify_hostname'} ${name} -verify_return_error`,
    ),
    versions: connecting(() => versions),
    schemes: connecting(() => '-sigalgs ECDSA+SHA256:RSA-PSS+SHA256:ed25519'),
  },
  server: {
    ...files,
    show: serving(({ chain }) => `-cert_chain ${chain}`),
    trust: serving(({ trusts }) => `-CAfile ${trusts} -Verify 4 -verify_return_error`),
    'partial chains': serving(({ trusts }) => `-CAfile ${trusts} -partial_chain -Verify 4 -verify_return_error`),
    demand: serving(({ trusts }) => `-CAfile ${trusts} -Verify 4 -verify_return_error`),
    ask: serving(({ trusts }) => `-CAfile ${trusts} -verify 4 -verify_return_error`),
    depth: serving(({ trusts, depth }) => `-CAfile ${trusts} -Verify ${depth} -verify_return_error`),
    lists: serving(({ trusts, list }) => `-CAfile ${trusts} -CRL ${list} -crl_check -Verify 4 -verify_return_error`),
    versions: serving(() => versions),
    schemes: serving(({ trusts }) => `-CAfile ${trusts} -Verify 4 -client_sigalgs ECDSA+SHA256:RSA-PSS+SHA256:ed25519`),
  },
};
