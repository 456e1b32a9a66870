// How `check` is to be called, in words; and what it throws when it is called in another way, or a file can't be read.

/** One sentence for whoever typed the command. */
export class CheckError extends Error {
  override readonly name = 'CheckError';
}

export const usage = `Would a handshake with these certificates work, and if not, who refuses it, why, and what has to change?

  npm run -s check -- [flags]

For each SIDE, client and server
  --SIDE FILE              its certificate: PEM, DER, PKCS#12, JKS; perhaps with the key and the chain in it
  --SIDE-key FILE          its private key
  --SIDE-chain FILE        certificates that it sends along; may be repeated
  --SIDE-password-file F   a file whose first line opens the files of this side
  --SIDE-trusts FILE|none  the CAs that it trusts for the other side
  --SIDE-like MANNER       a program to behave like: openssl, nginx, curl, python, python312, node,
                           node26, go, gnutls or java
  --SIDE-version VERSION   the only version that it speaks: 1.2 or 1.3
Both
  --version VERSION        the only version that either speaks; 1.3 by default
  --client-auth WHAT       asked or required (default): whether the client has to show a certificate
  --name HOST|IP           what the client looks for; by default the first name in the server's certificate
  --at TIME                what the clock says, such as 2026-12-01T12:00:00Z; now by default
  --crl FILE               lists of revoked certificates that the server has; may be repeated
  --crl-check              the server demands a list for the client's chain: of every CA, or as its program is used to
  --verify-depth N         how many intermediates the server takes
  --server-sigalgs LIST    how clients may sign: ECDSA+SHA256:RSA-PSS+SHA256, or names as IANA writes them
  --also FILE ...          files that lie there, in no role: what helps of them is tried
  --json                   one JSON object instead of text

What isn't given is the demo's. Exit status: 0 it works, 1 it is refused or doesn't start, 2 a bad flag or file.
`;
