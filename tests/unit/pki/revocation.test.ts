import { describe, expect, it } from 'vitest';
import { generateKey, primitives, publicOf, seededEnv } from '../../../src/crypto/index.ts';
import {
  type Certificate,
  type Crl,
  type FailedCheck,
  type Identity,
  mint,
  type Template,
  type Verdict,
} from '../../../src/pki/index.ts';
import { judgeBy, type ListTemplate, mintList, type Revocation } from '../../../src/pki/verifiers/index.ts';
import { checkReason, checkValue } from '../../../src/words/causes/index.ts';

await primitives.need('ed25519');

const DAY = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 23, 12);
const env = seededEnv('revocation', now);
const dates = { notBefore: now - 30 * DAY, notAfter: now + 365 * DAY };

function identity(template: Partial<Template>, issuer?: Identity): Identity {
  const key = generateKey('P-256', env);
  const by = issuer ? { certificate: issuer.chain[0], key: issuer.key } : { key };
  return { chain: [mint({ subject: 'somebody', ...dates, ...template }, publicOf(key), by, env)], key };
}
const only = ({ chain: [first] }: Identity): Certificate => first as Certificate;

const root = identity({ subject: 'List Root', ca: {} });
const link = identity({ subject: 'List CA', ca: {} }, root);
const leaf = identity({ subject: 'listed client', extendedKeyUsage: ['clientAuth'] }, link);
const week = { thisUpdate: now - DAY, nextUpdate: now + 6 * DAY, number: 1 };
const naming = (certificate: Certificate, more: Partial<ListTemplate['revoked'][number]> = {}) => [
  { serial: certificate.serial, since: now - 2 * DAY, ...more },
];
const list = (by: Identity, template: Partial<ListTemplate> = {}): Crl =>
  mintList({ ...week, revoked: [], ...template }, by, env);

function judged(revocation: Revocation, intermediate = link, shown = leaf, anchor = root): Verdict {
  const chain = [only(shown), only(intermediate)];
  return judgeBy({}, revocation)({ chain, anchors: [only(anchor)], role: 'client', now });
}
const chain = (...lists: readonly Crl[]) => judged({ lists, demand: 'chain' });
const refusal = ({ failed }: Verdict): Pick<FailedCheck, 'detail' | 'subject' | 'id'> & { why: string } => {
  if (!failed) throw new Error('nothing failed');
  const { detail, subject, id } = failed;
  return { id, detail, subject, why: checkReason(failed) };
};

