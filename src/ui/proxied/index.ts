// What becomes of a client's certificate on its way through a proxy, on a sheet over the page. Comes when somebody looks at it.

export { Through } from './Through.tsx';
