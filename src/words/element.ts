// The words of the element that other pages use. Apart from all others: nothing else is in its script.

export const elementWords = {
  title: 'A mutual TLS handshake, step by step',
  left: 'The element is not on the page, or has left it: put it there and ask again.',
} as const;
