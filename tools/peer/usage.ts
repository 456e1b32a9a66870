// How the program is to be called, in words; and what it throws when it is called in another way.

/** One sentence for whoever typed the command. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `Countersign's TLS engine on a TCP socket. For learning and testing, not for production.

  npm run peer -- server --cert FILE --key FILE [flags]
  npm run peer -- client --connect HOST:PORT [flags]

Server
  --port N               listen on this port of 127.0.0.1 and ::1; 0, the default, picks one that is free on both
  --host ADDRESS         listen on this address instead; whoever can reach it can connect
  --client-auth WHAT     off (default), asked or required: whether clients have to show a certificate
  --echo                 send back what comes in, instead of answering HTTP requests
Client
  --connect HOST:PORT    the server
  --servername NAME      the name to ask for, and to find in the server's certificate; without it, no name is checked
  --send TEXT            send this, print the answer, close
Both
  --cert FILE            PEM: the certificate to show, then its intermediates
  --key FILE             PEM: its private key, not encrypted
  --ca FILE              PEM: the certification authorities to trust; without it, none
  --min, --max VERSION   1.2 or 1.3; by default both are spoken, and the best common one is taken
  --suites, --groups, --sigalgs, --alpn LIST
                         names as IANA writes them, separated by commas, best first; a version without a suite
                         in the list is not spoken
  --timeout SECONDS      end a connection on which nothing comes or goes for so long; 120 by default, 0 for no limit
  --keylog FILE          append the secrets in the NSS key log format

One JSON object per line on stdout. Exit status: 0 done, 1 the connection failed, 2 a bad flag or file.
`;
