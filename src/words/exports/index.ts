// What is said in files that leave the page. It must not know how they are made.

export { captureComment, captureWords, type Named, type PacketNews, packetComment } from './capture.ts';
export { documentWords, explainHeadings } from './document.ts';
export { fileWords, gifWords, menuWords } from './menu.ts';
export { shellScript, unplayedSentence } from './script.ts';
