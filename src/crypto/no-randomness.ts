// What curves get in place of the machine's random bytes. It must not know any curve.

/** Has whoever asks for random bytes fail: what a handshake is made of comes from its environment. */
export const noRandomness = {
  randomBytes: (): never => {
    throw new Error('curves get their random bytes from the environment only');
  },
};
