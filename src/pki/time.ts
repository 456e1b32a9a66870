// The two forms of time in certificates (RFC 5280 4.1.2.5).

import { type Bytes, der, Flaw, fromText, toText } from '../bytes/index.ts';

/**
 * Milliseconds since the Unix epoch.
 * @throws Flaw for any other form than YYMMDDHHMMSSZ and YYYYMMDDHHMMSSZ, and for days that don't exist
 */
export function readTime(tlv: der.Tlv): number {
  if (tlv.tag !== der.UTC_TIME && tlv.tag !== der.GENERALIZED_TIME)
    throw new Flaw({ what: 'kind of time', found: der.tagName(tlv.tag) }, tlv.start);
  const text = toText(der.contentsOf(tlv));
  const digits = tlv.tag === der.UTC_TIME ? 12 : 14;
  if (text.length !== digits + 1 || !/^\d+Z$/.test(text))
    throw new Flaw({ what: 'form of time', text, form: `${digits === 12 ? 'YY' : 'YYYY'}MMDDHHMMSSZ` }, tlv.start);
  const full = digits === 14 ? text : `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}`;
  const [year, month, day, hour, minute, second] = [0, 4, 6, 8, 10, 12].map((at) =>
    Number(full.slice(at, at === 0 ? 4 : at + 2)),
  ) as [number, number, number, number, number, number];
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  if (Number.isNaN(time) || compact(time) !== full) throw new Flaw({ what: 'no such time', text }, tlv.start);
  return time;
}

/** UTCTime through 2049, GeneralizedTime from 2050, as RFC 5280 demands; cut to whole seconds. */
export function writeTime(milliseconds: number): Bytes {
  const text = compact(milliseconds);
  return mustBeUtcTime(milliseconds)
    ? der.write(der.UTC_TIME, fromText(text.slice(2)))
    : der.write(der.GENERALIZED_TIME, fromText(text));
}

/** Whether a certificate must write this time as UTCTime. */
export function mustBeUtcTime(milliseconds: number): boolean {
  return milliseconds >= Date.UTC(1950, 0) && milliseconds < Date.UTC(2050, 0);
}

function compact(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
}
