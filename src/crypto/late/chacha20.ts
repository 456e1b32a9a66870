// ChaCha20-Poly1305 (RFC 8439). A file of its own, so that it can be loaded by itself.

export { chacha20poly1305 } from '@noble/ciphers/chacha.js';
