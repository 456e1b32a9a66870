// What mosquitto’s broker and its clients are told. Data only.

import type { Program, Setting, Values } from './setting.ts';

const broker = (lines: (values: Values) => string): Setting => ({
  lines: (values) => `listener 8883\ncertfile ${values.certificate}\nkeyfile ${values.key}\n${lines(values)}`.trimEnd(),
  source: 'https://mosquitto.org/man/mosquitto-conf-5.html',
});
const client = (flags: (values: Values) => string): Setting => ({
  lines: (values) => `mosquitto_sub -h ${values.name} -p 8883 -t '#' --cafile ${values.trusts}${flags(values)}`,
  source: 'https://mosquitto.org/man/mosquitto_sub-1.html',
});
const demanding = broker(({ trusts }) => `cafile ${trusts}\nrequire_certificate true`);

export const mosquitto: Program = {
  title: 'mosquitto',
  server: {
    show: broker(() => ''),
    trust: demanding,
    demand: demanding,
    ask: broker(({ trusts }) => `cafile ${trusts}\nrequire_certificate false`),
    lists: broker(({ trusts, list }) => `cafile ${trusts}\nrequire_certificate true\ncrlfile ${list}`),
    versions: broker(() => 'tls_version tlsv1.2'),
  },
  client: {
    show: client(({ certificate, key }) => ` --cert ${certificate} --key ${key}`),
    trust: client(() => ''),
    name: client(() => ''),
    versions: client(() => ' --tls-version tlsv1.2'),
  },
};
