// A packet as the bytes of an Ethernet frame: IPv4 and TCP, with their checksums. Addresses are those that RFC 5737 keeps for examples.
// It must not know TLS.

import { type Bytes, concat, EMPTY, fromHex, fromUint } from '../../bytes/index.ts';
import type { Role } from '../../tls/index.ts';
import { type Flag, type Packet, WINDOW } from './packets.ts';

interface Place {
  readonly mac: Bytes;
  readonly ip: Bytes;
}

/** The hosts at both ends, by their numbers: 1 is 192.0.2.1, with a locally administered address below it. */
export type Hosts = Readonly<Record<Role, number>>;

const usualHosts: Hosts = { client: 1, server: 2 };

function placeOf(host: number): Place {
  return { mac: Uint8Array.of(2, 0, 0, 0, 0, host), ip: Uint8Array.of(192, 0, 2, host) };
}

const SERVER_PORT = 443;
const IPV4 = fromHex('0800');
const TCP = 6;
const flagBits: Readonly<Record<Flag, number>> = { FIN: 1, SYN: 2, PSH: 8, ACK: 16 };
/** RFC 9293 section 3.7.1: the largest segment that a side takes. Each record is in one segment, as captures on one’s own machine show it. */
const mss = concat(Uint8Array.of(2, 4), fromUint(60_000, 2));

/** @param port the client’s @param number of the packet among those of its sender, from 0 */
export function segmentOf(packet: Packet, port: number, number: number, hosts = usualHosts): Bytes {
  const [from, to] = [placeOf(hosts[packet.from]), placeOf(hosts[packet.from === 'client' ? 'server' : 'client'])];
  const tcp = tcpOf(packet, port, concat(from.ip, to.ip));
  return concat(to.mac, from.mac, IPV4, ipHeader(from, to, tcp.length, number), tcp);
}

/** RFC 791 section 3.1. */
function ipHeader(from: Place, to: Place, length: number, number: number): Bytes {
  const header = concat(
    Uint8Array.of(0x45, 0),
    fromUint(20 + length, 2),
    fromUint(number & 0xffff, 2),
    // Don’t fragment; 64 hops.
    Uint8Array.of(0x40, 0, 64, TCP, 0, 0),
    from.ip,
    to.ip,
  );
  header.set(checksum(header), 10);
  return header;
}

/** RFC 9293 section 3.1. */
function tcpOf(packet: Packet, port: number, addresses: Bytes): Bytes {
  const { from, flags, sequence, acknowledgement, payload } = packet;
  const ports = from === 'client' ? [port, SERVER_PORT] : [SERVER_PORT, port];
  const options = flags.includes('SYN') ? mss : EMPTY;
  const bits = flags.reduce((sum, flag) => sum | flagBits[flag], 0);
  const tcp = concat(
    ...ports.map((each) => fromUint(each, 2)),
    fromUint(sequence, 4),
    fromUint(acknowledgement, 4),
    Uint8Array.of((20 + options.length) << 2, bits),
    fromUint(WINDOW, 2),
    Uint8Array.of(0, 0, 0, 0),
    options,
    payload,
  );
  tcp.set(checksum(concat(addresses, Uint8Array.of(0, TCP), fromUint(tcp.length, 2), tcp)), 16);
  return tcp;
}

/** RFC 1071: the complement of the sum of all pairs of bytes, with the carries added to it. */
function checksum(bytes: Bytes): Bytes {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) sum += ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 0x10000);
  return fromUint(0xffff - sum, 2);
}
