import { useEffect, useRef, type ReactNode } from 'react';
import { hasCommand } from './command-key';

/** A modal dialogue: the browser keeps the focus inside and Escape closes it. */
export function Dialog({
  title,
  onClose,
  onSubmit,
  children,
  actions,
  wide = false,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  /** Two columns side by side. */
  readonly wide?: boolean;
}) {
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
      className={wide ? 'dialog wide' : 'dialog'}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Enter') return;
        // A key held down asks once; held over from another dialogue it asks nothing of this one.
        if (event.repeat && (hasCommand(event) || !(event.target instanceof HTMLTextAreaElement)))
          event.preventDefault();
        else if (hasCommand(event)) {
          event.preventDefault(); // a button that has the focus would be pressed too
          event.currentTarget.querySelector('form')?.requestSubmit(); // with what the field may just have taken
        }
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <h2>{title}</h2>
        {children}
        <div className="actions">{actions}</div>
      </form>
    </dialog>
  );
}
