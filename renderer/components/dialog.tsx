import type { ReactNode } from 'react';
import { hasCommand } from './command-key';
import { Modal } from './modal';

/** A question in a modal dialogue, with its buttons; Enter and Ctrl+Enter answer it. */
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
  return (
    <Modal
      label={title}
      className={wide ? 'dialog wide' : 'dialog'}
      onClose={onClose}
      onKeyDown={(event) => {
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
    </Modal>
  );
}
