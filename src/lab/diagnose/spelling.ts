// How programs spell what went wrong: the form of the tables beside this file, and small makers for their rows.
// It must not know a single spelling, nor any scenario.

import { alertOf, type Cause, type FailedCheck } from '../../pki/index.ts';
import {
  type AlertName,
  alertDescriptions,
  alertOfCause,
  type FaultCause,
  type Role,
  type Version,
} from '../../tls/index.ts';
import type { Remark } from './remark.ts';

/** What a stretch of a log says about the connection. */
export interface Saying {
  /**
   * `alert`: the printing side was TOLD that the other one refuses, by an alert or in plain words; `check`: the printing side itself
   * REFUSED; `closed`: the connection just ended; `failed`: the handshake failed, and not a
   * word about who refused; `unsent`: nothing was sent yet, a file or a store of the printing side is not usable;
   * `beside`: it is decided elsewhere than in a handshake, or in none that is played here.
   */
  readonly kind: 'alert' | 'check' | 'closed' | 'failed' | 'unsent' | 'beside';
  /** For `alert`: the one that was received; several, likeliest first, where the program lumps them together. */
  readonly alerts?: readonly AlertName[];
  /** Why one side refuses, where the text tells: for `check` the printing side, for `alert` the other one. Likeliest first. */
  readonly causes?: readonly FaultCause[];
  /** The same more exactly, where it is about a certificate: the check that failed. Likeliest first. */
  readonly details?: readonly Cause[];
  /** What there is to say of it besides. */
  readonly remark?: Remark;
  /** Entries of the catalogue that show it, whoever notices, by id. */
  readonly shownBy?: readonly string[];
  /** The program at the other end, where the spelling tells. */
  readonly peer?: string;
  /** The connection ended in the middle of the handshake. */
  readonly early?: boolean;
  /** Where the text tells. */
  readonly version?: Version;
  /** Who printed it, where the text tells. */
  readonly side?: Role;
}

/** What the words around a spelling tell. */
export interface Surroundings {
  readonly program?: string;
  readonly side?: Role;
  readonly version?: Version;
  /** The program at the other end. */
  readonly peer?: string;
  /** The handshake was not over yet. */
  readonly early?: boolean;
}

/** How much a spelling tells. */
export const weights = {
  /** A check that names its reason. */
  reason: 5,
  alert: 4,
  /** A certificate was refused, and not a word about why; or one of several alerts. */
  vague: 3,
  /** The name of an alert with nothing around it that tells where it comes from. */
  bare: 2,
  /** The connection ended. */
  closed: 1,
} as const;

export interface Spelling {
  /** Whose spelling it is. */
  readonly program: string;
  /**
   * A text as it stands in logs. With capitals: exactly so. Without: in any case, and a space may be an underscore. An expression sees
   * small letters only, and spaces for underscores.
   */
  readonly find: string | RegExp;
  /** What it says; undefined when it turns out to be nothing. */
  readonly says: Saying | ((found: RegExpExecArray) => Saying | undefined);
  readonly weight: number;
}

type OneOrMore<T> = T | readonly T[];
type Table<T> = Readonly<Record<string, OneOrMore<T>>>;
type Known = Pick<Saying, 'version' | 'side' | 'early' | 'shownBy' | 'remark'>;

/** The printing side was told that the other one refuses, by this alert, or by one of these. */
export function toldBy(program: string, table: Table<AlertName>, known: Known = {}): Spelling[] {
  return rows(program, table, (alerts: readonly AlertName[]) => ({ kind: 'alert', alerts, ...known }), weights.alert);
}

/** The printing side was told in plain words what the other one minds. */
export function toldInWords(program: string, table: Table<FaultCause>, known: Known = {}): Spelling[] {
  return rows(program, table, (causes: readonly FaultCause[]) => ({ kind: 'alert', causes, ...known }), weights.alert);
}

/** The printing side refused for this cause, or one of these. */
export function checkedBy(program: string, table: Table<FaultCause>, known: Known = {}): Spelling[] {
  return rows(program, table, (causes: readonly FaultCause[]) => ({ kind: 'check', causes, ...known }));
}

