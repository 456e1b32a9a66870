// What is handed out on paper. It comes when the page has nothing else to do, or when somebody prints.

export { Handout } from './Handout.tsx';
