// A server that lets every handshake end, and refuses with the page: HTTP 400. What it does is said inside the connection; the engine has no part in
// it.

import { type Bytes, fromText } from '../../bytes/index.ts';
import type { Insight } from '../../tls/index.ts';
import type { Script } from '../script.ts';

/** Why a page refuses. */
export type PageRefusal = 'certificate error' | 'no certificate';

/** The same script, but for the server's page. @param insists whether a client without a certificate is refused as well */
export function refusingByPage(script: Script, insists: boolean): Script {
  return (role, said, status, insights) => {
    const line = script(role, said, status, insights);
    const refusal = role === 'server' && line?.kind === 'send' ? pageRefusalIn(insights, insists) : undefined;
    return refusal ? { kind: 'send', data: pageOf(refusal) } : line;
  };
}

/** Why the server refuses a client that it let in, by what the server knows. */
export function pageRefusalIn(insights: readonly Insight[], insists: boolean): PageRefusal | undefined {
  const verdict = insights.find((insight) => insight.kind === 'verdict');
  if (verdict) return verdict.verdict.ok ? undefined : 'certificate error';
  return insists ? 'no certificate' : undefined;
}

/** src/http/ngx_http_special_response.c: the texts of 495 and 496, which are sent as 400. */
const texts: Readonly<Record<PageRefusal, string>> = {
  'certificate error': 'The SSL certificate error',
  'no certificate': 'No required SSL certificate was sent',
};

function pageOf(refusal: PageRefusal): Bytes {
  const body = `${texts[refusal]}\n`;
  const head = ['HTTP/1.1 400 Bad Request', 'Content-Type: text/plain', `Content-Length: ${body.length}`];
  return fromText([...head, 'Connection: close', '', body].join('\r\n'));
}
