// What Apache’s mod_ssl is told, as a server and towards the servers behind it. Data only.

import type { Program, Setting, Values } from './setting.ts';

const set = (lines: (values: Values) => string): Setting => ({
  lines,
  source: 'https://httpd.apache.org/docs/2.4/mod/mod_ssl.html',
});

export const apache: Program = {
  title: 'Apache',
  server: {
    show: set(({ certificate, key }) => `SSLCertificateFile    "${certificate}"\nSSLCertificateKeyFile "${key}"`),
    trust: set(({ trusts }) => `SSLCACertificateFile "${trusts}"\nSSLVerifyClient require`),
    demand: set(({ trusts }) => `SSLCACertificateFile "${trusts}"\nSSLVerifyClient require`),
    ask: set(({ trusts }) => `SSLCACertificateFile "${trusts}"\nSSLVerifyClient optional`),
    depth: set(({ depth }) => `SSLVerifyDepth ${depth}`),
    lists: set(({ list }) => `SSLCARevocationFile "${list}"\nSSLCARevocationCheck leaf`),
    versions: set(() => 'SSLProtocol -all +TLSv1.2 +TLSv1.3'),
    schemes: set(() => 'SSLOpenSSLConfCmd ClientSignatureAlgorithms ECDSA+SHA256:RSA-PSS+SHA256:ed25519'),
  },
  client: {
    show: set(
      ({ certificate, chain, key }) => `# client-and-key.pem: the first certificate of ${certificate}, then ${key}
SSLProxyMachineCertificateFile      "client-and-key.pem"
SSLProxyMachineCertificateChainFile "${chain}"`,
    ),
    trust: set(({ trusts }) => `SSLProxyCACertificateFile "${trusts}"\nSSLProxyVerify require`),
    depth: set(({ depth }) => `SSLProxyVerifyDepth ${depth}`),
    lists: set(({ list }) => `SSLProxyCARevocationFile "${list}"\nSSLProxyCARevocationCheck leaf`),
    name: set(({ name }) => `SSLProxyCheckPeerName on\nProxyPass "/" "https://${name}/"`),
    versions: set(() => 'SSLProxyProtocol -all +TLSv1.2 +TLSv1.3'),
  },
};
