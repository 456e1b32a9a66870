// What .NET’s SslStream is told. Data only.

import type { Program, Setting, Values } from './setting.ts';

const api = 'https://learn.microsoft.com/en-us/dotnet/api/system.net.security.';
const client = (lines: (values: Values) => string): Setting => ({
  lines,
  source: `${api}sslclientauthenticationoptions`,
});
const server = (lines: (values: Values) => string): Setting => ({
  lines,
  source: `${api}sslserverauthenticationoptions`,
});
const context = ({
  certificate,
  key,
  chain,
}: Values) => `var certificate = X509Certificate2.CreateFromPemFile("${certificate}", "${key}");
var intermediates = new X509Certificate2Collection();
intermediates.ImportFromPemFile("${chain}");
var context = SslStreamCertificateContext.Create(certificate, intermediates);`;
const policy = ({
  trusts,
}: Values) => `var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust };
policy.CustomTrustStore.ImportFromPemFile("${trusts}");`;
const versions = 'options.EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;';

export const dotnet: Program = {
  title: '.NET',
  client: {
    show: client((values) => `${context(values)}\noptions.ClientCertificateContext = context;`),
    trust: client((values) => `${policy(values)}\noptions.CertificateChainPolicy = policy;`),
    name: client(({ name }) => `options.TargetHost = "${name}";`),
    versions: client(() => versions),
  },
  server: {
    show: server((values) => `${context(values)}\noptions.ServerCertificateContext = context;`),
    trust: server(
      (values) =>
        `${policy(values)}\noptions.CertificateChainPolicy = policy;\noptions.ClientCertificateRequired = true;`,
    ),
    ask: server(() => 'options.ClientCertificateRequired = true;'),
    versions: server(() => versions),
  },
};
