// What real peers do when they notice a failure, as measured with the versions named below: alerts by number, in the order in which
// they were sent. Data only; a test compares it with the table that it was taken from.

import type { Version } from '../../tls/index.ts';

/** In the order of the table's cells. */
export const programs = ['OpenSSL', 'GnuTLS', 'Node.js'] as const;

export const measuredWith = 'OpenSSL 3.0.19, GnuTLS 3.7.9 and Node.js 20.20.2';

/** `-`: not measured; `closes`: without an alert; `accepts`: it does not mind. */
export const measured: Readonly<Record<string, Readonly<Partial<Record<Version, string>>>>> = {
  client_no_cert: { '1.2': '40 | 50 | 40', '1.3': '116 | 116 | 116' },
  client_untrusted_ca: { '1.2': '48 | 49 42 | closes', '1.3': '48 | 49 42 | closes' },
  client_self_signed: { '1.2': '48 | 49 42 | closes', '1.3': '48 | 49 42 | closes' },
  client_expired: { '1.2': '45 | 49 42 | closes', '1.3': '45 | 49 42 | closes' },
  client_not_yet_valid: { '1.2': '42 | 49 42 | closes', '1.3': '42 | 49 42 | closes' },
  client_eku_server_only: { '1.2': '43 | accepts | closes', '1.3': '43 | accepts | closes' },
  client_missing_intermediate: { '1.2': '48 | 49 42 | closes', '1.3': '48 | 49 42 | closes' },
  client_bad_cert_signature: { '1.2': '51 | 49 42 | closes', '1.3': '51 | 49 42 | closes' },
  client_unknown_critical_ext: { '1.2': '46 | 49 42 | closes', '1.3': '46 | 49 42 | closes' },
  client_issuer_not_ca: { '1.2': '48 | 49 42 | closes', '1.3': '48 | 49 42 | closes' },
  client_ku_no_digital_signature: { '1.2': 'accepts | 80 | accepts', '1.3': 'accepts | 80 | accepts' },
  client_key_mismatch: { '1.2': '51 | 51 | 51', '1.3': '51 | 51 | 51' },
  server_key_mismatch: { '1.2': '51 | 51 | 51', '1.3': '51 | 51 | 51' },
  server_untrusted_ca: { '1.2': '48 | 42 | closes', '1.3': '48 | 42 | closes' },
  server_self_signed: { '1.2': '48 | 42 | closes', '1.3': '48 | 42 | closes' },
  server_hostname_mismatch: { '1.2': '42 | 42 | closes', '1.3': '42 | 42 | closes' },
  server_expired: { '1.2': '45 | 42 | closes', '1.3': '45 | 42 | closes' },
  server_not_yet_valid: { '1.2': '42 | 42 | closes', '1.3': '42 | 42 | closes' },
  server_eku_client_only: { '1.2': '43 | 42 | closes', '1.3': '43 | 42 | closes' },
  server_missing_intermediate: { '1.2': '48 | 42 | closes', '1.3': '48 | 42 | closes' },
  server_bad_cert_signature: { '1.2': '51 | 42 | closes', '1.3': '51 | 42 | closes' },
  server_unknown_critical_ext: { '1.2': '46 | 42 | closes', '1.3': '46 | 42 | closes' },
  server_issuer_not_ca: { '1.2': '48 | 42 | closes', '1.3': '48 | 42 | closes' },
  server_ku_no_digital_signature: { '1.2': '40 | 40 | 40', '1.3': 'accepts | 40 | accepts' },
  no_shared_cipher: { '1.2': '40 | 40 | 40', '1.3': '40 | 40 | 40' },
  no_shared_version_client12_server13: { '1.2': '70 | 40 | 70' },
  no_shared_version_client13_server12: { '1.3': '70 | 40 | 70' },
  no_shared_group: { '1.2': '40 | 40 | 40', '1.3': '40 | 40 | 40' },
  no_shared_sigalg_for_server_cert: { '1.2': '40 | 40 | 40', '1.3': '40 | 40 | 40' },
  server_requests_sigalg_client_cannot_do: { '1.2': '40 | - | -', '1.3': '116 | - | -' },
  alpn_mismatch: { '1.2': '120 | 120 | 120', '1.3': '120 | 120 | 120' },
  flip_cv_client: { '1.2': '51 | 51 | 51', '1.3': '51 | 51 | 51' },
  flip_fin_client_ct: { '1.2': '20 | 20 | 20', '1.3': '20 | 20 | 20' },
  flip_fin_server_ct: { '1.2': '20 | 20 | 20', '1.3': '20 | 20 | 20' },
  flip_fin_client_keyed: { '1.2': '51 | 51 | 51', '1.3': '51 | 51 | 51' },
  flip_fin_server_keyed: { '1.2': '51 | 51 | 51', '1.3': '51 | 51 | 51' },
  flip_app_client: { '1.2': '20 | 20 | 20', '1.3': '20 | 20 | 20' },
  flip_app_server: { '1.2': '20 | closes | 20', '1.3': '20 | closes | 20' },
  flip_ch_random: { '1.2': '51 | 51 | 51', '1.3': '20 | 20 | 20' },
  flip_ske_sig: { '1.2': '51 | 51 | 51' },
  flip_cv_server: { '1.3': '51 | 51 | 51' },
  downgrade_strip_supported_versions: { '1.3': '47 | 47 | 47' },
};
