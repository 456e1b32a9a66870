// Keying material for applications, from a connection of either version (RFC 9846 section 7.5, RFC 5705).

import { type Bytes, EMPTY } from '../../bytes/index.ts';
import { type CommonConfig, tls12Of } from '../config.ts';
import { type Completed, exported13 } from './schedule.ts';
import type { MasterStage } from './schedule12.ts';

/** What a connected side keeps to export from. */
export type ExporterStage = Completed | MasterStage;

/** An exporter value, `length` bytes. No context (null) is the same as an empty one in TLS 1.3 only. */
export function exported(
  stage: ExporterStage,
  config: CommonConfig,
  label: string,
  context: Bytes | null,
  length: number,
): Bytes {
  if (stage.version === '1.2') return tls12Of(config).exported(stage, label, context, length);
  // RFC 9846 7.5: if no context is provided, the context_value is zero length.
  return exported13(stage, label, context ?? EMPTY, length);
}
