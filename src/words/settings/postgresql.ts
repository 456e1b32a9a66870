// What PostgreSQL’s server and its clients are told. Data only.

import type { Program, Setting, Values } from './setting.ts';

const docs = 'https://www.postgresql.org/docs/current/';
const server = (lines: (values: Values) => string, page = 'ssl-tcp.html'): Setting => ({
  lines: (values) => `# postgresql.conf\nssl = on\n${lines(values)}`,
  source: `${docs}${page}`,
});
const client = (parameters: (values: Values) => string, page = 'libpq-ssl.html'): Setting => ({
  lines: (values) => `psql "host=${values.name} sslmode=verify-full ${parameters(values)}"`,
  source: `${docs}${page}`,
});
const demanding = server(
  ({ trusts }) => `ssl_ca_file = '${trusts}'

# pg_hba.conf
hostssl all all all scram-sha-256 clientcert=verify-ca`,
);

export const postgresql: Program = {
  title: 'PostgreSQL',
  server: {
    show: server(({ certificate, key }) => `ssl_cert_file = '${certificate}'\nssl_key_file = '${key}'`),
    trust: demanding,
    demand: demanding,
    ask: server(
      ({ trusts }) => `ssl_ca_file = '${trusts}'

# pg_hba.conf
hostssl all all all scram-sha-256`,
    ),
    lists: server(({ list }) => `ssl_crl_file = '${list}'`),
    versions: server(
      () => "ssl_min_protocol_version = 'TLSv1.2'\nssl_max_protocol_version = 'TLSv1.3'",
      'runtime-config-connection.html',
    ),
  },
  client: {
    show: client(({ certificate, key }) => `sslcert=${certificate} sslkey=${key}`),
    trust: client(({ trusts }) => `sslrootcert=${trusts}`),
    lists: client(({ trusts, list }) => `sslrootcert=${trusts} sslcrl=${list}`),
    name: client(() => 'hostaddr=ADDRESS'),
    versions: client(() => 'ssl_min_protocol_version=TLSv1.2 ssl_max_protocol_version=TLSv1.3', 'libpq-connect.html'),
  },
};
