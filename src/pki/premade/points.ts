// Written by tests/unit/pki/premade.test.ts: the public point and the signature of each certificate.

export const points: Readonly<Record<string, string>> = {
  'server issuer':
    '1X7Pi/90b4Iio0BcdSz0Ci/0mpTeDBHGgtupOWSSJ/WGhiC2HQ1NS04hLtwajMYkB8t4yivvSljd5QQuPtk+sDBEAiByvtDEh8rhr8eknXYpQcrxpfWSyA+BXtI72K5DNGkSAwIgcGM5fS9rXPrs3fuufSlvcc/eTRUsQQItEYUMnzuYD2Y=',
  server:
    'olgxe3K3Qx1/2pYqOgAH4v7t8GulfuQ7xyZrvZhC3l6JyqkOhJHOcawcAev8U0TsojO7nsVNy1OoZTExCMsGhTBFAiEAmPSTNgl6wWpNiSWpjNVhXxy3MfHWM/uQzgI9J3yi73ACIAZZeVE42wXRWyzgFf2ScpFm8iSfJjX/9uh/qU+BN2q8',
  'client issuer':
    'dS1t4CISkyp+X4IcxBleTWiBWWBojwcoIAJGeN3NCwkRyHX0+m4S7/Qwg1x0Giqi4XhkUdSxiSIIvwSkEc12BzBFAiBLH64fypaL8rE/k8umy7UNv9fJBxHPTxRJDsEi2CBHJwIhAK8UHQsqSoogPT01h10A3xnUgUylvUp1ycTKYRBgzlDF',
  client:
    'vqIou3fJYlK2XekoymJfpq4ynj8U7DZEGw9PgKy4roePTopLxcJ+XSmHea30UxkbvUpKKTruXSl1p8XvbeL02TBGAiEAj2zpe1eH4hN7wKrfA9y8HO75FC2SPhxw0RKmA3/OPfMCIQDo2W81Wg5D0f8/Y3x7Xz7W2Q5EVx7msSH1e+dI7QsUGQ==',
};
