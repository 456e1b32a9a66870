// What OpenSSL sends when it refuses, and how Node words an alert that it received: from the measured table. And what our end
// makes of it.

import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Role, Version } from '../../src/tls/index.ts';
import type { OurEnd } from './ends.ts';

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

/** An alert, and the code of the error under which Node tells that it received it. */
export type Expected = Sent & { readonly shown: string };

/** The alert that OpenSSL sends as the side that notices. @throws Error when the table has none */
export function openSslAlert(scenario: string, detector: Role, version: Version): Expected {
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
  if (!shown) throw new Error(`the table has no alert of OpenSSL's ${detector} for ${scenario} in TLS ${version}`);
  return { ...sent, shown };
}

/** Our end reports the alert as received, under the protection in which it came, and sends none itself. */
export async function reported(
  end: OurEnd,
  { number, name, encrypted }: Pick<Expected, 'number' | 'name' | 'encrypted'>,
): Promise<void> {
  const alert = await end.first('alert');
  expect(alert).toMatchObject({ direction: 'received', level: 'fatal', code: number, description: name });
  expect(alert.epoch !== 'cleartext').toBe(encrypted);
  expect((await end.first('closed')).how).toBe('alert');
  expect(end.all('alert')).toEqual([alert]);
  expect(end.all('fault')).toEqual([]);
}
