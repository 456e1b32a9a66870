// The key schedule of a run as it is known beforehand: which values there are, in which order, what grows from what. Tables for each
// version, and what only the run tells: groups, a second guess, further generations of keys. It must not know values.

import type { Timeline } from '../../lab/index.ts';
import type { Role, Version } from '../../tls/index.ts';
import type { TrafficId } from '../../tls/keys/index.ts';
import { keyReasons, marks, reasons, sectionTitles, shareReasons } from '../../words/keys.ts';
import { accountOf, allOf, versionOf } from '../account.ts';
import type { Saying } from './sayings.ts';
import type { Hue } from './shape.ts';
import { type ValueId, valueName } from './value.ts';

/** Where a value stands, and what can be said of it before it exists. */
export interface Slot {
  readonly id: string;
  readonly name: string;
  /** The label, or else the operation. */
  readonly mark: string;
  readonly why: string;
  readonly hue?: Hue;
  readonly branches: readonly Slot[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly hue?: Hue;
  readonly slots: readonly Slot[];
}

const roles: readonly Role[] = ['client', 'server'];

/** @param sayings everything that the run tells of keys */
export function outlineOf(timeline: Timeline, sayings: readonly Saying[]): readonly Section[] {
  return versionOf(timeline) === '1.3' ? outline13(timeline, sayings) : outline12(timeline, sayings);
}

/** RFC 9846 section 7.1. */
function outline13({ circumstances }: Timeline, sayings: readonly Saying[]): readonly Section[] {
  const shares = roles.flatMap((who) => sharesOf(who, sayings, circumstances.group));
  const handshake = roles.map((who) => traffic({ kind: 'traffic', of: who, epoch: 'handshake', generation: 0 }));
  const application = roles.flatMap((who) => generations(who, sayings));
  return [
    section('exchange', '1.3', [...shares, slot('shared_secret')]),
    section('early', '1.3', [slot('early_secret'), slot({ kind: 'derived', from: 'early_secret' })]),
    section(
      'handshake',
      '1.3',
      [
        slot('handshake_secret', 'handshake', handshake),
        slot({ kind: 'derived', from: 'handshake_secret' }, 'handshake'),
      ],
      'handshake',
    ),
    section(
      'application',
      '1.3',
      [
        slot('main_secret', 'application', [
          ...application,
          slot('exporter_secret', 'application'),
          slot('resumption_secret', 'application'),
        ]),
      ],
      'application',
    ),
  ];
}

/** RFC 5246 sections 6.3 and 8.1. */
function outline12(timeline: Timeline, sayings: readonly Saying[]): readonly Section[] {
  const { circumstances } = timeline;
  const encrypted = sayings.some(({ of }) => of === 'encrypted_pre_master_secret');
  const [group] = groupsOf('server', sayings);
  const isStatic = encrypted || (group === undefined && circumstances.keyExchange === 'static');
  const share = (who: Role): Slot => shareOf(who, group ?? circumstances.group, shareReasons.tls12(who));
  const premaster = isStatic
    ? {
        ...slot('pre_master_secret', undefined, [slot('encrypted_pre_master_secret', 'cleartext')]),
        ...reasons.static,
      }
    : slot('pre_master_secret');
  const classic = sayings.some(({ of, label }) => of === 'master_secret' && label === 'master secret');
  const master = { ...slot('master_secret'), ...(classic && reasons.classic) };
  const xored = suiteOf(timeline).includes('CHACHA20');
  const cut = (part: 'key' | 'IV') => roles.map((who) => cutSlot(who, part, xored));
  return [
    section('exchange', '1.2', [
      ...(isStatic ? [] : [share('server'), { ...share('client'), id: valueName({ kind: 'point' }) }]),
      premaster,
    ]),
    section('master', '1.2', [master]),
    section('block', '1.2', [slot('key_block', 'application', [...cut('key'), ...cut('IV')])], 'application'),
  ];
}

/** The suite that was agreed on; until then, the one that the server would take. */
function suiteOf(timeline: Timeline): string {
  const choices = allOf(accountOf(timeline), 'chose').filter((each) => each.what === 'suite');
  return choices[0]?.value ?? timeline.circumstances.suite;
}

/** The shares that a side sent, the last one in use; or the one that it would have sent. */
function sharesOf(who: Role, sayings: readonly Saying[], group: string): readonly Slot[] {
  const groups = groupsOf(who, sayings);
  const [agreed = group] = groupsOf('server', sayings);
  return (groups.length > 0 ? groups : [group]).map((each) =>
    shareOf(who, each, each === agreed ? shareReasons.used : shareReasons.unused(agreed)),
  );
}

/** The groups that a side made shares in, each once. */
function groupsOf(who: Role, sayings: readonly Saying[]): readonly string[] {
  const groups = sayings.flatMap(({ of }) => (isShare(of) && of.of === who ? [of.group] : []));
  return [...new Set(groups)];
}

function shareOf(who: Role, group: string, why: string): Slot {
  const id = valueName({ kind: 'share', of: who, group });
  return { id, name: id, mark: marks.share, why, hue: 'cleartext', branches: [] };
}

/** The traffic secrets of a side, one for each KeyUpdate, in their order. */
function generations(who: Role, sayings: readonly Saying[]): readonly Slot[] {
  const told = sayings.flatMap(({ of }) => (isTraffic(of) && of.of === who ? [of.generation] : []));
  return Array.from({ length: Math.max(0, ...told) + 1 }, (_, generation) =>
    traffic({ kind: 'traffic', of: who, epoch: 'application', generation }),
  );
}

/** A traffic secret with the key and the IV that come from it. */
function traffic(from: TrafficId): Slot {
  const { of: who, epoch: hue } = from;
  const own = (part: 'key' | 'iv'): Slot => ({
    id: valueName({ kind: 'write', from, part }),
    name: `${who}_write_${part}`,
    mark: marks.label(part),
    why: keyReasons[part](who),
    hue,
    branches: [],
  });
  const finished = hue === 'handshake' ? [finishedSlot(who)] : [];
  return slot(from, hue, [own('key'), own('iv'), ...finished]);
}

/** What a side’s Finished is made with (RFC 9846 section 4.5.3). */
function finishedSlot(of: Role): Slot {
  return slot({ kind: 'finished_key', of }, 'handshake', [slot({ kind: 'verify_data', of }, 'handshake')]);
}

/** @param xored whether the IV goes into the nonce as in TLS 1.3 (RFC 7905 section 2), not as a part of it (RFC 5288 section 3) */
function cutSlot(who: Role, part: 'key' | 'IV', xored: boolean): Slot {
  const id = valueName({ kind: 'cut', of: who, part });
  const why = keyReasons[part === 'IV' && xored ? 'iv' : part](who);
  return { id, name: id, mark: marks.cut, why, hue: 'application', branches: [] };
}

function slot(of: ValueId, hue?: Hue, branches: readonly Slot[] = []): Slot {
  const id = valueName(of);
  // What comes after a KeyUpdate has its words under the generation’s number in general.
  const known = reasons.of[isTraffic(of) && of.generation > 0 ? `${of.of}_application_traffic_secret_N` : id];
  if (!known) throw new RangeError(`there are no words for ${id}`);
  return { id, name: id, ...known, branches, ...(hue && { hue }) };
}

function isTraffic(of: ValueId): of is TrafficId {
  return typeof of !== 'string' && of.kind === 'traffic';
}

function isShare(of: ValueId): of is Extract<ValueId, { readonly kind: 'share' }> {
  return typeof of !== 'string' && of.kind === 'share';
}

function section(id: keyof typeof sectionTitles, version: Version, slots: readonly Slot[], hue?: Hue): Section {
  return { id: `${version} ${id}`, title: sectionTitles[id], slots, ...(hue && { hue }) };
}
