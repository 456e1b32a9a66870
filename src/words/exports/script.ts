// A script for a shell in which OpenSSL and curl do what a run did. Options are those of OpenSSL 3.0 and curl 7.88. It must not know how
// it is found out what they have to be told.

import type { Commands, FileText, SideCommands, Unplayed } from '../../lab/export/index.ts';
import type { Role } from '../../tls/index.ts';
import { counted } from '../grammar.ts';

/** Why there is no script of a run: one sentence. */
export function unplayedSentence(why: Unplayed): string {
  return `OpenSSL can’t play this run: ${reasons[why]}.`;
}

const reasons: Readonly<Record<Unplayed, string>> = {
  unknown: 'nobody knows what was played',
  bent: 'something in it says what no honest program would say',
  tapped: 'somebody sits on the wire',
  scripted: 'the two say something else to each other than OpenSSL would',
  'another key': 'it does not start with a key that is not that of its certificate',
  'weak on both sides': 'where it starts with certificates that are so weak, it takes them from the other side, too',
  unreadable: 'it can’t read one of the certificates',
  'no key': 'a private key is missing',
  'other manners': 'a side judges as another program does',
};

/**
 * The script.
 * @param run the line in the header
 * @param link where the page shows the same
 */
export function shellScript(
  commands: Commands,
  { run, link }: { readonly run: string; readonly link?: string | undefined },
): string {
  const { client, server } = commands;
  const files = [...filesOf('server', server), ...filesOf('client', client), ...listFile(commands)];
  return [
    '#!/bin/sh',
    comment(
      `${run}.`,
      ...(link === undefined ? [] : [`The page shows it at ${link}`]),
      '',
      'Has OpenSSL 3 do the same on this machine, as server and as client, on port 8443 or the one in $PORT, and prints what both send as',
      'alerts. Then curl asks, if it is there and the certificates are as valid as they were in the run.',
      ...keysSaid(commands),
    ),
    `set -u
port=\${PORT:-8443}
here=$(pwd)
folder=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server" 2> /dev/null; rm -rf "$folder"' EXIT`,
    ...files.map(({ name, text }) =>
      text === 'own' ? ownFile(name) : `cat > "$folder/${name}" << 'END'\n${text.pem}END`,
    ),
    `${comment('What the clocks of the run say is told to either: -attime. Each server takes one connection.')}
serve() {
  ${command('openssl s_server', serverOptions(commands)).replaceAll('\n', '\n  ')} > "$folder/$1.log" 2>&1 < /dev/null &
  server=$!
  until grep -qs '^ACCEPT' "$folder/$1.log" || ! kill -0 "$server" 2> /dev/null; do sleep 0.1 2> /dev/null || sleep 1; done
}`,
    `serve server
printf 'GET / HTTP/1.0\\r\\n\\r\\n' |
  ${command('openssl s_client', clientOptions(commands))} > "$folder/client.log" 2>&1
if grep -q '^CONNECTED' "$folder/client.log"; then wait "$server"; else kill "$server" 2> /dev/null; fi
for side in server client; do
  sed -n "/^>>> .*, Alert/{N;s/???\\n *02 78.*/no_application_protocol/;s/\\n.*//;s/^>>> .*, Alert \\[length [0-9]*\\], /The $side sends: /p;}" "$folder/$side.log"
done
if ! grep -q '^>>> ' "$folder/client.log"; then cat "$folder/server.log" "$folder/client.log"; fi`,
    curlPart(commands),
    '',
  ].join('\n\n');
}

function keysSaid({ client, server }: Commands): readonly string[] {
  const own = [...filesOf('server', server), ...filesOf('client', client)].filter(({ text }) => text === 'own');
  if (own.length === 0)
    return [
      '',
      'The keys in here are those of a demo, the same in every copy. Let nothing that matters trust these CAs.',
    ];
  return [
    '',
    `Certificates of your own are in no script, and keys even less. ${counted(own.length, 'file')} in the folder where you are must have them, in PEM:`,
    own.map(({ name }) => name).join(', '),
  ];
}

