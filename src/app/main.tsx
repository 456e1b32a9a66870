// The entry of the page: joins the store, the address bar, the theme and the lab's view.

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { runSupplied } from '../lab/index.ts';
import { createLab } from '../store/index.ts';
import { LabView } from '../ui/index.ts';
import { fromAddress, keepAddress } from './address.ts';
import { applyRememberedTheme, useTheme } from './theme.ts';

const place = document.getElementById('lab');
if (!place) throw new Error('The page has no element with the id "lab" to mount into. Add one to index.html.');

applyRememberedTheme();
const store = createLab(runSupplied, await fromAddress(location.hash));
const address = keepAddress(store);

function App() {
  const [theme, setTheme] = useTheme();
  return <LabView store={store} surroundings={{ theme, setTheme, link: address.now }} />;
}

createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
