// The part of the page that hands the page out: for other pages, and as a file.

export { Embedding } from './Embedding.tsx';
