// The situations of tests/corpus/cases as the laboratory takes them: what either side shows and trusts, what lies there in no role, the clock.

import { webcrypto } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deriveBy } from '../../../src/crypto/passwords/index.ts';
import { defaultScenario } from '../../../src/lab/index.ts';
import {
  certificatesIn,
  type Materials,
  materialsOf,
  type Obstacle,
  type OwnSide,
  type Situation,
  shownFrom,
} from '../../../src/lab/own/index.ts';
import { type Opened, openFile } from '../../../src/pki/containers/index.ts';
import type { Role } from '../../../src/tls/index.ts';

const folder = fileURLToPath(new URL('../../corpus/cases/', import.meta.url));
const derive = deriveBy(webcrypto.subtle);

export const caseNames = readdirSync(folder).filter((name) => existsSync(`${folder}${name}/case.json`));

interface CaseSide {
  readonly certificate?: string;
  readonly key?: string;
  readonly chain?: string | readonly string[];
  readonly pkcs12?: string;
  readonly password?: string;
  readonly trusts?: string | null;
}

interface CaseFile {
  readonly version: string;
  readonly client_auth: 'asked' | 'required';
  readonly server_name: string;
  readonly clock: string | null;
  readonly server_client_sigalgs: string | readonly string[] | null;
  readonly server_verify_depth?: number;
  readonly crl: string | readonly string[] | null;
  readonly crl_check: boolean;
  readonly not_configured?: readonly string[];
  readonly client: CaseSide;
  readonly server: CaseSide;
}

export interface Case extends Situation {
  /** What keeps a side from starting. */
  readonly stuck: { readonly of: Role; readonly obstacle: Obstacle } | undefined;
  /** What lies there in no role; of a side that does not start, its files as well. */
  readonly spare: Materials;
  /** Everything that lies there, whatever it is for. */
  readonly all: Materials;
}

/** One situation. */
export async function caseNamed(name: string): Promise<Case> {
  const file = JSON.parse(readFileSync(`${folder}${name}/case.json`, 'utf8')) as CaseFile;
  const open = (each: string, password?: string) =>
    openFile(readFileSync(`${folder}${name}/${each}`), { passwords: password ? [password] : [], derive });
  const named = async (all: readonly string[], password?: string) =>
    Promise.all(all.map(async (each) => ({ file: each, items: (await open(each, password)).items })));
  const sides = {
    client: await sideOf(file.client, open),
    server: await sideOf(file.server, open),
  };
  const [client, server]: readonly [OwnSide, OwnSide] = [sides.client.side, sides.server.side];
  const { server_client_sigalgs: listed, server_verify_depth: depth, version } = file;
  const mixed = /client 1\.2/.test(version);
  const accepts = listed
    ? [listed]
        .flat()
        .join(':')
        .split(/[:,]/)
        .flatMap((each) => schemes[each] ?? [])
    : undefined;
  const stuck = (['server', 'client'] as const).flatMap((of) => {
    const { obstacle } = sides[of];
    return obstacle ? [{ of, obstacle }] : [];
  })[0];
  const spare = [...(file.not_configured ?? [])];
  const lists = materialsOf(await named([file.crl ?? []].flat())).lists.map(({ thing }) => thing);
  const of = (role: Role) => named(filesOf(file[role]), file[role].password);
  const trusted = [file.client.trusts, file.server.trusts].flatMap((each) => each ?? []);
  return {
    scenario: {
      ...defaultScenario,
      version: mixed || version !== '1.2' ? '1.3' : '1.2',
      clientAuthentication: file.client_auth,
      name: file.server_name,
      at: Date.parse(file.clock ?? '2026-12-01T12:00:00Z'),
    },
    own: {
      client: { ...client, ...(mixed && { version: '1.2' as const }) },
      server: { ...server, ...(mixed && { version: '1.3' as const }), ...(accepts && { accepts }) },
      lists,
      demands: { ...(depth !== undefined && { verifyDepth: depth }), ...(file.crl_check && { crl: ['chain'] }) },
    },
    stuck,
    spare: materialsOf([...(await named(spare)), ...(stuck ? await of(stuck.of) : [])]),
    all: materialsOf([...(await named([...spare, ...trusted])), ...(await of('client')), ...(await of('server'))]),
  };
}

const schemes: Readonly<Record<string, string>> = {
  'ECDSA+SHA256': 'ecdsa_secp256r1_sha256',
  'ECDSA+SHA384': 'ecdsa_secp384r1_sha384',
  'RSA-PSS+SHA256': 'rsa_pss_rsae_sha256',
  'RSA+SHA256': 'rsa_pkcs1_sha256',
};

function filesOf({ certificate, key, chain, pkcs12 }: CaseSide): readonly string[] {
  return [pkcs12, certificate, key, ...[chain ?? []].flat()].flatMap((each) => each ?? []);
}

async function sideOf(given: CaseSide, open: (file: string, password?: string) => Promise<Opened>) {
  const trusts = given.trusts ? certificatesIn((await open(given.trusts)).items) : [];
  const main = given.pkcs12 ?? given.certificate;
  if (main === undefined) return { side: { shows: [], trusts }, obstacle: undefined };
  const shown = shownFrom({
    main: await open(main, given.password),
    key: given.key === undefined ? undefined : await open(given.key),
    chain: await Promise.all([given.chain ?? []].flat().map((each) => open(each))),
  });
  return 'what' in shown
    ? { side: { shows: [], trusts }, obstacle: shown }
    : { side: { shows: [shown], trusts }, obstacle: undefined };
}
