// What OpenSSL sends when it refuses, and how Node words an alert that it received: from the measured table.

import { readFileSync } from 'node:fs';
import type { Role } from '../../src/tls/index.ts';

interface Sent {
  readonly from: Role;
  readonly number: number;
  readonly name: string;
  readonly encrypted: boolean;
}

interface Table {
  readonly groundTruth: readonly {
    readonly scenario: string;
    readonly version: string;
    readonly detector: Role;
    readonly impl: string;
    readonly alerts: readonly Sent[];
  }[];
  readonly receivedAlertShownAs: Readonly<Record<string, { readonly node?: string }>>;
}

const file = new URL('../vectors/data/alerts.json', import.meta.url);
const table = JSON.parse(readFileSync(file, 'utf8')) as Table;

/** The alert that OpenSSL sends as the side that notices. @throws Error when the table has none */
export function openSslAlert(scenario: string, detector: Role, version = '1.3'): Sent & { readonly shown: string } {
  const entry = table.groundTruth.find(
    (each) =>
      each.scenario === scenario &&
      each.detector === detector &&
      each.version === version &&
      each.impl === 'openssl' &&
      each.alerts.length > 0,
  );
  const sent = entry?.alerts[0];
  const shown = sent && table.receivedAlertShownAs[String(sent.number)]?.node;
  if (!shown) throw new Error(`the table has no alert of OpenSSL's ${detector} for ${scenario}`);
  return { ...sent, shown };
}