interface File {
  readonly name: string;
  readonly text: FileText;
}

function filesOf(role: Role, { shows, trusts }: SideCommands): readonly File[] {
  return [
    ...(shows
      ? [
          { name: `${role}.pem`, text: shows.chain },
          { name: `${role}.key`, text: shows.key },
        ]
      : []),
    ...(shows?.above ? [{ name: `${role}-chain.pem`, text: shows.above }] : []),
    ...(trusts ? [{ name: `${role}-trusts.pem`, text: trusts }] : []),
  ];
}

function listFile({ server: { lists = '' } }: Commands): readonly File[] {
  return lists === '' ? [] : [{ name: 'server-lists.pem', text: { pem: lists } }];
}

function ownFile(name: string): string {
  return `if ! test -r "$here/${name}"; then echo "There is no ${name} here: put it into this folder, in PEM." >&2; exit 2; fi
ln -s "$here/${name}" "$folder/${name}"`;
}

function serverOptions(commands: Commands): readonly string[] {
  const { server, compatibility } = commands;
  const { clientAuthentication, depth, lists } = server;
  return [
    '-accept "127.0.0.1:$port" -naccept 1 -www -msg',
    ...sharedOptions('server', server),
    ...(server.shows ? [] : ['-nocert']),
    ...(clientAuthentication === 'off'
      ? []
      : [`${clientAuthentication === 'asked' ? '-verify' : '-Verify'} 9 -verify_return_error`]),
    // The number of the option above only says which failures are forgiven.
    ...(depth === undefined ? [] : [`-verify_depth ${depth}`]),
    ...(lists === undefined ? [] : [`${lists === '' ? '' : '-CRL "$folder/server-lists.pem" '}-crl_check`]),
    ...(server.schemes ? [`-client_sigalgs ${server.schemes.join(':')}`] : []),
    // So that groups count in this order.
    ...(server.version === '1.2' ? ['-serverpref'] : []),
    ...(server.version === '1.3' ? [`-num_tickets 0${compatibility ? '' : ' -no_middlebox'}`] : []),
  ];
}

function clientOptions(commands: Commands): readonly string[] {
  const { client, compatibility } = commands;
  const { name, schemes } = client;
  return [
    '-connect "127.0.0.1:$port" -ign_eof -msg -verify_return_error',
    ...(name === null ? ['-noservername'] : nameOptions(name)),
    ...sharedOptions('client', client),
    ...(schemes ? [`-sigalgs ${schemes.join(':')}`] : []),
    ...(client.version === '1.3' && !compatibility ? ['-no_middlebox'] : []),
  ];
}

/** RFC 6066 section 3: an address is no server name. */
function nameOptions(name: string): readonly string[] {
  return isAddress(name)
    ? [`-noservername -verify_ip ${quoted(name)}`]
    : [`-servername ${quoted(name)} -verify_hostname ${quoted(name)}`];
}

const isAddress = (name: string) => /^[\d.]+$|:/.test(name);

function sharedOptions(role: Role, side: SideCommands): readonly string[] {
  const { now, shows, trusts, version, groups, alpn } = side;
  return [
    `-attime ${Math.floor(now / 1000)} ${version === '1.3' ? '-tls1_3' : '-tls1_2'}`,
    ...suiteOptions(side, '-ciphersuites', '-cipher'),
    `-groups ${groupsText(groups)}`,
    ...(alpn.length > 0 ? [`-alpn ${alpn.join(',')}`] : []),
    ...(shows ? [`-cert "$folder/${role}.pem" -key "$folder/${role}.key"`] : []),
    ...(shows?.above ? [`-cert_chain "$folder/${role}-chain.pem"`] : []),
    trusts ? `-CAfile "$folder/${role}-trusts.pem"` : '-no-CAfile -no-CApath -no-CAstore',
  ];
}

