// A run as files to take along, with the words that belong in them: for the page and for the command line alike.

export { type About, toPcapng } from './capture.ts';
