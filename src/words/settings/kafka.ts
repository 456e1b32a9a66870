// What Kafka’s brokers and clients are told. Data only.

import type { Program, Setting, Values } from './setting.ts';

const set = (lines: (values: Values) => string): Setting => ({
  lines,
  source: 'https://kafka.apache.org/documentation/#security_ssl',
});
const show = set(
  ({ certificate, key, store }) => `# openssl pkcs12 -export -in ${certificate} -inkey ${key} -name mine -out ${store}
ssl.keystore.location=${store}
ssl.keystore.type=PKCS12
ssl.keystore.password=…`,
);
const trust = set(
  ({
    trusts,
  }) => `# keytool -importcert -noprompt -alias root -file ${trusts} -keystore truststore.p12 -storetype PKCS12
ssl.truststore.location=truststore.p12
ssl.truststore.type=PKCS12
ssl.truststore.password=…`,
);
const versions = set(() => 'ssl.enabled.protocols=TLSv1.2,TLSv1.3');

export const kafka: Program = {
  title: 'Kafka',
  server: {
    ...{ show, trust, versions },
    demand: set(() => 'ssl.client.auth=required'),
    ask: set(() => 'ssl.client.auth=requested'),
  },
  client: {
    ...{ show, trust, versions },
    name: set(({ name }) => `bootstrap.servers=${name}:9093\nssl.endpoint.identification.algorithm=https`),
  },
};
