// What Java’s JSSE and its keytool are told. Data only.

import type { Program, Setting, Values } from './setting.ts';

const guide =
  'https://docs.oracle.com/en/java/javase/17/security/java-secure-socket-extension-jsse-reference-guide.html';
const keytool = 'https://docs.oracle.com/en/java/javase/17/docs/specs/man/keytool.html';
const api = 'https://docs.oracle.com/en/java/javase/17/docs/api/java.base/';
const set = (lines: (values: Values) => string, source = guide): Setting => ({ lines, source });

const show = set(
  ({ certificate, key, store }) => `openssl pkcs12 -export -in ${certificate} -inkey ${key} -name mine -out ${store}
keytool -list -v -keystore ${store} -storetype PKCS12
java -Djavax.net.ssl.keyStore=${store} -Djavax.net.ssl.keyStoreType=PKCS12 -Djavax.net.ssl.keyStorePassword=… …`,
);
const trust = set(
  ({ trusts }) => `keytool -importcert -noprompt -alias root -file ${trusts} -keystore truststore.p12 -storetype PKCS12
java -Djavax.net.ssl.trustStore=truststore.p12 -Djavax.net.ssl.trustStoreType=PKCS12 -Djavax.net.ssl.trustStorePassword=… …`,
);
const depth = set(
  ({
    depth: most,
  }) => `PKIXBuilderParameters parameters = new PKIXBuilderParameters(trustStore, new X509CertSelector());
parameters.setMaxPathLength(${most});
trustManagerFactory.init(new CertPathTrustManagerParameters(parameters));`,
  `${api}java/security/cert/PKIXBuilderParameters.html`,
);
const lists = set(
  ({
    list,
  }) => `Collection<? extends CRL> lists = CertificateFactory.getInstance("X.509").generateCRLs(new FileInputStream("${list}"));
PKIXBuilderParameters parameters = new PKIXBuilderParameters(trustStore, new X509CertSelector());
parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
parameters.setRevocationEnabled(true);
trustManagerFactory.init(new CertPathTrustManagerParameters(parameters));`,
  `${api}java/security/cert/PKIXParameters.html`,
);
const versions = set(
  () => 'socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});',
  `${api}javax/net/ssl/SSLSocket.html`,
);
const issue = set(
  ({ certificate, purpose, name }) =>
    `keytool -gencert -keystore ca.p12 -storetype PKCS12 -alias ca -infile request.csr -outfile ${certificate} -rfc -validity 365 -ext KeyUsage:critical=digitalSignature -ext ExtendedKeyUsage=${purpose}${purpose === 'serverAuth' ? ` -ext SubjectAlternativeName=${/^[\d.]+$|:/.test(name) ? 'ip' : 'dns'}:${name}` : ''}`,
  keytool,
);
const look = set(({ certificate }) => `keytool -printcert -file ${certificate}`, keytool);
const asking = (call: string) =>
  set(
    () => `SSLServerSocket socket = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(8443);
socket.${call}(true);`,
    `${api}javax/net/ssl/SSLServerSocket.html`,
  );

export const java: Program = {
  title: 'Java',
  server: {
    ...{ show, trust, depth, lists, issue, look },
    demand: asking('setNeedClientAuth'),
    ask: asking('setWantClientAuth'),
    versions,
  },
  client: {
    ...{ show, trust, depth, lists, issue, look, versions },
    name: set(
      ({ name }) => `SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("${name}", 443);
SSLParameters parameters = socket.getSSLParameters();
parameters.setEndpointIdentificationAlgorithm("HTTPS");
socket.setSSLParameters(parameters);`,
      `${api}javax/net/ssl/SSLParameters.html`,
    ),
  },
};
