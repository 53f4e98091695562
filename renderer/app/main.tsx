import '../ui/global.css';
import { createRoot } from 'react-dom/client';
import { bridge } from '../bridge/bridge.ts';
import { App } from './App.tsx';
import { showAppearance } from './appearance.ts';
import { createSettingsStore } from './settings.ts';
import { startSession } from './start-session.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const start = await bridge.start();
// Before the first frame: nothing flashes in the other direction or colour.
showAppearance(start.settings);
const settings = createSettingsStore(start.settings, bridge);
const session = startSession(settings, start.version);
createRoot(root).render(<App start={start} settings={settings} session={session} />);
