// Certificates for practice: made in the page and taken along. It comes when somebody asks for it.

export { Making } from './Making.tsx';
