// Everything that can go wrong, as a list to choose from. It comes when somebody wants to see it.

export { Catalogue } from './Catalogue.tsx';
