import { useRef, useState, type ReactNode } from 'react';
import { Button } from './controls';

/** A place to drop files on, with a button that does the same for the keyboard. */
export function FileDrop({
  accept,
  multiple,
  words,
  button,
  onFiles,
}: {
  readonly accept: string;
  readonly multiple: boolean;
  readonly words: ReactNode;
  readonly button: string;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      className={`drop ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {words}
      <Button look="primary" onClick={() => input.current?.click()}>
        {button}
      </Button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept={accept}
        multiple={multiple}
        tabIndex={-1}
        aria-label={button}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