/** The printing side refused a certificate for this reason, or one of these. */
export function certificateCheckedBy(program: string, table: Table<Cause>, known: Known = {}): Spelling[] {
  return rows(program, table, (details: readonly Cause[]) => ({ kind: 'check', ...causesOf(details), ...known }));
}

/** The printing side refused a certificate and doesn't say why. */
export function refusedBy(program: string, texts: readonly string[], known: Known = {}): Spelling[] {
  const says = { kind: 'check', causes: certificateCauses, ...known } as const;
  return texts.map((find) => ({ program, find, says, weight: weights.vague }));
}

/** The connection ended, and that is all the program knows. */
export function closedBy(program: string, texts: readonly string[], known: Known = {}): Spelling[] {
  return texts.map((find) => ({
    program,
    find: gapped(find),
    says: { kind: 'closed', ...known },
    weight: weights.closed,
  }));
}

/** The handshake failed, and that is all that is said. */
export function failedBy(program: string, texts: readonly string[], known: Known = {}): Spelling[] {
  return texts.map((find) => ({
    program,
    find: gapped(find),
    says: { kind: 'failed', ...known },
    weight: weights.closed,
  }));
}

/** Nothing was sent yet: a file or a store of the printing side is not usable, for this reason. */
export function unsentBy(program: string, table: Readonly<Record<string, Remark>>, known: Known = {}): Spelling[] {
  return remarked(program, table, { kind: 'unsent', ...known });
}

/** It is decided elsewhere than in a handshake, or in none that is played here. */
export function besideBy(program: string, table: Readonly<Record<string, Remark>>, known: Known = {}): Spelling[] {
  return remarked(program, table, { kind: 'beside', ...known });
}

function remarked(program: string, table: Readonly<Record<string, Remark>>, says: Saying): Spelling[] {
  return Object.entries(table).map(([find, remark]) => ({
    program,
    find: gapped(find),
    says: { ...says, remark },
    weight: general.includes(remark) ? weights.alert : weights.reason,
  }));
}

/** What says only that something is wrong with a file: whatever says what it is knows better. */
const general: readonly Remark[] = ['not-readable', 'anchors-not-loaded', 'settings', 'windows-security'];

function rows<T>(
  program: string,
  table: Table<T>,
  says: (values: readonly T[]) => Saying,
  weight: number = weights.reason,
): Spelling[] {
  return Object.entries(table).map(([find, value]) => {
    const values = Array.isArray(value) ? (value as readonly T[]) : [value as T];
    return { program, find: gapped(find), says: says(values), weight: values.length > 3 ? weights.vague : weight };
  });
}

/** In a table `…` stands for a few words that differ each time. */
function gapped(text: string): string | RegExp {
  const parts = text.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return parts.length === 1 ? text : new RegExp(`\\b${parts.join('[^\\n]{1,60}?')}\\b`, 'g');
}

/** Everything that can be wrong with a certificate that was shown, likeliest first. */
export const certificateCauses: readonly FaultCause[] = [
  'untrusted-issuer',
  'certificate-expired',
  'certificate-wrong-purpose',
  'certificate-refused',
  'certificate-bad-signature',
  'certificate-unknown',
  'certificate-revoked',
];

/** What somebody says who refuses a certificate for one of these checks. */
export function refusalFor(details: readonly Cause[]): Saying {
  return { kind: 'check', ...causesOf(details) };
}

/** The causes that these failed checks are, as the engine files them: by their alert. */
function causesOf(details: readonly Cause[]): Pick<Saying, 'causes' | 'details'> {
  const causes = details.map((detail) => {
    const alert = alertOf({ detail } as FailedCheck);
    return certificateCauses.find((cause) => alertOfCause[cause] === alert) ?? 'certificate-unknown';
  });
  return { causes: [...new Set(causes)], details };
}

/** The alert of a number, where it is one that calls for a refusal. */
export function alertOfNumber(number: number): AlertName | undefined {
  const name = alertDescriptions.name(number);
  return name === 'GREASE' || name === 'close_notify' ? undefined : name;
}
