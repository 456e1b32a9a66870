// What Python’s module ssl is told. Data only.

import type { Program, Setting, Settings, Values } from './setting.ts';

const settings = (purpose: string): Settings => {
  const set = (lines: (values: Values) => string): Setting => ({
    lines: (values) => `context = ssl.SSLContext(ssl.${purpose})\n${lines(values)}`,
    source: 'https://docs.python.org/3/library/ssl.html',
  });
  const trusted = ({ trusts }: Values) => `context.load_verify_locations("${trusts}")`;
  const server = purpose.endsWith('SERVER');
  const required = server ? '\ncontext.verify_mode = ssl.CERT_REQUIRED' : '';
  return {
    show: set(({ certificate, key }) => `context.load_cert_chain("${certificate}", "${key}")`),
    trust: set((values) => `${trusted(values)}${required}`),
    'partial chains': set(
      (values) => `${trusted(values)}${required}\ncontext.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN`,
    ),
    lists: set(
      (values) => `${trusted(values)}${required}
context.load_verify_locations("${values.list}")
context.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF`,
    ),
    versions: set(
      () => `context.minimum_version = ssl.TLSVersion.TLSv1_2\ncontext.maximum_version = ssl.TLSVersion.TLSv1_3`,
    ),
    ...(server
      ? {
          demand: set((values) => `${trusted(values)}${required}`),
          ask: set((values) => `${trusted(values)}\ncontext.verify_mode = ssl.CERT_OPTIONAL`),
        }
      : {
          name: set(
            ({ name }) => `context.check_hostname = True
connection = context.wrap_socket(socket.create_connection(("${name}", 443)), server_hostname="${name}")`,
          ),
        }),
  };
};

export const python: Program = {
  title: 'Python',
  client: settings('PROTOCOL_TLS_CLIENT'),
  server: settings('PROTOCOL_TLS_SERVER'),
};
