// What each extension is for in the message that carries it, and what breaks without it. Texts are in the notation of `rich`; values
// come in, words go out. English, ready for other languages.

import type { Role, Version } from '../../tls/index.ts';
import { listed, size } from '../grammar.ts';
import type { SectionName } from '../references.ts';

/** The messages that carry extensions which this page explains. */
export type Carrier =
  | 'ClientHello'
  | 'ServerHello'
  | 'HelloRetryRequest'
  | 'EncryptedExtensions'
  | 'CertificateRequest';

export interface ExtensionWords {
  readonly text: string;
  readonly breaksWithout: string;
}

type Either = ExtensionWords | Readonly<Record<Version, ExtensionWords>>;

interface Entry {
  /** Where the standards of each version explain it; one for both where there is one. */
  readonly section: SectionName | Readonly<Record<Version, SectionName>>;
  readonly in: Readonly<Partial<Record<Carrier, Either>>>;
}

/** What there is to say about an extension in a message; undefined where it has no place. */
export function extensionWords(name: string, carrier: Carrier, version: Version): ExtensionWords | undefined {
  const found = entries[name]?.in[carrier];
  return found && ('text' in found ? found : found[version]);
}

/** Where the standards explain an extension; the rules for all of them where it has no words of its own. */
export function extensionSection(name: string, version: Version): SectionName {
  const section = entries[name]?.section ?? { '1.2': 'extensions12', '1.3': 'extensions' };
  return typeof section === 'string' ? section : section[version];
}

const points: ExtensionWords = {
  text: 'How points on curves are written. Of several ways only “uncompressed” is left.',
  breaksWithout: 'Nothing today: everybody takes “uncompressed” for granted.',
};

const inCertificates: ExtensionWords = {
  text: 'The kinds of signature that the sender can verify inside certificates, where they differ from those in the handshake.',
  breaksWithout: 'Then `signature_algorithms` counts for certificates as well.',
};

const tied =
  'the keys are tied to the two randoms only, and somebody in the middle can make two connections share them. The attack is called triple handshake.';

