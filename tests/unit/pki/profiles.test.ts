// What comes of a certificate that breaks a rule for whoever issues: a warning, or a refusal where every rule is demanded.

import { describe, expect, it } from 'vitest';
import { isFailed, type Profile, verifyChain } from '../../../src/pki/index.ts';
import { checkReason } from '../../../src/words/causes/index.ts';
import { differences, faults, lapses, NOW, type OddChain } from './odd-chains.ts';

const judge = ({ root, chain }: OddChain, profile?: Profile) =>
  verifyChain({ chain, anchors: [root], role: 'server', now: NOW, profile });

const warnings = (odd: OddChain) => judge(odd).checks.filter(({ outcome }) => outcome === 'warned');

describe.each(Object.entries(lapses))('%s', (_, odd) => {
  it('is taken with a warning, which says what is odd and who forbids it', () => {
    expect(judge(odd)).toMatchObject({ ok: true });
    expect(judge(odd).checks.filter(isFailed)).toEqual([]);
    expect(warnings(odd).length).toBeGreaterThan(0);
    for (const check of warnings(odd)) {
      expect(check.profile).toBe('rfc5280');
      expect(check.section).toMatch(/^RFC 5280 4\.\d/);
      expect(checkReason(check)).toMatch(/^[A-Z].*\.$/);
    }
  });

  it.each(['rfc5280', 'webpki'] as const)('is refused under the profile %s', (profile) => {
    const { ok, checks } = judge(odd, profile);
    expect(ok).toBe(false);
    expect(checks.filter(isFailed).map(({ section }) => section)).toEqual(
      expect.arrayContaining(warnings(odd).map(({ section }) => section)),
    );
    expect(checks.filter(({ outcome }) => outcome === 'warned')).toEqual([]);
  });
});

describe.each(Object.entries({ ...faults, ...differences }))('%s', (_, odd) => {
  it.each(['usual', 'rfc5280', 'webpki'] as const)('is refused under the profile %s', (profile) => {
    expect(judge(odd, profile).ok).toBe(false);
  });
});

describe('a certificate that breaks several rules', () => {
  it('has a warning that names each', () => {
    const [found] = warnings(lapses['a root of version 1'] as OddChain).filter(({ id }) => id === 'well-formed');
    expect(found && checkReason(found)).toContain('authorityKeyIdentifier');
    const [root] = warnings(lapses['a root of version 1'] as OddChain).filter(({ index }) => index === 2);
    expect(root).toMatchObject({ id: 'basic-constraints', section: 'RFC 5280 4.2.1.9' });
    const { checks } = judge(lapses['a CA without a name'] as OddChain);
    const named = checks.find(({ id, index }) => id === 'well-formed' && index === 1);
    expect(named && checkReason(named)).toMatch(/; /);
  });
});
