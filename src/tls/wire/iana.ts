// The IANA registries that TLS speaks with, as two-way tables of the RFCs' own names. No behaviour.

/** Names of known code points; GREASE (RFC 8701) and unknown ones are the callers' business. */
export interface Registry<N extends string> {
  readonly codes: Readonly<Record<N, number>>;
  /** The name of a code point, `GREASE` for a reserved one of RFC 8701, or undefined. */
  name(code: number): N | 'GREASE' | undefined;
  /** The same, but for an unknown code point itself. */
  called(code: number): Called;
  /** The code point of a name, in any spelling of upper and lower case; undefined for an unknown name. */
  code(name: string): number | undefined;
}

/** A code point: its name in the registry, or the number of one that has none there. */
export type Called = string | number;

function registry<N extends string>(
  codes: Readonly<Record<N, number>>,
  grease: (code: number) => boolean = () => false,
): Registry<N> {
  const names = new Map(Object.entries(codes).map(([name, code]) => [code as number, name as N]));
  const byName = new Map(Object.entries(codes).map(([name, code]) => [name.toLowerCase(), code as number]));
  const name = (code: number) => names.get(code) ?? (grease(code) ? 'GREASE' : undefined);
  return {
    codes,
    name,
    called: (code) => name(code) ?? code,
    code: (name) => byName.get(name.toLowerCase()),
  };
}

/** RFC 8701 section 2: the two-byte values 0x0A0A, 0x1A1A, … 0xFAFA. */
export function isGrease(code: number): boolean {
  return (code & 0x0f0f) === 0x0a0a && code >> 8 === (code & 0xff);
}

export const versions = registry(
  { 'SSL 3.0': 0x0300, 'TLS 1.0': 0x0301, 'TLS 1.1': 0x0302, 'TLS 1.2': 0x0303, 'TLS 1.3': 0x0304 },
  isGrease,
);

export const contentTypes = registry({ change_cipher_spec: 20, alert: 21, handshake: 22, application_data: 23 });

export const handshakeTypes = registry({
  hello_request: 0,
  client_hello: 1,
  server_hello: 2,
  new_session_ticket: 4,
  end_of_early_data: 5,
  encrypted_extensions: 8,
  certificate: 11,
  server_key_exchange: 12,
  certificate_request: 13,
  server_hello_done: 14,
  certificate_verify: 15,
  client_key_exchange: 16,
  finished: 20,
  key_update: 24,
  message_hash: 254,
});

export const suites = registry(
  {
    TLS_AES_128_GCM_SHA256: 0x1301,
    TLS_AES_256_GCM_SHA384: 0x1302,
    TLS_CHACHA20_POLY1305_SHA256: 0x1303,
    TLS_AES_128_CCM_SHA256: 0x1304,
    TLS_AES_128_CCM_8_SHA256: 0x1305,
    TLS_RSA_WITH_AES_128_CBC_SHA: 0x002f,
    TLS_RSA_WITH_AES_256_CBC_SHA: 0x0035,
    TLS_RSA_WITH_AES_128_GCM_SHA256: 0x009c,
    TLS_RSA_WITH_AES_256_GCM_SHA384: 0x009d,
    TLS_EMPTY_RENEGOTIATION_INFO_SCSV: 0x00ff,
    TLS_FALLBACK_SCSV: 0x5600,
    TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256: 0xc02b,
    TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384: 0xc02c,
    TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256: 0xc02f,
    TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384: 0xc030,
    TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256: 0xcca8,
    TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256: 0xcca9,
  },
  isGrease,
);

export const groupNames = registry(
  {
    secp256r1: 0x0017,
    secp384r1: 0x0018,
    secp521r1: 0x0019,
    x25519: 0x001d,
    x448: 0x001e,
    ffdhe2048: 0x0100,
    ffdhe3072: 0x0101,
    ffdhe4096: 0x0102,
    ffdhe6144: 0x0103,
    ffdhe8192: 0x0104,
    X25519MLKEM768: 0x11ec,
  },
  isGrease,
);