/** The suites of the version; and the security level, which OpenSSL is told among the older ones. */
function suiteOptions(side: SideCommands, newer: string, older: string): readonly string[] {
  const { version, suites, level } = side;
  const text = suitesText(side);
  const old = [
    ...(version === '1.2' && text !== '' ? [text] : []),
    ...(level === undefined ? [] : [`@SECLEVEL=${level}`]),
  ];
  return [
    ...(version === '1.3' && suites.length > 0 ? [`${newer} ${text}`] : []),
    ...(old.length > 0 ? [`${older} ${[...(version === '1.3' ? ['DEFAULT'] : []), ...old].join(':')}`] : []),
  ];
}

function suitesText({ version, suites }: SideCommands): string {
  return suites.map(version === '1.3' ? String : opensslName).join(':');
}

function groupsText(groups: readonly string[]): string {
  return groups.map((group) => groupNames[group] ?? group).join(':');
}

const groupNames: Readonly<Record<string, string>> = {
  x25519: 'X25519',
  secp256r1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

/** `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256` is `ECDHE-RSA-AES128-GCM-SHA256` there; static RSA has no name of its own. */
function opensslName(suite: string): string {
  const [exchange = '', cipher = ''] = suite.slice('TLS_'.length).split('_WITH_');
  const short = cipher.startsWith('CHACHA20') ? 'CHACHA20_POLY1305' : cipher.replace('AES_', 'AES');
  return `${exchange === 'RSA' ? '' : `${exchange}_`}${short}`.replaceAll('_', '-');
}

function curlPart(commands: Commands): string {
  const { client, from, until } = commands;
  if (client.schemes)
    return comment('curl is not asked: it has no option for the schemes of signatures that it takes.');
  const edges = [
    ...(from === undefined ? [] : [`test "$now" -ge ${Math.floor(from / 1000)}`]),
    ...(until === undefined ? [] : [`test "$now" -lt ${Math.floor(until / 1000)}`]),
  ];
  const held = [
    ...(from === undefined ? [] : [`from ${time(from)}`]),
    ...(until === undefined ? [] : [`until ${time(until)}`]),
  ];
  const text =
    held.length > 0
      ? `It goes by this machine’s clock: what it says is the same ${held.join(' ')}.`
      : 'It goes by this machine’s clock.';
  return `${comment('curl against a server like it.', text)}
now=$(date +%s)
if ${['command -v curl > /dev/null', ...edges].join(' && ')}; then
  serve again
  ${command('curl', curlOptions(commands, client.name ?? 'localhost')).replaceAll('\n', '\n  ')}
else
  echo 'curl is not asked: it is not here, or the certificates are not as valid now as they were in the run.'
fi`;
}

function curlOptions({ client }: Commands, name: string): readonly string[] {
  const { shows, trusts, version, groups, alpn } = client;
  const host = name.includes(':') ? `[${name}]` : name;
  return [
    `--silent --show-error --max-time 10 --connect-to "::127.0.0.1:$port" --tlsv${version} --tls-max ${version}`,
    ...suiteOptions(client, '--tls13-ciphers', '--ciphers'),
    `--curves ${groupsText(groups)}`,
    alpn.length > 0 ? '--http1.1' : '--no-alpn',
    trusts ? `--cacert "$folder/client-trusts.pem"` : '--cacert /dev/null',
    ...(shows ? ['--cert "$folder/client.pem" --key "$folder/client.key"'] : []),
    `--output /dev/null "https://${host}/"`,
  ];
}

function time(at: number): string {
  return new Date(at).toISOString().replace(/:00\.000Z$|\.\d+Z$/, 'Z');
}

function command(program: string, options: readonly string[]): string {
  return [program, ...options].join(' \\\n    ');
}

function comment(...lines: readonly string[]): string {
  return lines.map((line) => (line === '' ? '#' : `# ${line.replaceAll(/[\r\n]+/g, ' ')}`)).join('\n');
}

/** As one word of a shell. */
function quoted(text: string): string {
  return /^[\w/=.:,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
