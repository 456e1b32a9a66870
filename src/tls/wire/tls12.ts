// The messages of TLS 1.2 after the hellos (RFC 5246 section 7.4, RFC 8422 section 5). What a ClientKeyExchange holds depends
// on how the keys are exchanged, so there are two sets.

import { many, rest, sized, struct, u32, uint } from '../../bytes/index.ts';
import { group, scheme } from './extension.ts';
import { clientCertificateTypes } from './iana.ts';

const certificate = struct('Certificate', {
  certificate_list: sized(3, many(sized(3, rest('X.509'), { min: 1 }))),
});

const point = struct('ECPoint', { point: sized(1, rest(), { min: 1 }) });
/** RFC 8422 section 5.4: the only ECCurveType that is left. */
export const NAMED_CURVE = 3;
const curveType = uint(1, 'ECCurveType', (code) => (code === NAMED_CURVE ? 'named_curve' : undefined));

/** RFC 8422 section 5.4. Only named curves are spoken; another curve type is refused by the client. */
export const serverECDHParams = struct('ServerECDHParams', {
  curve_type: curveType,
  named_curve: group,
  public: sized(1, rest('ECPoint'), { min: 1 }),
});
const serverKeyExchange = struct('ServerKeyExchange', {
  params: serverECDHParams,
  algorithm: scheme,
  signature: sized(2, rest()),
});

const certificateRequest = struct('CertificateRequest', {
  certificate_types: sized(1, many(uint(1, 'ClientCertificateType', clientCertificateTypes.name)), { min: 1 }),
  supported_signature_algorithms: sized(2, many(scheme), { min: 2, max: 65534 }),
  certificate_authorities: sized(2, many(sized(2, rest('DistinguishedName'), { min: 1 }))),
});

const ecdhKeyExchange = struct('ClientKeyExchange', { exchange_keys: point });
const rsaKeyExchange = struct('ClientKeyExchange', { encrypted_pre_master_secret: sized(2, rest()) });

const common = {
  HelloRequest: struct('HelloRequest', {}),
  Certificate: certificate,
  CertificateRequest: certificateRequest,
  ServerHelloDone: struct('ServerHelloDone', {}),
  CertificateVerify: struct('CertificateVerify', { algorithm: scheme, signature: sized(2, rest()) }),
  Finished: struct('Finished', { verify_data: rest() }),
  NewSessionTicket: struct('NewSessionTicket', { ticket_lifetime_hint: u32, ticket: sized(2, rest()) }),
};

/** With ECDHE. */
export const bodies12 = { ...common, ServerKeyExchange: serverKeyExchange, ClientKeyExchange: ecdhKeyExchange };
/** With static RSA: no ServerKeyExchange, and the client encrypts the premaster secret. */
export const bodies12Rsa = { ...common, ClientKeyExchange: rsaKeyExchange };
