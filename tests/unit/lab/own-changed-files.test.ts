import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changedFiles, type Own } from '../../../src/lab/own/index.ts';
import { certificatesFromPem } from '../../../src/pki/index.ts';

const pem = (file: string) =>
  certificatesFromPem(readFileSync(new URL(`../../corpus/files/${file}`, import.meta.url), 'utf8'));
const [leaf] = pem('cert-eku-client.pem');
const [ca] = pem('ca-pathlen-0.pem');
if (!leaf || !ca) throw new Error('They lie there.');
const own: Own = {
  client: { shows: [{ chain: [leaf, ca], key: undefined }], trusts: [leaf] },
  server: { trusts: [ca] },
};
const link = { certificate: ca, source: { what: 'shown', of: 'client' } } as const;

describe('what a change has made another', () => {
  it('is the chain of who sends an intermediate along, in the order in which programs want it', () => {
    const [file, ...more] = changedFiles(own, [{ what: 'send along', of: 'client', links: [link] }]);
    expect(more).toEqual([]);
    expect(file).toMatchObject({ what: 'shows', of: 'client', name: 'client-chain.pem' });
    expect(certificatesFromPem(file?.text ?? '').map(({ subject }) => subject.text)).toEqual(
      [leaf, ca].map(({ subject }) => subject.text),
    );
  });

  it('is what each side trusts where that was mixed up, and nothing where only a setting changes', () => {
    expect(changedFiles(own, [{ what: 'swap trust' }]).map(({ name }) => name)).toEqual([
      'client-trusts.pem',
      'server-trusts.pem',
    ]);
    expect(changedFiles(own, [{ what: 'day', at: 0 }, { what: 'only ask' }])).toEqual([]);
  });

  it('has no private key in it', () => {
    const shown = { chain: [leaf] };
    const files = changedFiles(own, [{ what: 'show', of: 'client', shown, file: 'other.pem' }, { what: 'swap shown' }]);
    expect(files).toHaveLength(1);
    expect(files.map(({ text }) => text).join()).not.toContain('PRIVATE');
  });
});
