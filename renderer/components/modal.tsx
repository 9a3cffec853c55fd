import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

interface ModalProps {
  readonly label: string;
  readonly className: string | undefined;
  readonly onClose: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLDialogElement>) => void;
  readonly children: ReactNode;
}

/**
 * What stands over the page: the browser keeps the focus inside, Escape closes it, its keys are not the page's, and the
 * focus goes back to where it was.
 */
export function Modal({ label, className, onClose, onKeyDown, children }: ModalProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = ref.current;
    const opener = document.activeElement;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-autofocus=true]')?.focus(); // showModal takes the first control, whatever React focused
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={className}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        onKeyDown(event);
      }}
    >
      {children}
    </dialog>
  );
}
