// The lines for a shell with which OpenSSL would have made a file, out of the files that it is made from: they stand beside one another in
// a folder. It must not know what OpenSSL is asked for by whom.

import type { Holder, Paper, Trusted } from '../../lab/practice/index.ts';

/** What makes a file; it asks for the password by itself. */
export function linesFor(paper: Paper): readonly string[] {
  switch (paper.kind) {
    case 'p12':
      return [bundled(paper.of, paper.file)];
    case 'old p12':
      return [bundled(paper.of, paper.file, '-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1')];
    case 'chain':
      return chained(paper.of, paper.file);
    case 'key':
      return [`openssl genpkey ${keyOptions(paper.of)} -out ${paper.file}`];
    case 'locked key':
      return [`openssl pkcs8 -topk8 -in ${paper.of.file}.key -out ${paper.file}`];
    case 'all':
      return [`cat ${paper.of.file}.key ${paper.of.file}.pem > ${paper.file}`];
    case 'bundle':
      return [`cat ${paper.of.authorities.map(({ file }) => `${file}.pem`).join(' ')} > ${paper.file}`];
    case 'store':
      return [stored(paper.of, paper.file)];
  }
}

/** What a tool of Java’s makes a trust store with. */
export function keytoolLine({ authorities: [root] }: Trusted, file: string): string {
  const name = root?.file ?? '';
  return command(
    'keytool -importcert -noprompt -storetype PKCS12',
    `-alias ${name} -file ${name}.pem -keystore ${file}`,
  );
}

function bundled({ file }: Holder, out: string, ...options: readonly string[]): string {
  return command('openssl pkcs12 -export', ...options, `-inkey ${file}.key -in ${file}.pem -name ${file} -out ${out}`);
}

function stored({ authorities: [root] }: Trusted, out: string): string {
  const name = root?.file ?? '';
  const mark = '-jdktrust anyExtendedKeyUsage';
  return command(`openssl pkcs12 -export -nokeys ${mark}`, `-in ${name}.pem -caname ${name} -out ${out}`);
}

/** One command on several lines: each of them goes on in the next. */
function command(...parts: readonly string[]): string {
  return parts.join(' \\\n  ');
}

/** Only a certificate below others needs a file of its own first. */
function chained(holder: Holder, out: string): readonly string[] {
  const above = holder.issuer?.issuer ? [holder.issuer] : [];
  if (above.length === 0) return [certified(holder, out)];
  const alone = `${holder.file}.crt`;
  return [certified(holder, alone), `cat ${[alone, ...above.map(({ file }) => `${file}.pem`)].join(' ')} > ${out}`];
}

function certified(holder: Holder, out: string): string {
  const { file, issuer, subject, certificate } = holder;
  const days = Math.round((certificate.notAfter - certificate.notBefore) / 86_400_000);
  const name = subject.map(([type, value]) => `/${type}=${value.replace(/[\\/+]/g, '\\$&')}`).join('');
  return command(
    `openssl req -x509 -config /dev/null -key ${file}.key`,
    ...(issuer ? [`-CA ${issuer.file}.pem -CAkey ${issuer.file}.key`] : []),
    `-${digestBy(issuer ?? holder)} -days ${days}`,
    `-subj ${quoted(name)}${/^[ -~]*$/.test(name) ? '' : ' -utf8'}`,
    ...extensionsOf(holder).map((extension) => `-addext ${quoted(extension)}`),
    `-out ${out}`,
  );
}

/** What a certificate has, in the language of OpenSSL’s configuration; key identifiers come by themselves. */
function extensionsOf({ certificate }: Holder): readonly string[] {
  const { basicConstraints, keyUsage, extendedKeyUsage, subjectAltName } = certificate;
  const limit = basicConstraints?.pathLength;
  const authority = `basicConstraints=critical,CA:TRUE${limit === undefined ? '' : `,pathlen:${limit}`}`;
  const names = subjectAltName?.map(({ kind, text }) => `${kind === 'iPAddress' ? 'IP' : 'DNS'}:${text}`);
  return [
    ...(basicConstraints?.ca ? [authority] : []),
    ...(keyUsage ? [`keyUsage=critical,${keyUsage.join(',')}`] : []),
    ...(extendedKeyUsage ? [`extendedKeyUsage=${extendedKeyUsage.join(',')}`] : []),
    ...(names ? [`subjectAltName=${names.join(',')}`] : []),
  ];
}

function keyOptions({ certificate: { publicKey } }: Holder): string {
  if (publicKey && 'bits' in publicKey) return `-algorithm RSA -pkeyopt rsa_keygen_bits:${publicKey.bits}`;
  if (publicKey?.kind === 'Ed25519') return '-algorithm ED25519';
  return `-algorithm EC -pkeyopt ec_paramgen_curve:${publicKey?.kind}`;
}

/** The hash that goes with the key of who signs; Ed25519 has its own, whatever is asked for. */
function digestBy({ certificate: { publicKey } }: Holder): string {
  if (publicKey?.kind === 'P-384') return 'sha384';
  return publicKey?.kind === 'P-521' ? 'sha512' : 'sha256';
}

/** As one word of a shell. */
function quoted(text: string): string {
  return /^[\w/=.:,-]+$/.test(text) ? text : `'${text.replace(/'/g, "'\\''")}'`;
}
