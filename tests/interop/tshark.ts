// What tshark reads in a capture, without any settings of anybody's: for each connection and each direction the messages by name and length.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bytes } from '../../src/bytes/index.ts';
import type { Role } from '../../src/tls/index.ts';

export const tshark = { program: 'tshark', from: 'tshark', asked: '--version' };

/** What one side has put into a connection, each kind in its order. */
export interface Seen {
  /** `11 489`: the registry's number of the type, and the length without the header. */
  readonly messages: string[];
  /** Numbers of their descriptions. */
  readonly alerts: string[];
  /** How long each stretch of application data is. */
  readonly data: string[];
  /** How many records of the type change_cipher_spec. */
  changes: number;
}

/** One connection of a capture. */
export interface Stream {
  readonly seen: Readonly<Record<Role, Seen>>;
  /** What tshark finds odd about TCP, and checksums that are wrong. */
  readonly odd: string[];
  readonly comments: string[];
}

const fields = [
  'tcp.stream',
  'tcp.srcport',
  'tls.handshake.type',
  'tls.handshake.length',
  'tls.alert_message.desc',
  'data.len',
  'tls.record.content_type',
  'tcp.analysis.flags',
  'tcp.analysis.reused_ports',
  'tcp.checksum.status',
  'ip.checksum.status',
  'frame.comment',
];

/** Has tshark read the bytes of a file. HTTP stays unread: what matters is that its bytes are there. @throws Error with what it says */
export function streamsIn(file: Bytes): readonly Stream[] {
  const lines = fieldsIn(file, fields, ['--disable-protocol', 'http', '--disable-protocol', 'http2']);
  const streams: Stream[] = [];
  for (const [
    stream = '',
    port,
    types,
    lengths,
    alerts,
    data,
    records,
    flags,
    reused,
    tcp,
    ip,
    comment = '',
  ] of lines) {
    const known = streams[Number(stream)] ?? untold();
    streams[Number(stream)] = known;
    const seen = known.seen[port === '443' ? 'server' : 'client'];
    const sizes = listed(lengths);
    seen.messages.push(...listed(types).map((type, index) => `${type} ${sizes[index]}`));
    seen.alerts.push(...listed(alerts));
    seen.data.push(...listed(data));
    seen.changes += listed(records).filter((type) => type === '20').length;
    known.comments.push(comment);
    // Two of many runs may have drawn the same port: each is a connection of its own all the same.
    if ((flags !== '' && reused === '') || tcp !== '1' || ip !== '1')
      known.odd.push(`${comment} ${flags} ${tcp} ${ip}`);
  }
  return streams;
}

function untold(): Stream {
  return { seen: { client: nothing(), server: nothing() }, odd: [], comments: [] };
}

/** The values of fields for each packet of a file. */
export function fieldsIn(file: Bytes, wanted: readonly string[], flags: readonly string[] = []): readonly string[][] {
  const home = mkdtempSync(join(tmpdir(), 'countersign-'));
  try {
    const path = join(home, 'run.pcapng');
    writeFileSync(path, file);
    const checked = ['-o', 'tcp.check_checksum:TRUE', '-o', 'ip.check_checksum:TRUE'];
    const { status, stdout, stderr, error } = spawnSync(
      'tshark',
      ['-r', path, ...checked, ...flags, '-T', 'fields', ...wanted.flatMap((field) => ['-e', field])],
      { encoding: 'utf8', env: { ...process.env, HOME: home, LC_ALL: 'C.UTF-8' }, maxBuffer: 1 << 28 },
    );
    if (status !== 0) throw error ?? new Error(`tshark: ${stderr}`);
    return stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split('\t'));
  } finally {
    rmSync(home, { recursive: true });
  }
}

export function nothing(): Seen {
  return { messages: [], alerts: [], data: [], changes: 0 };
}

function listed(values = ''): readonly string[] {
  return values === '' ? [] : values.split(',');
}
