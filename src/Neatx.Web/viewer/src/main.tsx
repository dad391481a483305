import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { Fallen } from './app/Fallen.tsx';
import './styles/base.css';
import './styles/rating.css';
import './styles/figures.css';

createRoot(document.getElementById('root')!).render(<StrictMode><Fallen><App /></Fallen></StrictMode>);
