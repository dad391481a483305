import { useEffect, useRef, useState, type RefObject } from 'react';

const panKey = ' ';

/** Whether Space is held, by which a drag moves the film. */
export function usePanKey(drawsByKeys: RefObject<boolean>): { space: RefObject<boolean>; isPanning: boolean } {
  const space = useRef(false);
  const [isPanning, setIsPanning] = useState(false);

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      if (event.key !== panKey || target.closest('input, textarea, select, button, a, [role=radio], dialog')) return;
      // While keys draw, Space sets a point.
      if (drawsByKeys.current) return;
      event.preventDefault();
      space.current = event.type === 'keydown';
      setIsPanning(space.current);
    };
    addEventListener('keydown', press);
    addEventListener('keyup', press);
    return () => {
      removeEventListener('keydown', press);
      removeEventListener('keyup', press);
    };
  }, []);

  return { space, isPanning };
}
