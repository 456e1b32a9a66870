// All programs whose settings are known, by the names that they have elsewhere. Data only.

import { apache } from './apache.ts';
import { curl } from './curl.ts';
import { dotnet } from './dotnet.ts';
import { envoy } from './envoy.ts';
import { go } from './go.ts';
import { haproxy } from './haproxy.ts';
import { java } from './java.ts';
import { kafka } from './kafka.ts';
import { mosquitto } from './mosquitto.ts';
import { nginx } from './nginx.ts';
import { node } from './node.ts';
import { openssl } from './openssl.ts';
import { postgresql } from './postgresql.ts';
import { python } from './python.ts';
import type { Program } from './setting.ts';

export const programs = {
  ...{ openssl, nginx, apache, haproxy, envoy, node, go, java, python, curl, dotnet, postgresql, kafka, mosquitto },
} as const satisfies Readonly<Record<string, Program>>;

export type ProgramName = keyof typeof programs;
