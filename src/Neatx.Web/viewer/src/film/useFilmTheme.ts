import { useEffect } from 'react';

/** Films are read in the dark: while one is on the page, the page is near black, whatever the reader's own theme. */
export function useFilmTheme(): void {
  useEffect(() => {
    document.documentElement.dataset['theme'] = 'film';
    return () => void delete document.documentElement.dataset['theme'];
  }, []);
}
