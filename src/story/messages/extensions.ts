// The extensions that a message carries: what each says in this run, what it is for, where the standard explains it.
// Its words come from words/explain/extensions.ts.

import type { Field } from '../../bytes/index.ts';
import type { SeenMessage } from '../../tls/index.ts';
import { extensions as words } from '../../words/explain/index.ts';
import { extensionFields } from '../../words/fields/index.ts';
import { tlsReference } from '../../words/references.ts';
import { peerOf, versionOf } from '../account.ts';
import type { ExtensionLine } from '../explain/narration.ts';
import { dataLength, type Episode } from '../explain/sources.ts';
import { authoritiesIn, fieldNamed, listNamed, valueNamed } from '../reading.ts';
import { plain, rich } from '../rich.ts';

/** The extensions of a step's message, in its order; none where it carries none that this page explains. */
export function extensionsIn({ message, timeline, from }: Episode): readonly ExtensionLine[] {
  const carrier = message && carriers.find((name) => name === message.name);
  if (!message || !carrier) return [];
  const version = versionOf(timeline);
  const list = fieldNamed(message.field, 'extensions')?.children ?? [];
  return list
    .filter(({ type }) => type === 'Extension')
    .map((extension): ExtensionLine => {
      const { name } = extension;
      const { text, breaksWithout } =
        words.extensionWords(name, carrier, version) ?? strange(name, carrier, peerOf(from));
      const section = name === 'GREASE' ? 'grease' : words.extensionSection(name, version);
      return {
        name,
        value: plain(sayingOf(extension, message)),
        text: rich(text),
        breaksWithout: rich(breaksWithout),
        reference: tlsReference(section),
      };
    });
}

const carriers: readonly words.Carrier[] = [
  'ClientHello',
  'ServerHello',
  'HelloRetryRequest',
  'EncryptedExtensions',
  'CertificateRequest',
];

/** What only asks may hold anything, and what is unknown is ignored there; an answer may only answer. */
function strange(name: string, carrier: words.Carrier, by: Episode['to']): words.ExtensionWords {
  const asks = carrier === 'ClientHello' || carrier === 'CertificateRequest';
  if (!asks) return words.misplaced(by, carrier);
  return name === 'GREASE' ? words.grease : words.ignored(by, extensionFields[name] ?? '');
}

function sayingOf(extension: Field, message: SeenMessage): string {
  const data = fieldNamed(extension, 'extension_data') ?? extension;
  const read = readers[extension.name]?.(data, message) ?? [];
  const items = read.filter((item) => item !== undefined && item !== '').map(String);
  return items.length > 0 ? words.extensionValues.list(items) : words.extensionValues.bytes(bodyLength(data));
}

/** Without the two bytes that say how long it is. */
function bodyLength({ start, end, children: [length] }: Field): number {
  return end - start - (length?.name === 'length' ? length.end - length.start : 0);
}

type Reader = (data: Field, message: SeenMessage) => readonly (string | undefined)[];

const listed =
  (name: string): Reader =>
  (data) =>
    listNamed(data, name);

/** What an extension says, by its name; of those that say nothing else, the size. */
const readers: Readonly<Record<string, Reader>> = {
  server_name: (data) => [valueNamed(data, 'host_name')],
  supported_versions: (data) => [...listNamed(data, 'versions'), valueNamed(data, 'selected_version')],
  supported_groups: listed('named_group_list'),
  key_share: (data) => [...shares(data), valueNamed(data, 'selected_group')],
  signature_algorithms: listed('supported_signature_algorithms'),
  signature_algorithms_cert: listed('supported_signature_algorithms'),
  application_layer_protocol_negotiation: listed('protocol_name_list'),
  psk_key_exchange_modes: listed('ke_modes'),
  certificate_authorities: (_, message) => authoritiesIn(message),
  cookie: (data) => [words.extensionValues.bytes(dataLength(fieldNamed(data, 'cookie')))],
  renegotiation_info: (data) => [words.extensionValues.bytes(dataLength(fieldNamed(data, 'renegotiated_connection')))],
  ec_point_formats: listed('ec_point_format_list'),
};

function shares(data: Field): readonly string[] {
  const server = fieldNamed(data, 'server_share');
  const entries = server ? [server] : (fieldNamed(data, 'client_shares')?.children ?? []);
  return entries.flatMap((entry) => {
    const group = valueNamed(entry, 'group');
    return group === undefined
      ? []
      : [words.extensionValues.share(group, dataLength(fieldNamed(entry, 'key_exchange')))];
  });
}
