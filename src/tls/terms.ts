// The terms in which everything here is said: who speaks, which way, under which keys, in which version. Types only.

export type Role = 'client' | 'server';
export type Direction = 'read' | 'write';
/** Which keys protect: none yet, the handshake's, the application's. */
export type Epoch = 'cleartext' | 'handshake' | 'application';
export type Version = '1.2' | '1.3';
