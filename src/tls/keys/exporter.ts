// Keying material for applications, from a connection of either version (RFC 9846 section 7.5, RFC 5705).

import type { Bytes } from '../../bytes/index.ts';
import { type CommonConfig, tls12Of } from '../config.ts';
import { exported13, type MainStage } from './schedule.ts';
import type { MasterStage } from './schedule12.ts';

/** What a connected side keeps to export from. */
export type ExporterStage = MainStage | MasterStage;

/** An exporter value, `length` bytes. A context is always there, if only an empty one: in TLS 1.2 that is not the same as none. */
export function exported(
  stage: ExporterStage,
  config: CommonConfig,
  label: string,
  context: Bytes,
  length: number,
): Bytes {
  if (stage.version === '1.2') return tls12Of(config).exported(stage, label, context, length);
  return exported13(stage.hash, stage.exporterSecret, label, context, length);
}
