// What helps with the page itself. It comes when somebody asks for it.

export { KeyHelp } from './KeyHelp.tsx';
