// What is said of a code point that no registry names: which it is.

import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../src/tls/index.ts';
import { choiceReason, ignoredReason, sentenceOf } from '../../../src/words/causes/index.ts';

describe('a code point without a name', () => {
  it.each<[Fault, string]>([
    [
      { cause: 'suite-not-offered', values: { suite: 0x1304 } },
      'The server picked suite 0x1304, which was not offered.',
    ],
    [
      { cause: 'group-not-offered', values: { what: 'asked for', group: 0x19 } },
      'The server asks for a share in group 0x0019, which was not offered.',
    ],
    [
      { cause: 'group-not-offered', values: { what: 'share', group: 17 } },
      'There is a key share for group 17, which supported_groups doesn’t list.',
    ],
    [
      { cause: 'scheme-not-offered', values: { signer: 'server', scheme: 0x0501 } },
      'The server signed with scheme 0x0501, which was not among the schemes offered to it.',
    ],
    [
      { cause: 'version-not-offered', values: { what: 'too new', version: 0x0305 } },
      'The server picks version 0x305 in supported_versions, and this side offered TLS 1.3 at most.',
    ],
    [
      { cause: 'obsolete-version', values: { version: 2 } },
      'legacy_version is 0x0002: SSL 3.0 or older, which nobody may speak.',
    ],
    [
      { cause: 'no-common-suite', values: { offered: ['GREASE', 0x9999], taken: ['TLS_AES_128_GCM_SHA256'] } },
      'The client offers GREASE, 0x9999; this server takes TLS_AES_128_GCM_SHA256.',
    ],
    [
      { cause: 'unsolicited-extension', values: { message: 'ServerHello', extension: 4242 } },
      'ServerHello carries extension 4242, but nothing like it was offered.',
    ],
    [
      {
        cause: 'unexpected-message',
        values: { what: 'message', message: 'Unknown', type: 9, state: 'WAIT_SH', waitsFor: ['ServerHello'] },
      },
      'A message of type 9 came, but this side is in WAIT_SH and waits for ServerHello.',
    ],
  ])('is told in a refusal by its number: %j', (fault, sentence) => {
    expect(sentenceOf(fault)).toBe(sentence);
  });

  it('is told by its number where something was chosen or left aside', () => {
    expect(choiceReason({ reason: { what: 'share asked for', group: 0x1234 } })).toContain('group 0x1234');
    expect(ignoredReason({ reason: { what: 'no resumption', extensions: ['GREASE', 4242] } })).toContain(
      '(GREASE, 4242)',
    );
  });
});
