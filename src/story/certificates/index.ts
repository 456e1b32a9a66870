// Who shows which certificates, and what becomes of them. Apart from the rest of the story, so that a page can load it when it needs it.

export { labels as certificateLabels } from '../../words/certificates.ts';
export { isDemo, pemOf } from './pem.ts';
export type {
  Card,
  CertificatesView,
  CheckRow,
  Motive,
  Presentation,
  Store,
} from './presentation.ts';
export { certificatesAt } from './view.ts';
