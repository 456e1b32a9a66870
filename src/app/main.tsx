// The entry of the page: joins the store, the address bar, the theme and the lab's view.

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { runSupplied } from '../lab/index.ts';
import { createLab, type LabStore } from '../store/index.ts';
import { LabView, timed } from '../ui/index.ts';
import { fromAddress, keepAddress } from './address.ts';
import { applyRememberedTheme, useTheme } from './theme.ts';

const place = document.getElementById('lab');
if (!place) throw new Error('The page has no element with the id "lab" to mount into. Add one to index.html.');
const root = createRoot(place);

applyRememberedTheme();
// Not awaited at the top: what a link needs may be in files that wait for this one.
void fromAddress(location.hash).then((start) => {
  const store = createLab(timed(runSupplied), start);
  root.render(
    <StrictMode>
      <App store={store} link={keepAddress(store).now} />
    </StrictMode>,
  );
});

function App({ store, link }: { readonly store: LabStore; readonly link: () => string }) {
  const [theme, setTheme] = useTheme();
  return <LabView store={store} surroundings={{ theme, setTheme, link }} />;
}
