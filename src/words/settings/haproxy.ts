// What HAProxy is told, on its bind lines and towards the servers behind it. Data only.

import type { Program, Setting, Values } from './setting.ts';

const source = 'https://docs.haproxy.org/2.6/configuration.html';
const bound = (rest: (values: Values) => string): Setting => ({
  lines: (values) => `# server-and-key.pem: ${values.certificate}, then ${values.key}
bind :443 ssl crt server-and-key.pem${rest(values)}`,
  source,
});
const connecting = (rest: (values: Values) => string): Setting => ({
  lines: (values) => `server one ${values.name}:443 ssl verify required ca-file ${values.trusts}${rest(values)}`,
  source,
});

export const haproxy: Program = {
  title: 'HAProxy',
  server: {
    show: bound(() => ''),
    trust: bound(({ trusts }) => ` ca-file ${trusts} verify required`),
    demand: bound(({ trusts }) => ` ca-file ${trusts} verify required`),
    ask: bound(({ trusts }) => ` ca-file ${trusts} verify optional`),
    lists: bound(({ trusts, list }) => ` ca-file ${trusts} verify required crl-file ${list}`),
    versions: bound(() => ' ssl-min-ver TLSv1.2 ssl-max-ver TLSv1.3'),
  },
  client: {
    show: {
      lines: (values) => `# client-and-key.pem: ${values.certificate}, then ${values.key}
${connecting(() => ' crt client-and-key.pem').lines(values)}`,
      source,
    },
    trust: connecting(() => ''),
    lists: connecting(({ list }) => ` crl-file ${list}`),
    name: connecting(({ name }) => ` sni str(${name}) verifyhost ${name}`),
    versions: connecting(() => ' ssl-min-ver TLSv1.2 ssl-max-ver TLSv1.3'),
  },
};
