// What a client of TLS 1.2 demands of the ServerHello (RFC 5246 section 7.4.1.3, and the RFCs of its extensions).

import type { ClientConfig } from '../config.ts';
import { checkExtensions } from '../extensions.ts';
import { TlsFault } from '../fault.ts';
import type { Suite12 } from '../keys/suite.ts';
import type { Outbox } from '../outbox.ts';
import { find } from '../wire/extension.ts';
import type { Body, ClientHello } from '../wire/message.ts';
import { checkCompression, offeredTypes } from './answer.ts';
import { agreedProtocol } from './choice.ts';

type Out = Outbox<ClientConfig>;

/**
 * Checks a ServerHello whose version and suite are in order already.
 * @returns whether the extended master secret is agreed on, and the protocol
 * @throws TlsFault for an answer that doesn't fit the hello
 */
export function checkServerHello(
  hello: ClientHello,
  body: Body<'ServerHello'>,
  suite: Suite12,
  out: Out,
): { extended: boolean; alpn: string | null } {
  const { extensions } = body;
  checkExtensions('ServerHello', 'SH12', extensions, offeredTypes(hello));
  checkCompression(body);
  out.note({ kind: 'check', what: 'suite', ok: true, value: suite.name, reason: { what: 'suite offered' } });
  checkRenegotiation(body);
  // RFC 8422 5.1.2: a list without the uncompressed format is of no use to anybody.
  const formats = find(extensions, 'ec_point_formats')?.ec_point_format_list;
  if (formats && !formats.includes(0)) {
    throw new TlsFault('bad-point-formats', { of: 'server' });
  }
  const extended = find(extensions, 'extended_master_secret') !== undefined;
  noteMasterSecret(extended, out);
  return {
    extended,
    alpn: agreedProtocol(find(extensions, 'application_layer_protocol_negotiation')?.protocol_name_list, out),
  };
}

// RFC 5746 3.4. Where the extension is missing, the RFC leaves the choice; OpenSSL refuses.
function checkRenegotiation({ extensions }: Body<'ServerHello'>): void {
  const info = find(extensions, 'renegotiation_info')?.renegotiated_connection;
  if (!info) throw new TlsFault('no-secure-renegotiation', {});
  if (info.length > 0) throw new TlsFault('bad-renegotiation-info', { of: 'server' });
}

function noteMasterSecret(ok: boolean, out: Out): void {
  const reason = { what: ok ? 'master secret bound' : 'master secret unbound' } as const;
  out.note({ kind: 'check', what: 'extended master secret', ok, reason });
}
