// What curl is told. Data only.

import type { Program, Setting, Values } from './setting.ts';

const set = (flags: (values: Values) => string): Setting => ({
  lines: (values) => `curl ${flags(values)} https://${values.name}/`,
  source: 'https://curl.se/docs/manpage.html',
});

export const curl: Program = {
  title: 'curl',
  client: {
    show: set(({ certificate, key }) => `--cert ${certificate} --key ${key}`),
    trust: set(({ trusts }) => `--cacert ${trusts}`),
    lists: set(({ trusts, list }) => `--cacert ${trusts} --crlfile ${list}`),
    name: set(({ name }) => `--connect-to ${name}:443:SERVER:443`),
    versions: set(() => '--tlsv1.2 --tls-max 1.3'),
  },
};
