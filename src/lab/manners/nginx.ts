// nginx with ssl_verify_client, as its source says (src/event/ngx_event_openssl.c, src/http/ngx_http_request.c). Data only.

import type { Unproven } from '../../tls/index.ts';
import type { Manner } from './manner.ts';
import { openssl } from './openssl.ts';

/** ngx_ssl_verify_callback takes everything; the verdict is asked for with the request. */
const later: Unproven = { causes: 'all', outcome: 'goes on' };

export const nginx: Manner = {
  ...openssl,
  program: 'nginx',
  version: '1.22.1',
  source: 'from its source',
  plays: ['server'],
  // ssl_verify_depth.
  depth: 1,
  // ssl_crl sets X509_V_FLAG_CRL_CHECK_ALL.
  revocation: { demand: 'chain', when: 'given' },
  unproven: { asked: later, required: later },
  // HTTP 400, whose two texts stand with the page.
  refusesByPage: true,
};
