// What Go’s package crypto/tls is told. Data only.

import type { Program, Setting, Values } from './setting.ts';

const source = 'https://pkg.go.dev/crypto/tls';
const config = (lines: (values: Values) => string): Setting => ({ lines, source });
const loaded = ({ certificate, key }: Values) => `certificate, err := tls.LoadX509KeyPair("${certificate}", "${key}")`;
const pool = ({ trusts }: Values) => `pem, err := os.ReadFile("${trusts}")
pool := x509.NewCertPool()
pool.AppendCertsFromPEM(pem)`;
const shown = config(
  (values) => `${loaded(values)}
config := &tls.Config{Certificates: []tls.Certificate{certificate}}`,
);
const versions = config(() => 'config := &tls.Config{MinVersion: tls.VersionTLS12, MaxVersion: tls.VersionTLS13}');
const trusting = (auth: string) =>
  config(
    (values) => `${pool(values)}
config := &tls.Config{ClientCAs: pool, ClientAuth: tls.${auth}}`,
  );
const demanding = trusting('RequireAndVerifyClientCert');

/** Go looks at no lists by itself. */
const lists: Setting = {
  lines: ({ list }) => `der, err := os.ReadFile("${list}") // in DER
list, err := x509.ParseRevocationList(der)
config.VerifyPeerCertificate = func(_ [][]byte, chains [][]*x509.Certificate) error {
  if len(chains) == 0 || len(chains[0]) < 2 {
    return errors.New("no CA above the certificate")
  }
  if err := list.CheckSignatureFrom(chains[0][1]); err != nil {
    return err
  }
  for _, each := range list.RevokedCertificateEntries { // since Go 1.21
    if each.SerialNumber.Cmp(chains[0][0].SerialNumber) == 0 {
      return errors.New("revoked")
    }
  }
  return nil
}`,
  source: 'https://pkg.go.dev/crypto/x509#RevocationList',
};

export const go: Program = {
  title: 'Go',
  server: {
    show: shown,
    trust: demanding,
    demand: demanding,
    ask: trusting('VerifyClientCertIfGiven'),
    lists,
    versions,
  },
  client: {
    show: shown,
    trust: config((values) => `${pool(values)}\nconfig := &tls.Config{RootCAs: pool}`),
    lists,
    name: config(({ name }) => `config := &tls.Config{ServerName: "${name}"}`),
    versions,
  },
};
