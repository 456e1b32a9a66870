// The menu from which a run is taken along. It comes when somebody opens it.

export { ExportPane } from './ExportPane.tsx';
