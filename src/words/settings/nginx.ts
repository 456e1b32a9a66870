// What nginx is told, as a server and towards the servers behind it. Data only.

import type { Program, Setting, Values } from './setting.ts';

const served = (lines: (values: Values) => string): Setting => ({
  lines,
  source: 'https://nginx.org/en/docs/http/ngx_http_ssl_module.html',
});
const proxied = (lines: (values: Values) => string): Setting => ({
  lines,
  source: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html',
});

export const nginx: Program = {
  title: 'nginx',
  server: {
    show: served(({ certificate, key }) => `ssl_certificate     ${certificate};\nssl_certificate_key ${key};`),
    trust: served(({ trusts }) => `ssl_client_certificate ${trusts};\nssl_verify_client on;`),
    demand: served(({ trusts }) => `ssl_client_certificate ${trusts};\nssl_verify_client on;`),
    ask: served(({ trusts }) => `ssl_client_certificate ${trusts};\nssl_verify_client optional;`),
    depth: served(({ depth }) => `ssl_verify_depth ${depth};`),
    lists: served(({ list }) => `ssl_crl ${list};`),
    versions: served(() => 'ssl_protocols TLSv1.2 TLSv1.3;'),
    schemes: served(() => 'ssl_conf_command ClientSignatureAlgorithms ECDSA+SHA256:RSA-PSS+SHA256:ed25519;'),
  },
  client: {
    show: proxied(
      ({ certificate, key }) => `proxy_ssl_certificate     ${certificate};\nproxy_ssl_certificate_key ${key};`,
    ),
    trust: proxied(({ trusts }) => `proxy_ssl_trusted_certificate ${trusts};\nproxy_ssl_verify on;`),
    depth: proxied(({ depth }) => `proxy_ssl_verify_depth ${depth};`),
    lists: proxied(({ list }) => `proxy_ssl_crl ${list};`),
    name: proxied(({ name }) => `proxy_ssl_name ${name};\nproxy_ssl_server_name on;\nproxy_ssl_verify on;`),
    versions: proxied(() => 'proxy_ssl_protocols TLSv1.2 TLSv1.3;'),
  },
};