const entries: Readonly<Record<string, Entry>> = {
  server_name: {
    section: 'serverName',
    in: {
      ClientHello: {
        text: 'Which server the client wants: one address may serve many names. It travels in the clear, for everybody to read, unless the whole hello is encrypted once more (Encrypted ClientHello, ECH, RFC 9849). Where a proxy ends TLS, it is the proxy that reads it.',
        breaksWithout: 'A server with several names would have to guess, and might show the wrong certificate.',
      },
      ServerHello: {
        text: 'Empty: the server says that it has taken the name into account.',
        breaksWithout: 'Nothing: the client sees by the certificate whether the right server answers.',
      },
      EncryptedExtensions: {
        text: 'Empty: the server says that it has taken the name into account.',
        breaksWithout: 'Nothing: the client sees by the certificate whether the right server answers.',
      },
    },
  },
  supported_versions: {
    section: 'supportedVersions',
    in: {
      ClientHello: {
        text: 'The versions that the client really speaks, its favourite first. `legacy_version` says TLS 1.2, to keep old devices calm.',
        breaksWithout: 'The server would take this for a client that speaks TLS 1.2 at most.',
      },
      ServerHello: {
        text: 'The version that is really spoken from here on. `legacy_version` stays at TLS 1.2, to keep old devices calm.',
        breaksWithout: 'The client would take this for an answer in TLS 1.2.',
      },
      HelloRetryRequest: {
        text: 'The version that will be spoken. It is settled already.',
        breaksWithout: 'The client would take this for a ServerHello in TLS 1.2.',
      },
    },
  },
  supported_groups: {
    section: { '1.2': 'supportedCurves', '1.3': 'supportedGroups' },
    in: {
      ClientHello: {
        '1.3': {
          text: 'The groups in which the client can exchange keys, its favourite first. It sends a key share for some of them only.',
          breaksWithout:
            'The server could not know which group to ask for when the key share does not suit it. It refuses with `missing_extension`.',
        },
        '1.2': {
          text: 'The curves in which the client can exchange keys, its favourite first.',
          breaksWithout: 'The server would have to guess which curve the client knows.',
        },
      },
      EncryptedExtensions: {
        text: 'The groups that the server likes, for the client’s next visit.',
        breaksWithout: 'The client might guess the wrong group next time, too.',
      },
    },
  },
  key_share: {
    section: 'keyShare',
    in: {
      ClientHello: {
        text: 'The public half of a fresh key pair for each group that the client thinks likely. The server can make keys with it at once.',
        breaksWithout:
          'A server of TLS 1.3 refuses with `missing_extension`. With an empty list it would ask for a share with HelloRetryRequest, and a round trip would be lost.',
      },
      ServerHello: {
        text: 'The public half of the server’s own fresh key pair, in the group that it picked. With it the client makes the same secret.',
        breaksWithout: 'There would be no common secret, and so no keys.',
      },
      HelloRetryRequest: {
        text: 'The group in which the server wants a key share. There is no key here, only the group’s name.',
        breaksWithout: 'The client would not know which group to use instead.',
      },
    },
  },
  signature_algorithms: {
    section: { '1.2': 'signatureAlgorithms12', '1.3': 'signatureAlgorithms' },
    in: {
      ClientHello: {
        '1.3': {
          text: 'The kinds of signature that the client can verify, its favourite first. The server has to sign with one of them.',
          breaksWithout:
            'A server that shows a certificate could not know which signature the client understands. It refuses with `missing_extension`.',
        },
        '1.2': {
          text: 'The kinds of signature that the client can verify, its favourite first: in ServerKeyExchange and in certificates.',
          breaksWithout:
            'By RFC 5246 the server takes it that the client wants SHA-1. That is no longer safe: RFC 9155 forbids it, and demands this extension of every client.',
        },
      },
      CertificateRequest: {
        text: 'The kinds of signature that the server can verify. The client needs a key that can make one of them.',
        breaksWithout: 'It has to be there. A request without it is refused with `missing_extension`.',
      },
    },
  },
  signature_algorithms_cert: {
    section: 'signatureAlgorithms',
    in: { ClientHello: inCertificates, CertificateRequest: inCertificates },
  },
  application_layer_protocol_negotiation: {
    section: 'protocolNegotiation',
    in: {
      ClientHello: {
        text: 'ALPN: what the client wants to speak over this connection, its favourite first.',
        breaksWithout:
          'Both sides would have to know beforehand what is spoken. Attacks were built from words of one protocol that were taken for another.',
      },
      ServerHello: {
        text: 'ALPN: the one protocol that the server picked, for everybody to read.',
        breaksWithout: 'The client would not know whether the server speaks what it wants to speak.',
      },
      EncryptedExtensions: {
        text: 'ALPN: the one protocol that the server picked, hidden from everybody on the wire.',
        breaksWithout: 'The client would not know whether the server speaks what it wants to speak.',
      },
    },
  },
  psk_key_exchange_modes: {
    section: 'pskKeyExchangeModes',
    in: {
      ClientHello: {
        text: 'How the client would come back with a ticket: `psk_dhe_ke` means, with fresh key shares as well. In such a handshake nobody shows a certificate, and none is judged anew.',
        breaksWithout: 'Nothing in this connection. But no ticket could be used afterwards.',
      },
    },
  },
  certificate_authorities: {
    section: 'certificateAuthorities',
    in: {
      ClientHello: {
        text: 'The CAs that the client trusts, so that a server with several certificates can pick one.',
        breaksWithout: 'The server would show the certificate that it shows to everybody.',
      },
      CertificateRequest: {
        text: 'CAs that certificates for this server may lead to, so that a client with several can pick the right one. It is a hint: it need not name all that the server trusts, may name intermediates, and some clients show what they have all the same.',
        breaksWithout: 'The client would have to guess, and might show a certificate that this server refuses.',
      },
    },
  },
  cookie: {
    section: 'cookie',
    in: {
      ClientHello: {
        text: 'What the server handed out with its HelloRetryRequest, brought back byte for byte.',
        breaksWithout: 'The server may have put there what it did not want to remember, and could not go on.',
      },
      HelloRetryRequest: {
        text: 'Bytes that the client has to bring back. What they mean is the server’s own business.',
        breaksWithout: 'The server would have to remember something for every stranger who says hello.',
      },
    },
  },
  early_data: {
    section: 'earlyData',
    in: {
      ClientHello: {
        text: 'Empty: it announces data that the client sends right away, under a key from an earlier session. This server takes none of it.',
        breaksWithout:
          'The server would not know that data may come which it can’t open, and would refuse it instead of passing over it.',
      },
    },
  },
  extended_master_secret: {
    section: 'extendedMasterSecretOffer',
    in: {
      ClientHello: {
        text: 'Empty: by being here it asks for a master secret that is tied to all that was said up to ClientKeyExchange. TLS 1.3 ties its keys to every message.',
        breaksWithout: `Without it ${tied}`,
      },
      ServerHello: {
        text: 'Empty: by being here it agrees. The master secret will be tied to all that was said up to ClientKeyExchange.',
        breaksWithout: `Without it ${tied}`,
      },
    },
  },
  renegotiation_info: {
    section: 'secureRenegotiation',
    in: {
      ClientHello: {
        text: 'Empty: the client says that this is the first handshake of its connection.',
        breaksWithout: 'Somebody in the middle could begin a connection and pass this handshake on as its second one.',
      },
      ServerHello: {
        text: 'Empty: the server, too, takes this for the first handshake of the connection.',
        breaksWithout: 'The client could not tell whether somebody has begun before it. This client refuses then.',
      },
    },
  },
  ec_point_formats: { section: 'pointFormats', in: { ClientHello: points, ServerHello: points } },
};

/** GREASE, where it may stand. */
export const grease: ExtensionWords = {
  text: 'A number without meaning, put there on purpose. It is ignored.',
  breaksWithout:
    'Nothing in this connection. But where nobody ever sends what is unknown, programs forget how to skip it, and break when something new comes.',
};

/** An extension that the receiver makes nothing of. @param meaning what is known about it, if anything */
export const ignored = (by: Role, meaning: string): ExtensionWords => ({
  text: `${meaning} This ${by} makes nothing of it: what it does not know it ignores.`.trim(),
  breaksWithout: 'Nothing in this connection.',
});

/** An extension that has no place where it stands, or answers what nobody asked. */
export const misplaced = (by: Role, carrier: Carrier): ExtensionWords => ({
  text: `It has no place in this ${carrier}, or answers what was not asked. The ${by} refuses such a message.`,
  breaksWithout: 'Nothing: it should not be here.',
});

/** What an extension says, in a few words. */
export const extensionValues = {
  empty: 'empty',
  bytes: (count: number) => (count === 0 ? 'empty' : size(count)),
  share: (group: string, bytes: number) => `${group}, ${size(bytes)}`,
  /** The first few of a list, and how many more there are. */
  list: (items: readonly string[]) =>
    items.length > most + 1 ? `${items.slice(0, most).join(', ')} and ${items.length - most} more` : listed(items),
};

const most = 3;