export const signatureSchemes = registry(
  {
    rsa_pkcs1_sha1: 0x0201,
    ecdsa_sha1: 0x0203,
    rsa_pkcs1_sha256: 0x0401,
    ecdsa_secp256r1_sha256: 0x0403,
    rsa_pkcs1_sha384: 0x0501,
    ecdsa_secp384r1_sha384: 0x0503,
    rsa_pkcs1_sha512: 0x0601,
    ecdsa_secp521r1_sha512: 0x0603,
    rsa_pss_rsae_sha256: 0x0804,
    rsa_pss_rsae_sha384: 0x0805,
    rsa_pss_rsae_sha512: 0x0806,
    ed25519: 0x0807,
    ed448: 0x0808,
    rsa_pss_pss_sha256: 0x0809,
    rsa_pss_pss_sha384: 0x080a,
    rsa_pss_pss_sha512: 0x080b,
  },
  isGrease,
);

export const extensionTypes = registry(
  {
    server_name: 0,
    max_fragment_length: 1,
    status_request: 5,
    supported_groups: 10,
    ec_point_formats: 11,
    signature_algorithms: 13,
    use_srtp: 14,
    heartbeat: 15,
    application_layer_protocol_negotiation: 16,
    signed_certificate_timestamp: 18,
    client_certificate_type: 19,
    server_certificate_type: 20,
    padding: 21,
    encrypt_then_mac: 22,
    extended_master_secret: 23,
    compress_certificate: 27,
    record_size_limit: 28,
    session_ticket: 35,
    pre_shared_key: 41,
    early_data: 42,
    supported_versions: 43,
    cookie: 44,
    psk_key_exchange_modes: 45,
    certificate_authorities: 47,
    oid_filters: 48,
    post_handshake_auth: 49,
    signature_algorithms_cert: 50,
    key_share: 51,
    renegotiation_info: 0xff01,
  },
  isGrease,
);

export const pskModes = registry({ psk_ke: 0, psk_dhe_ke: 1 }, (code) => code >= 0x0b && (code - 0x0b) % 0x1f === 0);

/** RFC 8422 section 5.5 and RFC 5246 section 7.4.4. */
export const clientCertificateTypes = registry({ rsa_sign: 1, dss_sign: 2, ecdsa_sign: 64 });

export const alertLevels = registry({ warning: 1, fatal: 2 });

/** RFC 9846 appendix B.2, with that of RFC 9849 and those of earlier versions that peers may still send. */
export const alertDescriptions = registry({
  close_notify: 0,
  unexpected_message: 10,
  bad_record_mac: 20,
  decryption_failed_RESERVED: 21,
  record_overflow: 22,
  decompression_failure_RESERVED: 30,
  handshake_failure: 40,
  no_certificate_RESERVED: 41,
  bad_certificate: 42,
  unsupported_certificate: 43,
  certificate_revoked: 44,
  certificate_expired: 45,
  certificate_unknown: 46,
  illegal_parameter: 47,
  unknown_ca: 48,
  access_denied: 49,
  decode_error: 50,
  decrypt_error: 51,
  export_restriction_RESERVED: 60,
  protocol_version: 70,
  insufficient_security: 71,
  internal_error: 80,
  inappropriate_fallback: 86,
  user_canceled: 90,
  no_renegotiation: 100,
  missing_extension: 109,
  unsupported_extension: 110,
  certificate_unobtainable_RESERVED: 111,
  unrecognized_name: 112,
  bad_certificate_status_response: 113,
  bad_certificate_hash_value_RESERVED: 114,
  unknown_psk_identity: 115,
  certificate_required: 116,
  general_error: 117,
  no_application_protocol: 120,
  ech_required: 121,
});

export type AlertName = keyof typeof alertDescriptions.codes;
export type ExtensionName = keyof typeof extensionTypes.codes;