describe('a list of revoked certificates', () => {
  it('is read as it was made', () => {
    const made = list(link, { revoked: naming(only(leaf), { reason: 'keyCompromise' }) });
    expect(made).toMatchObject({ version: 2, thisUpdate: week.thisUpdate, nextUpdate: week.nextUpdate });
    expect(made.issuer.text).toBe('CN=List CA');
    expect(made.revoked).toEqual([{ serial: only(leaf).serial, since: now - 2 * DAY, reason: 'keyCompromise' }]);
    expect(made.authorityKeyId).toEqual(only(link).subjectKeyId);
  });

  it('that names nobody lets the chain pass, if there is one of every CA', () => {
    const { ok, checks } = chain(list(link), list(root));
    expect(ok).toBe(true);
    const looked = checks.filter(({ id }) => id === 'revocation');
    expect(looked.map(({ subject }) => subject)).toEqual(['listed client', 'List CA']);
    expect(looked.map(checkReason)).toEqual([
      'The list of CN=List CA does not name it.',
      'The list of CN=List Root does not name it.',
    ]);
    expect(looked.map(checkValue).join()).toMatch(
      /^list of CN=List CA, of 2026-11-22 12:00:00 UTC, to be replaced by 2026-11-29/,
    );
  });

  it('that names the leaf, or a CA, refuses it', () => {
    const revoked = list(link, { revoked: naming(only(leaf), { reason: 'keyCompromise' }) });
    expect(refusal(chain(revoked, list(root)))).toMatchObject({ detail: 'revoked', subject: 'listed client' });
    expect(refusal(chain(revoked, list(root))).why).toMatch(
      /^It was revoked at 2026-11-21 12:00:00 UTC \(keyCompromise\)\.$/,
    );
    const above = list(root, { revoked: naming(only(link)) });
    expect(refusal(chain(list(link), above))).toMatchObject({ detail: 'revoked', subject: 'List CA' });
  });

  it('counts a certificate that is on hold as revoked, and one that was taken off as not', () => {
    const held = list(link, { revoked: naming(only(leaf), { reason: 'certificateHold' }) });
    expect(refusal(chain(held, list(root))).detail).toBe('revoked');
    const back = list(link, { revoked: naming(only(leaf), { reason: 'removeFromCRL' }) });
    expect(chain(back, list(root)).ok).toBe(true);
  });

  it('has to be of the CA that issued', () => {
    const found = refusal(chain(list(root)));
    expect(found).toMatchObject({ id: 'revocation', detail: 'no-revocation-list', subject: 'listed client' });
    expect(found.why).toMatch(/there is no list of revoked certificates of CN=List CA, only of List Root\.$/);
  });

  it('has to be in time', () => {
    const late = list(link, { thisUpdate: now - 8 * DAY, nextUpdate: now - DAY });
    expect(refusal(chain(late, list(root))).detail).toBe('revocation-list-outdated');
    const early = list(link, { thisUpdate: now + DAY });
    expect(refusal(chain(early, list(root))).detail).toBe('revocation-list-not-yet-valid');
    const { nextUpdate: _, ...endless } = week;
    expect(chain(mintList({ ...endless, revoked: [] }, link, env), list(root)).ok).toBe(true);
  });

  it('that is outdated does no harm beside a newer one', () => {
    const late = list(link, { thisUpdate: now - 8 * DAY, nextUpdate: now - DAY, revoked: naming(only(leaf)) });
    expect(chain(late, list(link), list(root)).ok).toBe(true);
  });

  it('has to be signed by that CA, with a key that may sign lists', () => {
    const { chain: own } = link;
    const { key } = identity({ subject: 'somebody else' });
    const forged = list({ chain: own, key });
    expect(refusal(chain(forged, list(root))).detail).toBe('bad-revocation-list');
    const other = list(identity({ subject: 'List CA', ca: {} }, root));
    expect(refusal(chain(other, list(root)))).toMatchObject({ detail: 'no-revocation-list' });
    const mute = identity({ subject: 'Mute CA', ca: {}, keyUsage: ['keyCertSign'] }, root);
    const below = identity({ subject: 'listed client', extendedKeyUsage: ['clientAuth'] }, mute);
    const verdict = judged({ lists: [list(mute), list(root)], demand: 'chain' }, mute, below);
    expect(refusal(verdict)).toMatchObject({
      detail: 'bad-revocation-list',
      why: expect.stringMatching(/cRLSign is missing/),
    });
  });

  it('is asked of the leaf alone where no more is demanded', () => {
    const above = list(root, { revoked: naming(only(link)) });
    expect(judged({ lists: [list(link), above], demand: 'leaf' }).ok).toBe(true);
    expect(refusal(judged({ lists: [above], demand: 'leaf' })).detail).toBe('no-revocation-list');
  });

  it('counts as far as it goes where none is demanded', () => {
    expect(judged({ lists: [], demand: 'none' }).ok).toBe(true);
    expect(judged({ lists: [list(link)], demand: 'none' }).ok).toBe(true);
    const late = { thisUpdate: now - 8 * DAY, nextUpdate: now - DAY, revoked: naming(only(leaf)) };
    expect(refusal(judged({ lists: [list(link, late)], demand: 'none' })).detail).toBe('revoked');
    const forged = list({ chain: link.chain, key: leaf.key }, { revoked: naming(only(leaf)) });
    expect(judged({ lists: [forged], demand: 'none' }).ok).toBe(true);
  });
});
