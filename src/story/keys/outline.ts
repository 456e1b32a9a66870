// The key schedule of a run as it is known beforehand: which values there are, in which order, what grows from what. Tables for each
// version, and what only the run tells: groups, a second guess, further generations of keys. It must not know values.

import type { Timeline } from '../../lab/index.ts';
import type { Role, Version } from '../../tls/index.ts';
import { keyReasons, marks, reasons, sectionTitles, shareReasons } from '../../words/keys.ts';
import { accountOf, allOf, versionOf } from '../account.ts';
import type { Saying } from './sayings.ts';
import type { Hue } from './shape.ts';

/** Where a value stands, and what can be said of it before it exists. */
export interface Place {
  readonly id: string;
  readonly name: string;
  /** The label, or else the operation. */
  readonly mark: string;
  readonly why: string;
  readonly hue?: Hue;
  readonly branches: readonly Place[];
}

export interface Stage {
  readonly id: string;
  readonly title: string;
  readonly hue?: Hue;
  readonly places: readonly Place[];
}

const roles: readonly Role[] = ['client', 'server'];

/** @param sayings everything that the run tells of keys */
export function outlineOf(timeline: Timeline, sayings: readonly Saying[]): readonly Stage[] {
  return versionOf(timeline) === '1.3' ? outline13(timeline, sayings) : outline12(timeline, sayings);
}

/** RFC 9846 section 7.1. */
function outline13({ circumstances }: Timeline, sayings: readonly Saying[]): readonly Stage[] {
  const shares = roles.flatMap((who) => sharesOf(who, sayings, circumstances.group));
  const handshake = roles.map((who) => traffic(`${who}_handshake_traffic_secret`, 'handshake'));
  const application = roles.flatMap((who) => generations(who, sayings));
  return [
    stage('exchange', '1.3', [...shares, place('shared_secret')]),
    stage('early', '1.3', [place('early_secret'), place('derived from early_secret')]),
    stage(
      'handshake',
      '1.3',
      [place('handshake_secret', 'handshake', handshake), place('derived from handshake_secret', 'handshake')],
      'handshake',
    ),
    stage(
      'application',
      '1.3',
      [
        place('main_secret', 'application', [
          ...application,
          place('exporter_secret', 'application'),
          place('resumption_secret', 'application'),
        ]),
      ],
      'application',
    ),
  ];
}

/** RFC 5246 sections 6.3 and 8.1. */
function outline12(timeline: Timeline, sayings: readonly Saying[]): readonly Stage[] {
  const { circumstances } = timeline;
  const encrypted = sayings.some(({ id }) => id === 'encrypted_pre_master_secret');
  const group = groupOf('server', sayings);
  const isStatic = encrypted || (group === undefined && circumstances.keyExchange === 'static');
  const share = (who: Role): Place => shareOf(who, group ?? circumstances.group, shareReasons.tls12(who));
  const premaster = isStatic
    ? {
        ...place('pre_master_secret', undefined, [place('encrypted_pre_master_secret', 'cleartext')]),
        ...reasons.static,
      }
    : place('pre_master_secret');
  const classic = sayings.some(({ id, label }) => id === 'master_secret' && label === 'master secret');
  const master = { ...place('master_secret'), ...(classic && reasons.classic) };
  const xored = suiteOf(timeline).includes('CHACHA20');
  const cut = (part: 'key' | 'IV') => roles.map((who) => cutPlace(who, part, xored));
  return [
    stage('exchange', '1.2', [
      ...(isStatic ? [] : [share('server'), { ...share('client'), id: 'client share' }]),
      premaster,
    ]),
    stage('master', '1.2', [master]),
    stage('block', '1.2', [place('key_block', 'application', [...cut('key'), ...cut('IV')])], 'application'),
  ];
}

/** The suite that was agreed on; until then, the one that the server would take. */
function suiteOf(timeline: Timeline): string {
  const choices = allOf(accountOf(timeline), 'chose').filter(({ what }) => what === 'suite');
  return choices[0]?.value ?? timeline.circumstances.suite;
}

/** The shares that a side sent, the last one in use; or the one that it would have sent. */
function sharesOf(who: Role, sayings: readonly Saying[], group: string): readonly Place[] {
  const ids = sayings.flatMap(({ id }) => (id.startsWith(`${who} `) && id.endsWith(' share') ? [id] : []));
  const groups = [...new Set(ids)].map((id) => id.slice(who.length + 1, -' share'.length));
  const agreed = groupOf('server', sayings) ?? group;
  return (groups.length > 0 ? groups : [group]).map((each) =>
    shareOf(who, each, each === agreed ? shareReasons.used : shareReasons.unused(agreed)),
  );
}

function groupOf(who: Role, sayings: readonly Saying[]): string | undefined {
  const found = sayings.map(({ id }) => new RegExp(`^${who} (\\S+) share$`).exec(id)?.[1]);
  return found.find((group) => group !== undefined);
}

function shareOf(who: Role, group: string, why: string): Place {
  const id = `${who} ${group} share`;
  return { id, name: id, mark: marks.share, why, hue: 'cleartext', branches: [] };
}

/** The traffic secrets of a side, one for each KeyUpdate, in their order. */
function generations(who: Role, sayings: readonly Saying[]): readonly Place[] {
  const first = `${who}_application_traffic_secret_`;
  const later = sayings.flatMap(({ id }) =>
    id.startsWith(first) ? [Number.parseInt(id.slice(first.length), 10)] : [],
  );
  const last = Math.max(0, ...later);
  return Array.from({ length: last + 1 }, (_, generation) => traffic(`${first}${generation}`, 'application'));
}

/** A traffic secret with the key and the IV that come from it. */
function traffic(id: string, hue: 'handshake' | 'application'): Place {
  const who = id.startsWith('client') ? 'client' : 'server';
  const own = (part: 'key' | 'iv'): Place => ({
    id: `${id} ${part}`,
    name: `${who}_write_${part}`,
    mark: marks.label(part),
    why: keyReasons[part](who),
    hue,
    branches: [],
  });
  return place(id, hue, [own('key'), own('iv')]);
}

/** @param xored whether the IV goes into the nonce as in TLS 1.3 (RFC 7905 section 2), not as a part of it (RFC 5288 section 3) */
function cutPlace(who: Role, part: 'key' | 'IV', xored: boolean): Place {
  const id = `${who}_write_${part}`;
  const why = keyReasons[part === 'IV' && xored ? 'iv' : part](who);
  return { id, name: id, mark: marks.cut, why, hue: 'application', branches: [] };
}

function place(id: string, hue?: Hue, branches: readonly Place[] = []): Place {
  // What comes after a KeyUpdate has its words under the generation’s number in general.
  const known = reasons.of[id] ?? reasons.of[id.replace(/_[1-9]\d*$/, '_N')];
  if (!known) throw new RangeError(`there are no words for ${id}`);
  return { id, name: id, ...known, branches, ...(hue && { hue }) };
}

function stage(id: keyof typeof sectionTitles, version: Version, places: readonly Place[], hue?: Hue): Stage {
  return { id: `${version} ${id}`, title: sectionTitles[id], places, ...(hue && { hue }) };
}
